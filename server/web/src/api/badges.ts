import { send, with_query } from "./client";
import type { Named } from "./requests";

/** A card that is nobody's yet. `card` names it to the server; its number never leaves it. */
export interface UnknownCard {
  card: string;
  uid_masked: string;
  draws_its_number: boolean;
  taps: number;
  first: string;
  last: string;
  last_reader: string;
  last_entrance: string;
}

export const badge_states = ["active", "lost", "damaged", "returned", "revoked"] as const;
export type BadgeState = (typeof badge_states)[number];

export interface HeldBadge {
  card: string;
  uid_masked: string;
  state: BadgeState;
  temporary: boolean;
  from: string;
  to: string | null;
  last_tap: string | null;
}

/** Printed on a badge; of a citizen id in it only the last four digits. */
export interface CardNumber {
  number_masked: string;
  from: string;
  to: string | null;
}

export interface Holder extends Named {
  badges: HeldBadge[];
  numbers: CardNumber[];
}

/** One badge changes its state, another is given, or both in one step. */
export interface BadgeChange {
  staff_code: string;
  change?: { card: string; state: BadgeState; from: string };
  issue?: { card?: string; uid?: string; kind: "own" | "temporary"; from: string; to: string };
}

export const badges_api = {
  unknown_path: "/badges/unknown",
  of_path: (staff: string) => with_query("/badges", { staff }),
  people_path: (find: string) => with_query("/people", { find }),
  change: (change: BadgeChange, lang: string) => send<void>("POST", with_query("/badges", { lang }), change),
};
