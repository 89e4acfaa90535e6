/** Periods as the server writes them: "2026-Q3", "2026-H2", "2026-07", "2026". */
export type Period = { year: number; quarter?: number; half?: number; month?: number };

/** What stands for days of one's own where one chooses among periods: no period of the server's reads like it. */
export const own_days = "days";

const year_first = 2000; // as the server takes
const quarters_shown = 8; // two years to compare
const months_shown = 12;
const years_shown = 3;

export function parse_period(text: string): Period {
  const [year = "", part = ""] = text.split("-");
  if (part.startsWith("Q")) return { year: Number(year), quarter: Number(part.slice(1)) };
  if (part.startsWith("H")) return { year: Number(year), half: Number(part.slice(1)) };
  return part === "" ? { year: Number(year) } : { year: Number(year), month: Number(part) };
}

/** The quarter that has ended last: figures of one that runs are not there yet. */
export function last_quarter(today: string): string {
  return quarters_to(today, 1)[1] ?? "";
}

/** Of a month itself, its quarter, its half-year and its year. */
export function periods_around(month: string): string[] {
  const [year, number] = year_and_month(month);
  return [month, `${year}-Q${Math.ceil(number / 3)}`, `${year}-H${Math.ceil(number / 6)}`, String(year)];
}

/** Two days as a period, both included; nothing while they are none, as while somebody types a year. */
export function days_period(from: string, to: string): string | null {
  return from >= String(year_first) && from <= to ? `${from}..${to}` : null;
}

/** The two days of such a period; nothing of any other. */
export function days_of_period(period: string): { from: string; to: string } | null {
  const [from = "", to = ""] = period.split("..");
  return to === "" ? null : { from, to };
}

/** What one may choose from, the newest first. */
export function periods_until(today: string): { quarters: string[]; months: string[]; years: string[] } {
  const [year, month] = year_and_month(today);
  const months = Array.from({ length: months_shown }, (_, back) => {
    const count = 12 * year + month - 1 - back;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
  });
  const years = Array.from({ length: years_shown }, (_, back) => String(year - back));
  return { quarters: quarters_to(today, quarters_shown - 1), months, years };
}

/** The running quarter and so many before it. */
function quarters_to(today: string, back_to: number): string[] {
  const [year, month] = year_and_month(today);
  const now = 4 * year + Math.floor((month - 1) / 3);
  return Array.from({ length: back_to + 1 }, (_, back) => now - back)
    .filter((count) => count >= 4 * year_first)
    .map((count) => `${Math.floor(count / 4)}-Q${(count % 4) + 1}`);
}

function year_and_month(date: string): [number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
}
