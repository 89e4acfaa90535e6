import type { WaitingKind, WaitingRow } from "../api/notices";

/** As the server orders them: what cannot wait first. */
export const waiting_kinds: readonly WaitingKind[] = [
  "reader_silent", "clock_off", "badge_lost", "explanation_waits", "request_waits", "month_due",
];

export const rows_of = (rows: WaitingRow[], kind: WaitingKind): WaitingRow[] => rows.filter((row) => row.kind === kind);

/** How many wait: units or entrances where one row is one, else what the rows count. */
export function total_of(rows: WaitingRow[], kind: WaitingKind): number {
  const found = rows_of(rows, kind);
  const counts = kind === "badge_lost" || kind === "explanation_waits" || kind === "request_waits";
  return counts ? found.reduce((sum, row) => sum + row.count, 0) : found.length;
}

/** Days are enough but where minutes matter. */
export const has_clock = (kind: WaitingKind): boolean => kind === "reader_silent";
