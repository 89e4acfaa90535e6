import { with_query } from "./client";

/** One row of the log of who did what and who read whose records. */
export interface AuditEntry {
  no: number;
  at: string; // the office's clock, with its distance from UTC
  actor: string;
  address: string;
  action: string; // "GET /api/v1/why"
  target: string;
  staff_code: string;
  unit_code: string;
  status: number;
}

export interface AuditEntries {
  entries: AuditEntry[];
}

export const audit_page_max = 200; // as many as one answer holds

const before_text = (before: number | null) => (before === null ? "" : String(before));

/** Who else looked at one's own records, newest first, those with a smaller number. */
export const own_reads_path = (before: number | null): string =>
  with_query("/own/reads", { before: before_text(before) });

export const audit_path = (actor: string, staff: string, before: number | null): string =>
  with_query("/audit", { actor, staff, before: before_text(before) });
