import { indicator_words } from "../i18n/indicator_words";
import { language } from "../i18n/language";
import { parse_period, periods_around } from "../model/periods";

/** The papers that a month is part of: of itself, its quarter and its year. */
export function PeriodPapers({ name, month, path }: { name: string; month: string; path: (period: string) => string }) {
  return (
    <p class="links">
      <span class="soft">{name}:</span>
      {periods_around(month).map((period) => (
        <a key={period} href={path(period)}>
          {indicator_words[language.value].period_name(parse_period(period))}
        </a>
      ))}
    </p>
  );
}
