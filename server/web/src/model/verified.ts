import type { VerifiedBadge } from "../api/inspections";

/** What a badge is today, by all that its number or its holder's code tells. */
export type Verdict =
  | { is: "valid" }
  | { is: "number_ended" } // the number that is printed on it is theirs no more
  | { is: "no_badge" }
  | { is: "stopped"; state: VerifiedBadge["badges"][number]["state"] }; // `active`: its days are over

/** Of several cards one in use is enough: which of them is worn, each one's own line tells. */
export function verdict_of({ badges, by_number, number_in_force }: VerifiedBadge, today: string): Verdict {
  if (by_number && !number_in_force) return { is: "number_ended" };
  const [first] = badges;
  if (first === undefined) return by_number ? { is: "valid" } : { is: "no_badge" };
  return badges.some((badge) => is_in_use(badge, today)) ? { is: "valid" } : { is: "stopped", state: first.state };
}

/** Dates as texts compare like dates. */
export function is_in_use({ state, valid_from, valid_to }: VerifiedBadge["badges"][number], today: string): boolean {
  return state === "active" && valid_from <= today && (valid_to === null || today <= valid_to);
}
