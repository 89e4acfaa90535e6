import { send, with_query } from "./client";
import type { Tally } from "./types";

/** How far a unit's month is: the timekeeper prepares, the head of division confirms, the head of the body approves,
 *  which closes it. nobody: the unit has no people of its own. */
export type ProgressState = "nobody" | "open" | "prepared" | "confirmed" | "preliminary" | "closed";

export interface UnitProgress {
  unit_code: string;
  from: string; // the unit's pay period of that month
  to: string;
  state: ProgressState;
  open_sessions: number; // not settled yet
  changed: boolean; // verdicts are others than those that were signed or closed last
  by: string | null; // who signed or closed last, also where it counts no more
  at: string | null;
}

export interface ProgressReport {
  month: string;
  units: UnitProgress[];
}

export interface Signature {
  step: "prepared" | "confirmed";
  by: string;
  at: string;
  facts_position: number;
  stands: boolean; // the verdicts are still those that were signed
}

export interface Close {
  id: number;
  preliminary: boolean;
  closed_by: string;
  at: string;
}

/** What somebody is about to sign or to close. */
export interface SheetPreview extends UnitProgress {
  unit_name: string;
  head: string | null;
  tally: Tally;
  open: string[]; // a sentence a person, of the first 50
  sheet_sha256: string;
  signatures: Signature[]; // oldest first
  close: Close | null;
}

/** A verdict that came out otherwise after the sheet was signed or closed. */
export interface SheetChange {
  staff_code: string;
  full_name: string;
  date: string;
  session: string;
  because: string[];
  text: string;
}

export const closes_paths = {
  progress: (month: string, unit = "") => with_query("/reports/progress", { month, unit }),
  preview: (unit: string, month: string, lang: string) => with_query("/closes/preview", { unit, month, lang }),
  changes: (unit: string, month: string, since: string, lang: string) =>
    with_query("/reports/changes", { unit, month, since, lang }),
};

/** `sheet_sha256`: of the sheet that was looked at; another one is not signed. */
interface Signed {
  unit: string;
  month: string;
  sheet_sha256: string;
}

/** Refusals come as sentences in `lang`. */
export const closes_api = {
  prepare: (what: Signed, lang: string) => send<void>("POST", with_query("/closes/prepare", { lang }), what),
  confirm: (what: Signed, lang: string) => send<void>("POST", with_query("/closes/confirm", { lang }), what),
  close: (what: Signed & { preliminary: boolean }, lang: string) =>
    send<void>("POST", with_query("/closes", { lang }), what),
  reopen: (id: number, reason: string, lang: string) =>
    send<void>("POST", with_query(`/closes/${id}/reopen`, { lang }), { reason }),
};
