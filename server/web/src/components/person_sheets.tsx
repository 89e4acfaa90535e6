import { person_sheet_path } from "../api/papers";
import { indicator_words } from "../i18n/indicator_words";
import { language } from "../i18n/language";
import { paper_words } from "../i18n/paper_words";
import { parse_period, periods_around } from "../model/periods";

/** The personal sheets that a month is part of: of itself, its quarter and its year. */
export function PersonSheets({ staff, month }: { staff: string; month: string }) {
  return (
    <p class="links">
      <span class="soft">{paper_words[language.value].sheet}:</span>
      {periods_around(month).map((period) => (
        <a key={period} href={person_sheet_path(staff, period, "pdf")}>
          {indicator_words[language.value].period_name(parse_period(period))}
        </a>
      ))}
    </p>
  );
}
