import type { DayReport } from "../api/types";

/** Weeks of seven places, Monday first; null where the month has not begun or is over. */
export function weeks_of(days: DayReport[]): (DayReport | null)[][] {
  const weeks: (DayReport | null)[][] = [];
  for (const day of days) {
    const place = weekday_of(day.date);
    if (weeks.length === 0 || place === 0) weeks.push(Array<DayReport | null>(7).fill(null));
    weeks[weeks.length - 1]![place] = day;
  }
  return weeks;
}

/** 0 Monday … 6 Sunday. Dates are the office's own; the browser's zone plays no part. */
export function weekday_of(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
}

/** The date so many days on (negative: back). */
export function shift_date(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

export const month_of = (date: string): string => date.slice(0, 7);

/** "2026-01" and -1: "2025-12". */
export function shift_month(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const months = year * 12 + number - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}
