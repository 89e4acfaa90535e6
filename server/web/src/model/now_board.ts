import type { NowRow, NowUnit, Presence } from "../api/now";
import type { TapSign } from "../components/sign";
import type { SignName } from "./signs";

/** As a head asks: who is not here, and do I know why; then who is. */
export const told_presences: readonly Presence[] = ["not_seen", "unknown", "away", "present", "exempt", "off"];

/** Not those of verdicts for who is here: a tap at the door is neither on time nor late. */
export const presence_sign: Record<Presence, SignName | TapSign> = {
  present: "recorded",
  away: "excused",
  not_seen: "absent",
  unknown: "provisional",
  exempt: "exempt",
  off: "not_due",
};

/** In the order of papers, as the server lists them. */
export const by_presence = (rows: NowRow[], presence: Presence): NowRow[] =>
  rows.filter((row) => row.presence === presence);

/** Those of whom most is missing stand first; else by name. */
export const missing_first = (units: NowUnit[]): NowUnit[] =>
  [...units].sort((a, b) => share_missing(b) - share_missing(a) || a.unit_name.localeCompare(b.unit_name, "vi"));

const share_missing = ({ due, not_seen, unknown }: NowUnit): number => (due === 0 ? -1 : (not_seen + unknown) / due);
