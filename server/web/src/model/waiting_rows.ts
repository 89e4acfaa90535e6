import type { WaitingKind, WaitingRow } from "../api/notices";

/** As the server orders them: what cannot wait first. */
export const waiting_kinds: readonly WaitingKind[] = [
  "reader_silent", "clock_off", "badge_lost", "explanation_waits", "request_waits", "finding_overdue", "repair_waits", "month_due",
];

export const rows_of = (rows: WaitingRow[], kind: WaitingKind): WaitingRow[] => rows.filter((row) => row.kind === kind);

/** Days are enough but where minutes matter. */
export const has_clock = (kind: WaitingKind): boolean => kind === "reader_silent";
