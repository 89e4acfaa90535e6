import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { named_periods_path, type NamedPeriod } from "../api/papers";
import { today } from "../format";
import { indicator_words } from "../i18n/indicator_words";
import { language } from "../i18n/language";
import { list_words } from "../i18n/list_words";
import { paper_words } from "../i18n/paper_words";
import { list_periods, month_of_period } from "../model/lists";
import { days_of_period, days_period, own_days, parse_period } from "../model/periods";
import { useResource } from "../resource";
import { PeriodDays } from "./period_days";

interface Props {
  period: string;
  choose: (period: string) => void;
}

/** A month, a quarter, half a year, a year, a period that the office has named, or any two days: these once both are
 *  chosen. */
export function PeriodChooser({ period, choose }: Props) {
  const id = useId();
  const said = list_words[language.value];
  const { value } = useResource<{ named: NamedPeriod[] }>(named_periods_path).value;
  const named = value?.named ?? [];
  const { months, quarters, halves, years } = list_periods(today());
  const groups = [
    { label: said.kinds.named, periods: named.map(({ code }) => code) },
    { label: said.kinds.months, periods: months },
    { label: said.kinds.quarters, periods: quarters },
    { label: said.kinds.halves, periods: halves },
    { label: said.kinds.years, periods: years },
  ].filter(({ periods }) => periods.length > 0);
  const typed = useSignal<{ from: string; to: string } | null>(null); // until it is a period
  const days = typed.value ?? days_of_period(period);
  const choose_days = (from: string, to: string) => {
    const chosen = days_period(from, to);
    typed.value = chosen ? null : { from, to };
    if (chosen) choose(chosen);
  };
  const choose_listed = (chosen: string) => {
    if (chosen === own_days) return choose_days(`${month_of_period(period, named, today())}-01`, "");
    typed.value = null;
    choose(chosen);
  };
  const is_listed = days !== null || groups.some(({ periods }) => periods.includes(period));
  return (
    <>
      <div class="field unit-choice">
        <label for={id}>{said.period}</label>
        <select id={id} value={days ? own_days : period} onChange={(event) => choose_listed(event.currentTarget.value)}>
          {!is_listed && <option value={period}>{period_text(period, named)}</option>}
          {groups.map(({ label, periods }) => (
            <optgroup key={label} label={label}>
              {periods.map((each) => (
                <option key={each} value={each} selected={!days && each === period}>
                  {period_text(each, named)}
                </option>
              ))}
            </optgroup>
          ))}
          <option value={own_days} selected={days !== null}>
            {paper_words[language.value].own_days}
          </option>
        </select>
      </div>
      {days && <PeriodDays {...days} choose={choose_days} />}
      {typed.value && <p class="soft">{paper_words[language.value].which_days}</p>}
    </>
  );
}

function period_text(period: string, named: readonly NamedPeriod[]): string {
  const of_name = named.find(({ code }) => code === period);
  if (of_name) return of_name.name;
  if (!/^\d{4}(-(Q[1-4]|H[12]|\d{2}))?$/.test(period)) return period;
  return indicator_words[language.value].period_name(parse_period(period));
}
