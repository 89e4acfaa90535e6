/** The answers of /api/v1 as the pages read them. Counts are sessions unless a name says otherwise. */

export type Role = "administrator" | "hr" | "staff" | "timekeeper" | "head" | "inspector" | "guard" | "auditor";

/** A role, for a unit and all below it (empty: all units), on the days from `from` to `to` (null: open). */
export interface Grant {
  role: Role;
  unit: string;
  from: string | null;
  to: string | null;
}

export interface Identity {
  name: string;
  by: "password" | "token" | "provider"; // only who came by a password can change one here
  staff_code: string; // whose records are one's own; empty: nobody's
  grants: Grant[]; // also those that are over or have not begun
  must_enrol: boolean; // can do nothing before they have set up a second factor
}

/** Somebody who signs in with a name and a password. `grants`: what was given by hand; the roster gives the rest. */
export interface Login {
  name: string;
  staff_code: string;
  grants: Grant[];
  created_at: string;
  second_factor: boolean;
  state: "active" | "invited" | "disabled"; // invited: has set no password yet
}

/** A link that sets a password once. It cannot be read again. */
export interface Invitation {
  name: string;
  page: string; // "/#/invitation/…"
  expires_at: string;
}

export interface Months {
  months: string[]; // "2026-07", those that hold taps
  default: string;
}

export interface Tally {
  staff: number;
  sessions_due: number;
  on_time: number;
  late: number;
  late_min: number;
  early: number;
  early_min: number;
  missing: number;
  absent: number;
  excused: number;
  exempt: number;
  provisional: number;
  on_time_rate: number | null; // 0..1; null when no session could be judged
}

export interface UnitRef {
  code: string;
  name: string;
}

export interface UnitRow {
  unit_code: string;
  unit_name: string;
  parent_code: string | null;
  level: number;
  head?: string | null; // who answered for it on the month's last day
  own: Tally;
  subtree: Tally;
}

export interface UnitReport {
  month: string;
  unit: UnitRef | null;
  rows: UnitRow[]; // depth first
}

export interface PersonRow extends Tally {
  staff_code: string;
  full_name: string;
  position?: string;
  unit_code?: string;
  unit_name?: string;
}

/** Somebody of another unit who works at this one; in none of its figures. */
export interface GuestRow extends Tally {
  staff_code: string;
  full_name: string;
  unit_code: string;
  unit_name: string;
  from: string; // "2026-07-01", the first and the last day there in the month
  to: string;
}

export interface PeopleReport {
  month: string;
  unit: UnitRef;
  guests: GuestRow[];
  history: string[]; // sentences: what became of the unit in the month
  rows: PersonRow[];
}

export type SessionState = "present" | "absent" | "excused" | "exempt" | "provisional" | "not_due";

export interface SessionVerdict {
  name: string; // "sáng"
  start: string; // "07:30"
  end: string;
  state: SessionState;
  late_min: number;
  early_min: number;
  missing_in: boolean;
  missing_out: boolean;
  in: string | null;
  out: string | null;
  text: string;
}

export type DayKind = "working" | "make_up" | "weekend" | "holiday" | "off" | "unscheduled" | "closure" | "duty";

export interface DayReport {
  date: string;
  kind: DayKind;
  name?: string | null;
  sessions: SessionVerdict[];
  taps: string[];
}

export interface Person {
  code: string;
  full_name: string;
  position?: string;
  unit_code: string;
  unit_name: string;
}

export interface PersonReport {
  staff: Person;
  month: string;
  tally: Tally;
  days: DayReport[];
}

/** A person's year of leave, in days. Null: what the year gives was never stated. */
export interface LeaveReport {
  year: number;
  figures: { entitled: number | null; used: number; remaining: number | null };
  text: string; // all of it as sentences
}

export interface WhyTap {
  at: string; // "07:37:12", or a full instant
  reader: string;
  entrance: string;
  direction: string;
  uid_masked: string;
  ruled: string | null;
  use: string;
}

/** A span in which an entrance of the unit sent no data. */
export interface SilentSpan {
  entrance: string;
  from: string; // "09:12"; empty: since before the day
  to: string; // empty: has not ended
  text: string;
}

/** Why a day was judged as it was; the sentences come ready in the language that was asked for. */
export interface Why {
  staff: Person;
  date: string;
  schedule: { name: string; assigned_to?: string; hours?: string } | null;
  kind: DayKind;
  calendar: string | null; // name of a day that the calendar names
  taps: WhyTap[];
  papers: { text: string }[];
  letters: { text: string }[]; // of the calendar
  duties: { text: string }[];
  loans: { text: string }[]; // temporary cards of the day
  corrections: { text: string }[];
  coverage: SilentSpan[];
  sessions: SessionVerdict[];
}

export interface LiveTap {
  at: string; // "2026-07-09T07:37:12+07:00"
  entrance: string;
  reader: string;
  staff_code?: string | null;
  full_name?: string | null;
  unit_name?: string | null;
  state: "known" | "unknown" | "not_lent" | "revoked";
  uid_masked?: string;
}
