import type { CalendarDay, CalendarKind } from "../api/hours";
import { shift_date, weekday_of } from "./calendar";

/** The days of a month in weeks of seven places, Monday first; null where it has not begun or is over. */
export function month_weeks(month: string): (string | null)[][] {
  const weeks: (string | null)[][] = [];
  for (let date = `${month}-01`; date.startsWith(month); date = shift_date(date, 1)) {
    const place = weekday_of(date);
    if (weeks.length === 0 || place === 0) weeks.push(Array<string | null>(7).fill(null));
    weeks[weeks.length - 1]![place] = date;
  }
  return weeks;
}

export const months_of = (year: string): string[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}`);

/** What is marked on a day: the kind that holds for everybody, else that of the first unit named. */
export interface DayMark {
  kind: CalendarKind;
  part: boolean; // for some units only
}

export function mark_of(rows: readonly CalendarDay[]): DayMark | null {
  const first = rows.find(({ unit_code }) => unit_code === "") ?? rows[0];
  return first ? { kind: first.kind, part: first.unit_code !== "" } : null;
}

export function by_date(days: readonly CalendarDay[]): ReadonlyMap<string, CalendarDay[]> {
  const dates = new Map<string, CalendarDay[]>();
  for (const day of days) dates.set(day.date, [...(dates.get(day.date) ?? []), day]);
  return dates;
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Where a key leads from a day, within its year; null: nowhere. */
export function step_of(key: string, date: string): string | null {
  const step = steps[key];
  if (step === undefined) return null;
  const next = shift_date(date, step);
  return next.slice(0, 4) === date.slice(0, 4) ? next : null;
}

export const span_days_max = 31; // of one form: Tết with its swaps is under two weeks

/** The dates from the first to the last; just the first where no last is named. */
export function dates_of(from: string, to: string): string[] {
  const dates = [from];
  while (to > dates[dates.length - 1]! && dates.length <= span_days_max) dates.push(shift_date(dates[dates.length - 1]!, 1));
  return dates;
}

export const weekday_codes = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
