import { format_month } from "../format";
import { language } from "../i18n/language";

/** The chooser is not printed; the month that was chosen is. */
export function MonthOnPaper({ month }: { month: string }) {
  return <span class="print-only">{format_month(month, language.value)}</span>;
}
