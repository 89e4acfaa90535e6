import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { named_periods_path, type NamedPeriod } from "../api/papers";
import { indicator_words } from "../i18n/indicator_words";
import { language } from "../i18n/language";
import { paper_words } from "../i18n/paper_words";
import { days_period, own_days, parse_period, periods_around } from "../model/periods";
import { useResource } from "../resource";
import { PeriodDays } from "./period_days";

/** What a report comes as: its name, and where the file of a period is. */
export interface PeriodFile {
  name: string;
  path: (period: string) => string;
}

/** The reports that a month is part of: of itself, its quarter, half-year and year; of the periods that the office has
 *  named; or of any two days. One chooses the period, then the file. */
export function PeriodPapers({ month, files }: { month: string; files: readonly PeriodFile[] }) {
  const said = paper_words[language.value];
  const chosen = useSignal(month);
  const from = useSignal(`${month}-01`);
  const to = useSignal("");
  const id = useId();
  const named = useResource<{ named: NamedPeriod[] }>(named_periods_path).value.value?.named ?? [];
  const period = chosen.value === own_days ? days_period(from.value, to.value) : chosen.value;
  return (
    <section class="period-papers">
      <div class="search">
        <div class="field unit-choice">
          <label for={id}>{said.period}</label>
          <select id={id} value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
            {periods_around(month).map((key) => (
              <option key={key} value={key}>
                {indicator_words[language.value].period_name(parse_period(key))}
              </option>
            ))}
            {named.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
            <option value={own_days}>{said.own_days}</option>
          </select>
        </div>
        {chosen.value === own_days && (
          <PeriodDays
            from={from.value}
            to={to.value}
            choose={(first, last) => {
              from.value = first;
              to.value = last;
            }}
          />
        )}
      </div>
      {period === null ? (
        <p class="soft">{said.which_days}</p>
      ) : (
        <p class="links">
          {files.map(({ name, path }) => (
            <a key={name} href={path(period)}>
              {name}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}
