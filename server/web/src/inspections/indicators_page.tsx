import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { indicators_path, summary_path, type Indicator, type IndicatorTable, type UnitIndicators } from "../api/indicators";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { UnitChoice } from "../components/unit_choice";
import { today } from "../format";
import { indicator_words } from "../i18n/indicator_words";
import { language } from "../i18n/language";
import { last_quarter, parse_period, periods_until } from "../model/periods";
import { IndicatorGroup } from "./indicator_group";
import { InspectionTabs } from "./tabs";

/** What stands in one table. */
const groups = {
  tasks: ["tasks_in_time", "tasks_late", "tasks_not_done"],
  dossiers: ["dossiers_early", "dossiers_in_time", "dossiers_late", "dossiers_late_without_apology"],
  online: ["online_service_percent"],
} satisfies Record<string, Indicator[]>;

/** What other systems say of units in a period, beside the period before. */
export function IndicatorsPage() {
  const said = indicator_words[language.value];
  const unit = useSignal("");
  const period = useSignal(last_quarter(today()));
  return (
    <>
      <Heading title={said.title} />
      <InspectionTabs here="indicators" />
      <p class="soft">{said.about}</p>
      <div class="search">
        <UnitChoice label={said.unit} none={said.all_units} value={unit.value} choose={(code) => (unit.value = code)} />
        <PeriodChoice value={period.value} choose={(chosen) => (period.value = chosen)} />
      </div>
      <p class="links">
        {(["pdf", "docx"] as const).map((format) => (
          <a key={format} href={summary_path(unit.value, period.value, format)}>
            {said.summary(said.period_name(parse_period(period.value)), format.toUpperCase())}
          </a>
        ))}
      </p>
      <Loaded<IndicatorTable> path={indicators_path(unit.value, period.value)} key={`${unit.value} ${period.value}`}>
        {(table) => <Table table={table} />}
      </Loaded>
    </>
  );
}

function PeriodChoice({ value, choose }: { value: string; choose: (period: string) => void }) {
  const said = indicator_words[language.value];
  const id = useId();
  const periods = periods_until(today());
  return (
    <div class="field unit-choice">
      <label for={id}>{said.period}</label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {(["quarters", "months", "years"] as const).map((kind) => (
          <optgroup key={kind} label={said.kinds[kind]}>
            {periods[kind].map((period) => (
              <option key={period} value={period} selected={period === value}>
                {said.period_name(parse_period(period))}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function Table({ table }: { table: IndicatorTable }) {
  const said = indicator_words[language.value];
  if (table.units.every(({ figures }) => Object.keys(figures).length === 0)) return <p class="empty">{said.none}</p>;
  const lacking = table.units.filter((unit) => unit.unit_code !== table.unit_code && !has_now(unit));
  const top_speaks = table.units.some(({ unit_code, figures }) => unit_code === table.unit_code && Object.keys(figures).length > 0);
  return (
    <>
      <p>{said.compared(said.period_name(parse_period(table.period)), said.period_name(parse_period(table.before)))}</p>
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
        <IndicatorGroup key={group} title={said.groups[group]} indicators={groups[group]} table={table} />
      ))}
      {top_speaks && table.units.length > 1 && <p class="soft">{said.own_note}</p>}
      {lacking.length > 0 && (
        <section class="asked-for">
          <h2>{said.lacking}</h2>
          <p>{lacking.map(({ unit_name }) => unit_name).join("; ")}</p>
        </section>
      )}
    </>
  );
}

const has_now = ({ figures }: UnitIndicators): boolean => Object.values(figures).some(({ now }) => now !== null);
