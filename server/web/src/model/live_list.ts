import type { LiveTap } from "../api/types";

export const live_taps_max = 200; // about the last quarter of an hour of a busy entrance; older ones are in reports

/** A tap of the list, with a number of its own. */
export interface LiveLine {
  key: number;
  tap: LiveTap;
}

/** Newest first, bounded. After a reconnect the server sends its recent taps again: those we hold are skipped. */
export function with_tap(lines: LiveLine[], tap: LiveTap): LiveLine[] {
  const mark = identity(tap);
  if (lines.some((line) => identity(line.tap) === mark)) return lines;
  const key = lines.reduce((highest, line) => Math.max(highest, line.key), 0) + 1;
  return [{ key, tap }, ...lines].slice(0, live_taps_max);
}

const identity = (tap: LiveTap): string =>
  [tap.at, tap.entrance, tap.reader, tap.staff_code ?? "", tap.uid_masked ?? ""].join("\u0000");

/** How many taps the server says it could not hand on: {"count":12}. */
export function read_missed(data: string): number {
  try {
    const count = Number((JSON.parse(data) as { count?: unknown } | null)?.count);
    return Number.isFinite(count) && count > 0 ? count : 0;
  } catch {
    return 0;
  }
}

/** What came over the wire, if it is a tap at all. */
export function read_live_tap(data: string): LiveTap | null {
  try {
    const value = JSON.parse(data) as Partial<LiveTap> | null;
    if (!value || typeof value.at !== "string" || typeof value.entrance !== "string") return null;
    return value as LiveTap;
  } catch {
    return null;
  }
}

/** Of a tap as it came: whether its card is nobody's. */
export const is_of_unknown_card = (data: string): boolean => read_live_tap(data)?.state === "unknown";
