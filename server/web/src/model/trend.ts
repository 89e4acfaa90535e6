import type { Tally } from "../api/types";
import { judged_sessions } from "./bar";

/** What a unit's months are compared by. */
export type Measure = "on_time" | "late" | "absent";
export const measures: readonly Measure[] = ["on_time", "late", "absent"];

export const months_compared_max = 12; // a year; a line of more is not read at a glance

/** The share of the sessions that could be judged, 0..1; null where none could. */
export function share_of(tally: Tally, measure: Measure): number | null {
  const judged = judged_sessions(tally);
  return judged <= 0 ? null : Math.min(1, tally[measure] / judged);
}

/** The newest months up to and with `last`, oldest first. */
export function months_before(months: string[], last: string): string[] {
  return [...months].sort().filter((month) => month <= last).slice(-months_compared_max);
}

export interface Point {
  x: number; // 0..1 from the oldest to the newest month
  y: number; // 0..1 from the least to the most that is drawn
}

/** Where a line's points lie; months without a share are left out. The scale begins at 0 and ends at `most`. */
export function points_of(shares: (number | null)[], most: number): Point[] {
  const steps = Math.max(1, shares.length - 1);
  return shares.flatMap((share, i) => (share === null ? [] : [{ x: i / steps, y: most === 0 ? 0 : share / most }]));
}

/** The end of the scale: 100 % for what should be everything, else the next full tenth. */
export function scale_end(shares: (number | null)[], measure: Measure): number {
  if (measure === "on_time") return 1;
  return Math.max(0.1, Math.ceil(Math.max(0, ...shares.map((share) => share ?? 0)) * 10) / 10);
}
