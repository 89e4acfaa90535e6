import type { Indicator, IndicatorFigure, IndicatorSum, IndicatorTable, UnitIndicators } from "../api/indicators";
import { SeenRows } from "../components/seen_rows";
import { TableHead } from "../components/table_head";
import { format_number } from "../format";
import { indicator_words } from "../i18n/indicator_words";
import { language } from "../i18n/language";
import { number } from "./texts";

interface Props {
  title: string;
  indicators: Indicator[];
  table: IndicatorTable;
}

/** Some indicators of the units that have any of them. */
export function IndicatorGroup({ title, indicators, table }: Props) {
  const said = indicator_words[language.value];
  const units = table.units.filter(({ figures }) => indicators.some((each) => figures[each] !== undefined));
  if (units.length === 0) return null;
  const is_summed = indicators.some((each) => table.sums[each] !== undefined) && table.units.length > 2;
  const name_of = ({ unit_code, unit_name }: UnitIndicators) => (unit_code === table.unit_code && table.units.length > 1 ? said.own(unit_name) : unit_name);
  return (
    <section class="asked-for">
      <h2>{title}</h2>
      <table class="report stacked" role="table">
        <caption class="unseen">{title}</caption>
        <TableHead heads={[{ text: said.unit, of: "name" }, ...indicators.map((each) => ({ text: said.heads[each], of: "figure" as const })), said.source]} />
        <SeenRows
          keys={units.map(({ unit_code }) => unit_code)}
          row={(place) => {
            const unit = units[place]!;
            return (
              <tr key={unit.unit_code} role="row">
                <th role="rowheader" scope="row" class="name">{name_of(unit)}</th>
                {indicators.map((each) => (
                  <td key={each} role="cell" class="figure" data-head={said.heads[each]}>
                    <Figure indicator={each} figure={unit.figures[each]} />
                  </td>
                ))}
                <td role="cell" data-head={said.source}>
                  <Papers figures={indicators.map((each) => unit.figures[each])} />
                </td>
              </tr>
            );
          }}
        />
        {is_summed && (
          <tbody role="rowgroup">
            <tr role="row" class="sum">
              <th role="rowheader" scope="row" class="name">{table.unit_code === "" ? said.sum : said.sum_below}</th>
              {indicators.map((each) => (
                <td key={each} role="cell" class="figure" data-head={said.heads[each]}>
                  <Sum sum={table.sums[each]} />
                </td>
              ))}
              <td role="cell" />
            </tr>
          </tbody>
        )}
      </table>
    </section>
  );
}

function Figure({ indicator, figure }: { indicator: Indicator; figure: IndicatorFigure | undefined }) {
  const said = indicator_words[language.value];
  if (figure === undefined) return <span class="soft">{said.nothing}</span>;
  const before = figure.before === null ? said.none_before : said.before(value_text(indicator, figure.before));
  return (
    <span class="compared">
      <span>{figure.now === null ? said.nothing : value_text(indicator, figure.now)}</span>
      <span class="soft">{figure.difference === null ? before : `${before}, ${change_text(indicator, figure.difference)}`}</span>
    </span>
  );
}

/** Never a sum without how many it counts. */
function Sum({ sum }: { sum: IndicatorSum | undefined }) {
  const said = indicator_words[language.value];
  if (sum === undefined) return <span class="soft">{said.nothing}</span>;
  const before = sum.before === null ? said.none_before : said.before_of(number(sum.before), number(sum.units_before));
  const change = sum.difference === null ? "" : `, ${change_text("tasks_in_time", sum.difference)}`;
  return (
    <span class="compared">
      <span>{sum.now === null ? said.nothing : number(sum.now)}</span>
      <span class="soft">{said.of_units(number(sum.units))}</span>
      <span class="soft">{before + change}</span>
    </span>
  );
}

/** Each paper once; those of the period before apart. */
function Papers({ figures }: { figures: (IndicatorFigure | undefined)[] }) {
  const said = indicator_words[language.value];
  const now = distinct(figures.map((figure) => figure?.paper ?? ""));
  const before = distinct(figures.map((figure) => figure?.paper_before ?? ""));
  return (
    <span class="papers">
      {now !== "" && <span>{now}</span>}
      {before !== "" && <span class="soft">{said.paper_before(before)}</span>}
    </span>
  );
}

const distinct = (papers: string[]): string => [...new Set(papers.filter((paper) => paper !== ""))].join("; ");
const is_rate = (indicator: Indicator): boolean => indicator === "online_service_percent";
const tenths = (value: number): string => format_number(value / 10, language.value, 1);

function value_text(indicator: Indicator, value: number): string {
  return is_rate(indicator) ? `${tenths(value)}%` : number(value);
}

function change_text(indicator: Indicator, difference: number): string {
  const said = indicator_words[language.value];
  if (difference === 0) return said.same;
  const by = is_rate(indicator) ? said.points(tenths(Math.abs(difference))) : number(Math.abs(difference));
  return difference > 0 ? said.more(by) : said.less(by);
}
