import type { SessionVerdict } from "../api/types";
import { is_noteworthy } from "./signs";

/** What somebody may ask for on a page; the others are ordered by the office. The most frequent first. */
export const asked_kinds = [
  "annual_leave", "business_trip", "permitted_work", "permitted_private", "sick", "child_sick", "compensatory",
  "personal_paid", "unpaid", "study", "maternity", "accident",
] as const;

export type AskedKind = (typeof asked_kinds)[number];

export const explained_causes = ["forgot_badge", "reader_fault", "field_work", "other"] as const;

/** Whether somebody may want to say otherwise about a session of their own: nothing is said of what papers settle, and
 *  nothing of what is still to come. */
export function may_explain(session: SessionVerdict): boolean {
  return session.state !== "excused" && session.state !== "not_due" && is_noteworthy(session);
}
