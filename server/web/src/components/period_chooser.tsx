import { useId } from "preact/hooks";
import { named_periods_path, type NamedPeriod } from "../api/papers";
import { today } from "../format";
import { indicator_words } from "../i18n/indicator_words";
import { language } from "../i18n/language";
import { list_words } from "../i18n/list_words";
import { list_periods } from "../model/lists";
import { parse_period } from "../model/periods";
import { useResource } from "../resource";

interface Props {
  period: string;
  choose: (period: string) => void;
}

/** A month, a quarter, half a year, a year, or a period that the office has named. */
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
  const is_listed = groups.some(({ periods }) => periods.includes(period));
  return (
    <div class="field unit-choice">
      <label for={id}>{said.period}</label>
      <select id={id} value={period} onChange={(event) => choose(event.currentTarget.value)}>
        {!is_listed && <option value={period}>{period_text(period, named)}</option>}
        {groups.map(({ label, periods }) => (
          <optgroup key={label} label={label}>
            {periods.map((each) => (
              <option key={each} value={each} selected={each === period}>
                {period_text(each, named)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function period_text(period: string, named: readonly NamedPeriod[]): string {
  const of_name = named.find(({ code }) => code === period);
  if (of_name) return of_name.name;
  if (!/^\d{4}(-(Q[1-4]|H[12]|\d{2}))?$/.test(period)) return period;
  return indicator_words[language.value].period_name(parse_period(period));
}
