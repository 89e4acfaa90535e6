import type { SignName } from "./signs";

/** The people of a unit, day by day: `days` has a field for each day of the month, in it a letter a session. */
export interface UnitDays {
  month: string;
  unit: { code: string; name: string };
  people: number; // all of them; rows hold the first
  rows: PersonDays[];
}

export interface PersonDays {
  staff_code: string;
  full_name: string;
  unit_code: string;
  unit_name: string;
  days: string; // "pp,pl,,,pp"
}

const signs: Record<string, SignName[]> = {
  p: ["on_time"],
  l: ["late"],
  m: ["missing"],
  b: ["late", "missing"],
  a: ["absent"],
  e: ["excused"],
  x: ["exempt"],
  u: ["provisional"],
  n: ["not_due"],
};

/** A session's signs by its letter, the most telling first. A letter of a newer server is still to come. */
export const signs_of_letter = (letter: string): SignName[] => signs[letter] ?? ["not_due"];

/** The letters of each day. */
export const letters_by_day = (days: string): string[] => days.split(",");

/** The month's dates. */
export function dates_of(month: string): string[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, i) => `${month}-${String(i + 1).padStart(2, "0")}`);
}

/** Where a key leads in a grid, or null where it leads nowhere. */
export function moved(key: string, ctrl: boolean, at: Place, rows: number, columns: number): Place | null {
  const bounded = (row: number, column: number): Place => ({
    row: Math.min(Math.max(row, 0), rows - 1),
    column: Math.min(Math.max(column, 0), columns - 1),
  });
  switch (key) {
    case "ArrowUp":
      return bounded(at.row - 1, at.column);
    case "ArrowDown":
      return bounded(at.row + 1, at.column);
    case "ArrowLeft":
      return bounded(at.row, at.column - 1);
    case "ArrowRight":
      return bounded(at.row, at.column + 1);
    case "PageUp":
      return bounded(at.row - page_rows, at.column);
    case "PageDown":
      return bounded(at.row + page_rows, at.column);
    case "Home":
      return bounded(ctrl ? 0 : at.row, 0);
    case "End":
      return bounded(ctrl ? rows - 1 : at.row, columns - 1);
    default:
      return null;
  }
}

export interface Place {
  row: number;
  column: number;
}

const page_rows = 10;
