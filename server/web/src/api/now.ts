import { with_query } from "./client";
import type { Named } from "./requests";

/** present: tapped in this session; away: on paper; unknown: no tap, and an entrance is silent or there is no badge. */
export type Presence = "present" | "away" | "not_seen" | "unknown" | "exempt" | "off";

export interface NowRow extends Named {
  presence: Presence;
  since: string; // "07:31": the first tap of the session; empty: none
  last: string; // its newest
  text: string; // on what paper; why it is not known
}

/** due: everybody but who is off or exempt. */
export interface NowCounts {
  people: number;
  due: number;
  present: number;
  away: number;
  not_seen: number;
  unknown: number;
  exempt: number;
}

export interface NowUnit extends NowCounts {
  unit_code: string;
  unit_name: string;
  open_slots: number;
}

/** A duty slot that nobody holds, or too few. unnamed: too few are named; empty: the hours have begun and too few are
 *  here; unknown: it may be so. */
export interface NowSlot {
  unit_code: string;
  unit_name: string;
  date: string; // on which its hours begin
  schedule: string;
  from: string;
  until: string;
  cover: "unnamed" | "empty" | "unknown";
  people_min: number;
  named: number;
  here: number;
  text: string;
}

export interface NowReport {
  unit: { code: string; name: string }; // both empty: everything that one may see
  date: string;
  clock: string;
  counts: NowCounts;
  units: NowUnit[]; // directly below it, each with all below it
  slots: NowSlot[]; // those that go on first
  rows: NowRow[]; // of many people only those of the unit itself
}

/** `unit` empty: the highest that one may see. */
export const now_path = (unit: string, lang: string): string => with_query("/reports/now", { unit, lang });
