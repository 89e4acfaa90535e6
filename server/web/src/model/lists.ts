import type { ListingRow } from "../api/lists";
import type { NamedPeriod } from "../api/papers";
import type { Role } from "../api/types";
import type { Route } from "../route";
import { days_of_period, periods_until } from "./periods";

/** Lists that a head acts on. */
export const list_names = ["late", "unexplained", "missing", "trips", "away", "pairs", "praise", "open-units"] as const;
export type ListName = (typeof list_names)[number];

export const is_list_name = (text: string): text is ListName => (list_names as readonly string[]).includes(text);

const acting: readonly Role[] = ["hr", "head", "timekeeper"];
const readers: Record<ListName, readonly Role[]> = {
  late: acting,
  unexplained: acting,
  missing: acting,
  trips: acting,
  away: ["hr", "head"],
  pairs: ["head", "inspector"],
  praise: ["hr", "head"],
  "open-units": acting,
};

/** Those that somebody with these roles may ask for. */
export const lists_for = (roles: readonly Role[]): ListName[] => list_names.filter((list) => roles.some((role) => readers[list].includes(role)));

/** Columns that a program reads and a person does not: codes, and what stands above the table already. */
export const is_shown = (key: string): boolean => !key.endsWith("_code") && key !== "status";

/** Lists that would be taken for more than they are without their first note. */
export const is_marked = (list: ListName): boolean => list === "away" || list === "pairs" || list === "praise";

/** What a row of the list is found again by. */
export const key_of = (row: ListingRow, place: number): string =>
  [row.staff_code, row.other_code, row.unit_code, row.date ?? row.month ?? row.from, row.session, row.out, place].join(" ");

/** The codes by which the server knows the rows of a list of praise: of people their own, of units theirs. */
export const codes_of = (rows: readonly ListingRow[]): string[] => rows.map((row) => String(row.staff_code || row.unit_code));

/** Whether somebody stands on a list of praise: then somebody else releases it. */
export const names_person = (rows: readonly ListingRow[], staff: string): boolean => staff !== "" && rows.some((row) => row.staff_code === staff);

/** Where a cell leads: to the person's day, else to their month, or to the unit's. `month`: which one where the row
 *  names none. */
export function door_of_cell(list: ListName, row: ListingRow, key: string, month: string): Route | undefined {
  const staff = key === "other_name" ? row.other_code : key === "full_name" ? row.staff_code : null;
  if (typeof staff === "string" && staff !== "") {
    if (typeof row.date === "string") return { page: "day", date: row.date, staff };
    const of_row = typeof row.to === "string" ? row.to.slice(0, 7) : month;
    return { page: "person", month: of_row, staff, show: list === "late" ? "late" : "all" };
  }
  const is_unit = key === "unit_name" || (key === "full_name" && list === "praise");
  if (!is_unit || typeof row.unit_code !== "string" || row.unit_code === "") return undefined;
  const of_row = typeof row.month === "string" ? row.month : month;
  return { page: "people", month: of_row, unit: row.unit_code, count: list === "open-units" ? "own" : "subtree", show: "all" };
}

/** What one may choose from: named periods as the office lists them, all others the newest first. */
export function list_periods(today: string): { months: string[]; quarters: string[]; halves: string[]; years: string[] } {
  const { months, quarters, years } = periods_until(today);
  const in_first_half = Number(today.slice(5, 7)) <= 6;
  const halves = years.flatMap((year) => [`${year}-H2`, `${year}-H1`]).slice(in_first_half ? 1 : 0);
  return { months, quarters, halves, years };
}

/** The last month of a period that has begun: where its people are looked at. */
export function month_of_period(period: string, named: readonly NamedPeriod[], today: string): string {
  const running = today.slice(0, 7);
  const last = last_month(period, named) ?? running;
  return last < running ? last : running;
}

function last_month(period: string, named: readonly NamedPeriod[]): string | undefined {
  const of_name = named.find(({ code }) => code === period);
  if (of_name) return of_name.to.slice(0, 7);
  const days = days_of_period(period);
  if (days) return days.to.slice(0, 7);
  const [year = "", part = ""] = period.split("-");
  if (part.startsWith("Q")) return `${year}-${String(3 * Number(part.slice(1))).padStart(2, "0")}`;
  if (part.startsWith("H")) return part === "H1" ? `${year}-06` : `${year}-12`;
  if (part !== "") return period;
  return /^\d{4}$/.test(year) ? `${year}-12` : undefined;
}
