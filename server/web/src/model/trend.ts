import type { Tally } from "../api/types";
import { judged_sessions } from "./bar";
import { shift_month } from "./calendar";

/** What a unit's months are compared by. */
export type Measure = "on_time" | "late" | "absent";
export const measures: readonly Measure[] = ["on_time", "late", "absent"];

export const months_compared_max = 12; // a year; a line of more is not read at a glance

/** The share of the sessions that could be judged, 0..1; null where none could. */
export function share_of(tally: Tally, measure: Measure): number | null {
  const judged = judged_sessions(tally);
  return judged <= 0 ? null : Math.min(1, tally[measure] / judged);
}

/** The months of the year up to `last`, oldest first, from the first on that holds taps: those between without any
 *  too, because a line over a gap would lie. */
export function months_before(known: string[], last: string): string[] {
  const year = Array.from({ length: months_compared_max }, (_, i) => shift_month(last, i + 1 - months_compared_max));
  const first = year.findIndex((month) => known.includes(month));
  return first < 0 ? [] : year.slice(first);
}

export interface Point {
  x: number; // 0..1 from the oldest to the newest month
  y: number; // 0..1 from the least to the most that is drawn
}

/** Where the points of a line lie, in runs of months that follow one another: a month without a share ends one. The
 *  scale begins at 0 and ends at `most`. */
export function runs_of(shares: (number | null)[], most: number): Point[][] {
  const steps = Math.max(1, shares.length - 1);
  const runs: Point[][] = [[]];
  shares.forEach((share, i) => {
    if (share === null) runs.push([]);
    else runs[runs.length - 1]!.push({ x: i / steps, y: most === 0 ? 0 : share / most });
  });
  return runs.filter((run) => run.length > 0);
}

/** The end of the scale: 100 % for what should be everything, else the next full tenth. */
export function scale_end(shares: (number | null)[], measure: Measure): number {
  if (measure === "on_time") return 1;
  return Math.max(0.1, Math.ceil(Math.max(0, ...shares.map((share) => share ?? 0)) * 10) / 10);
}
