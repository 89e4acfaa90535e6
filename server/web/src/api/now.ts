import { with_query } from "./client";
import type { Named } from "./requests";

/** present: tapped in this session; away: on paper; unknown: no tap, and an entrance is silent or there is no badge. */
export type Presence = "present" | "away" | "not_seen" | "unknown" | "exempt" | "off";

export interface NowRow extends Named {
  presence: Presence;
  session: string;
  since: string; // "07:31": the first tap of the session; empty: none
  last: string; // its newest
  text: string; // on what paper; why it is not known
}

export interface NowReport {
  unit: { code: string; name: string };
  date: string;
  clock: string;
  people: number;
  people_max: number; // with more there are no rows
  rows: NowRow[];
}

export const now_path = (unit: string, lang: string): string => with_query("/reports/now", { unit, lang });
