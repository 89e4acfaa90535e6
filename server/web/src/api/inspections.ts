import { call, send, with_query, type Answer } from "./client";

/** What an inspector saw of one person. */
export type Observed =
  | "worn" | "worn_wrongly" | "not_worn" | "someone_elses" | "not_issued" | "exempt" | "absent_with_paper" | "absent_without"
  | "taken_back"; // the inspector's mark was a slip

export type Checklist = "badge" | "hours" | "dress" | "conduct" | "alcohol" | "gambling" | "postings" | "registers" | "other";
export type LineAnswer = "kept" | "broken" | "not_applicable";

/** A line of a checklist, in the words of its version, with its last answer. */
export interface AskedLine {
  list: Checklist;
  version: number;
  line: string; // its key
  vi: string;
  en: string;
  answer: LineAnswer | null; // null: nobody answered
  note?: string;
  by?: string; // login
  at?: string; // the office's wall time, to the second
}

/** Where somebody was by taps and papers at the minute of the start. */
export type ListedPresence = "off" | "exempt" | "away" | "present" | "not_seen" | "unknown";

export interface InspectionLine {
  file: string;
  state: "prepared" | "dropped" | "started" | "ended";
  number: string | null; // "17/2026"; null before the start
  unit_code: string;
  unit_name: string;
  place?: string; // where it is not made in a unit's own rooms
  started_at: string | null;
}

/** One inspector's last word about a person. */
export interface Word {
  id?: string; // of its step; none while it is on this device alone
  by: string; // login
  at: string; // the office's wall time, to the second
  observed: Observed;
  paper: string;
  note: string;
}

export interface ListedPerson {
  staff_code: string;
  full_name: string;
  job: string;
  unit_code: string;
  unit_name: string;
  presence: ListedPresence;
  first_tap: string | null;
  paper: string; // known at the start; empty: none
  reported_at: string | null;
  badge_shown?: string | null; // when a reader in check mode saw it; that it is worn, a mark alone says
  badge_number?: string | null; // what may be shown of the number printed on their badge: "H10.••••••••4321.CC"
  words: Word[];
  holds: Observed | null; // null: they disagree, or nobody looked
  disputed: boolean;
}

/** A finding as far as one needs it at a desk. */
export interface KnownFinding {
  finding: string; // its id
  state: "open" | "overdue" | "repair_waits" | "mended" | "closed";
  by: string; // login
  list: Checklist;
  unit_code?: string;
  text: string;
  rule?: string;
  house_rule?: string;
  evidence?: string;
  recommendation?: string;
  owner?: string;
  due: string | null;
  people: string[]; // codes
}

/** An inspection with the list of people as the start froze it. */
export interface OpenInspection extends InspectionLine {
  people: ListedPerson[];
  lines?: AskedLine[];
  findings?: KnownFinding[];
  may?: { team: boolean; lead: boolean };
}

/** Whose badge an inspector holds in their hands. */
export interface VerifiedBadge {
  staff_code: string;
  full_name: string;
  position: string;
  unit_code: string;
  unit_name: string;
  badges: { card: string; state: "active" | "lost" | "damaged" | "returned" | "revoked"; valid_from: string; valid_to: string | null }[];
  by_number: boolean;
  number_in_force: boolean; // by_number: whether it is theirs today
  presence: ListedPresence; // now
  first_tap: string | null;
  last_tap: string | null;
}

/** One inspection of a person's inspection part. */
export interface PersonInspection {
  file: string;
  number: string;
  state: "started" | "ended";
  started_at: string;
  unit_name: string;
  place: string;
  observed: Observed | null; // null: nobody looked, or inspectors disagree
  disputed: boolean;
  paper: string;
  tapped_not_there: boolean;
  findings: {
    finding: string;
    text: string;
    state: "open" | "overdue" | "repair_waits" | "mended" | "closed";
    due: string | null;
    outcome: "within_competence" | "proposed" | null;
    measure: string;
    paper: string;
    carried: string[]; // periods
  }[];
}

/** A step as it goes to the server, the same each time that it is sent. */
export interface SentStep {
  id: string; // 32 hexadecimal digits, drawn here
  file: string;
  kind: "marked" | "answered" | "found" | "named";
  at: number; // ms since 1970, by the clock of this device
  fields: Record<string, string>;
}

export type StepFate = { id: string; taken: true } | { id: string; taken: false; title: string; field?: string };

/** `file`: of the inspection that it is read for; empty: of none. */
export const verify_badge = (text: string, file: string, lang: string): Promise<Answer<VerifiedBadge>> =>
  call(with_query("/inspections/badge", { text, inspection: file, lang }));

/** At most a year. */
export const person_inspections_path = (staff: string, from: string, to: string): string =>
  with_query("/inspections/person", { staff, from, to });

export const inspections_api = {
  list: () => call<{ inspections: InspectionLine[] }>("/inspections"),
  open: (file: string) => call<OpenInspection>(`/inspections/${encodeURIComponent(file)}`),
  deliver: (steps: SentStep[], lang: string) => send<{ steps: StepFate[] }>("POST", with_query("/inspections/steps", { lang }), { steps }),
};
