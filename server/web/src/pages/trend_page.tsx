import { paths } from "../api/client";
import type { Months, Tally, UnitReport } from "../api/types";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { Notice } from "../components/notice";
import { TrendChart } from "../components/trend_chart";
import { Waiting } from "../components/waiting";
import { format_month, format_number, format_share } from "../format";
import { language, words } from "../i18n/language";
import { measures, months_before, share_of } from "../model/trend";
import { retry, useResource, type Resource } from "../resource";
import { href } from "../route";

/** A unit's months beside one another: is it getting better? */
export function TrendPage({ unit }: { unit: string }) {
  return (
    <Loaded<Months> path={paths.months()} title={words.value.trend.title}>
      {(known) => <Months unit={unit} months={months_before(known.months, known.default)} known={known.months} />}
    </Loaded>
  );
}

interface UnitMonth {
  month: string;
  name: string;
  tally: Tally | null; // no taps, or no such unit in that month
}

function Months({ unit, months, known }: { unit: string; months: string[]; known: string[] }) {
  const said = words.value.trend;
  // As many questions as months: their number stays the same as long as the page is open.
  const asked = months.filter((month) => known.includes(month));
  const answers = asked.map((month) => useResource<UnitReport>(paths.units_of(month, unit, language.value)).value);
  const waiting = answers.some(({ value, problem }) => value === null && problem === null);
  if (waiting) return <Waiting />;
  const found = months.map((month) => month_of(month, answers[asked.indexOf(month)]));
  const names = found.map(({ name }) => name).filter(Boolean);
  const failed = answers.findIndex(({ problem }) => problem !== null && problem.status !== 404);
  return (
    <>
      <Heading title={names[names.length - 1] ?? said.title} about={said.title} />
      {failed >= 0 && (
        <Notice problem={answers[failed]!.problem!} retry={() => retry(paths.units_of(asked[failed]!, unit, language.value))} />
      )}
      {names.length === 0 ? <p class="empty">{words.value.no_rows}</p> : <Compared unit={unit} months={found} />}
    </>
  );
}

function month_of(month: string, answer: Resource<UnitReport> | undefined): UnitMonth {
  const row = answer?.value?.rows[0];
  return { month, name: row?.unit_name ?? "", tally: row?.subtree ?? null };
}

function Compared({ unit, months }: { unit: string; months: UnitMonth[] }) {
  const said = words.value.trend;
  const number = (count: number) => (count === 0 ? "–" : format_number(count, language.value));
  return (
    <>
      <div class="trends">
        {measures.map((measure) => (
          <TrendChart
            key={measure}
            measure={measure}
            title={said.measures[measure]}
            months={months.map(({ month }) => month)}
            shares={months.map(({ tally }) => tally && share_of(tally, measure))}
          />
        ))}
      </div>
      <table class="report now-units" role="table">
        <caption class="unseen">{said.title}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="name">{words.value.month}</th>
            <th role="columnheader" scope="col">{words.value.columns.sessions}</th>
            <th role="columnheader" scope="col">{words.value.columns.on_time}</th>
            <th role="columnheader" scope="col">{words.value.columns.late}</th>
            <th role="columnheader" scope="col">{words.value.columns.early}</th>
            <th role="columnheader" scope="col">{words.value.columns.missing}</th>
            <th role="columnheader" scope="col">{words.value.columns.absent}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {with_figures(months).map(({ month, tally }) => (
            <tr key={month} role="row">
              <th role="rowheader" scope="row" class="name">
                <a href={href({ page: "people", month, unit, count: "subtree", show: "all" })}>{format_month(month, language.value)}</a>
              </th>
              <td role="cell" class="figure">{number(tally.sessions_due)}</td>
              <td role="cell" class="figure">{tally.on_time_rate === null ? "–" : format_share(tally.on_time_rate, language.value)}</td>
              <td role="cell" class="figure">{number(tally.late)}</td>
              <td role="cell" class="figure">{number(tally.early)}</td>
              <td role="cell" class="figure">{number(tally.missing)}</td>
              <td role="cell" class="figure">{number(tally.absent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The newest first. */
const with_figures = (months: UnitMonth[]) =>
  months.flatMap(({ month, tally }) => (tally === null ? [] : [{ month, tally }])).reverse();
