import type { SessionVerdict } from "../api/types";
import { signs_of_present } from "./doors";

/** The signs of the product. Colour is never alone: each has a shape of its own, and a word beside it. */
export type SignName =
  | "on_time" // ●
  | "late" // ◐ late or left early
  | "missing" // △ a tap is missing
  | "absent" // ○
  | "provisional" // ▨
  | "excused" // ◇
  | "exempt" // –
  | "not_due"; // · still to come

/** One session's signs, the most telling first; never empty, at most two. */
export function session_signs(session: SessionVerdict): SignName[] {
  if (session.state !== "present") return [session.state];
  const held = signs_of_present(session);
  const signs: SignName[] = [];
  if (held.includes("late") || held.includes("early")) signs.push("late");
  if (held.includes("missing")) signs.push("missing");
  return signs.length > 0 ? signs : ["on_time"];
}

/** A session that somebody should read: anything but on time, exempt or still to come. */
export function is_noteworthy(session: SessionVerdict): boolean {
  return session_signs(session).some((sign) => sign !== "on_time" && sign !== "exempt" && sign !== "not_due");
}
