import { send, with_query, type Answer } from "./client";
import type { AskedLine, Checklist, InspectionLine, ListedPerson, StepFate, Word } from "./inspections";

export type { Checklist };
export type FindingState = "open" | "overdue" | "repair_waits" | "mended" | "closed";
export type CaseGap = "cause" | "who" | "head_part" | "outcome" | "proposal" | "answer";
export type FeedbackKind = "reflection" | "petition" | "complaint" | "denunciation";
export type FeedbackState = "open" | "overdue" | "answered";
export type Basis = "plan" | "order" | "feedback" | "own";
export type TeamRole = "leader" | "secretary" | "member";
export type PaperKind = "minutes" | "report" | "notice";

/** People of a list by what was seen of them. */
export interface Wearing {
  listed: number;
  present: number;
  worn: number;
  worn_wrongly: number;
  not_worn: number;
  someone_elses: number;
  not_issued: number;
  exempt: number;
  absent_with_paper: number;
  absent_without: number;
  disputed: number;
  not_checked: number;
  tapped_not_there: number;
  observed: number; // present and not exempt
  worn_permille: number | null; // null: nobody was observed
}

interface InspectionHead extends InspectionLine {
  place: string;
  basis: Basis;
  form: "announced" | "unannounced";
  day: string | null;
  ended_at: string | null;
  wearing: Wearing;
}

export interface InspectionSummary extends InspectionHead {
  findings: number;
  leader: string;
}

export interface Member {
  login: string;
  full_name: string;
  job: string;
  role: TeamRole;
}

export interface Responsible {
  staff_code: string;
  full_name: string;
  job: string;
  role: "head" | "acting" | "in_charge" | "delegated";
  paper: string;
}

export interface Checked extends Omit<ListedPerson, "words"> {
  words: (Word & { id: string })[];
  paper_kind: string;
  tapped_not_there: boolean;
  late_paper: { kind: string; paper: string; reported_at: string | null } | null;
  settled_by?: string;
  settled_reason?: string;
}

interface Said {
  by: string;
  at: string;
}

export interface Finding extends Said {
  finding: string;
  state: FindingState;
  list: Checklist;
  unit_code?: string;
  text: string;
  rule?: string;
  evidence?: string;
  recommendation?: string;
  owner?: string;
  due: string | null;
  head: Responsible;
  people: string[];
  extensions: { due: string; reason: string }[];
  repairs: (Said & { text: string; evidence: string; review: (Said & { accepted: boolean; reason: string }) | null })[];
  views: (Said & { of: "person" | "head"; text: string })[];
  handled: Record<string, string> | null;
  decided: Record<string, string> | null;
  carried: { staff_code: string; period: string }[];
  gaps: CaseGap[];
}

/** A finding in a list of those to follow up. */
export interface FollowedFinding extends Finding {
  file: string;
  number: string;
  inspected: string;
  unit_name: string;
  not_carried: string[];
}

export interface InspectionFile extends InspectionHead {
  ordered_by: string;
  paper: string;
  plan: string;
  feedback: string;
  team_kind: "delegation" | "group";
  decision: string;
  checklists: Checklist[];
  prepared_by: string;
  team: Member[];
  may: { team: boolean; lead: boolean; follow_up: boolean; answer: boolean };
  head: Responsible | null;
  ended: Record<string, string> | null;
  whole: boolean;
  people: Checked[];
  lines: AskedLine[];
  findings: Finding[];
  papers: { paper: PaperKind; number: string; date: string }[];
}

export interface Plan {
  file: string;
  number: string;
  issuer: string;
  title?: string;
  issued_on: string;
  year: string;
  rows: { line: number; unit_kind: string; count: number; quarters: number[]; done: number }[];
  kinds: { unit_kind: string; planned: number; done: number }[];
  planned: number;
  done: number;
  of_planned: number;
  permille: number | null;
}

export interface FeedbackCase extends Said {
  file: string;
  kind: FeedbackKind;
  state: FeedbackState;
  received_on: string;
  due?: string;
  channel?: string;
  unit_code?: string;
  subject?: string;
  sender?: string;
  number?: string;
  body?: string;
  replied: Record<string, string> | null;
}

export type DutyState = "not_checked" | "in_order" | "not_kept" | "repair_waits" | "open" | "overdue";

/** One content of inspections in one unit, or in all units of a row. */
export interface Duty {
  state: DutyState;
  last: string | null; // null: nobody looked on these days
  not_kept: number;
  open: number;
  overdue: number;
  repair_waits: number;
  mended: number;
}

/** A unit that may be named, why, and who answered for it then. */
export interface NamedUnit {
  unit_code: string;
  unit_name: string;
  overdue: number;
  repeated: number;
  without_badge: number;
  absent_without: number;
  heads: (Responsible & { days: string[] })[];
}

export interface UnitResult {
  unit_code: string;
  unit_name: string;
  inspections: number;
  own: number;
  findings: number;
  wearing: Wearing;
  duties: Record<Checklist, Duty>;
}

export interface InspectionResults {
  unit_code: string;
  unit_name: string;
  inspections: number;
  own: number;
  total: Wearing;
  units: UnitResult[];
  kinds: ({ list: Checklist; repeated: number } & Record<FindingState, number>)[];
  people: { staff_code: string; full_name: string; unit_name: string; days: string[] }[];
  reports: { file: string; number: string; unit_name: string; ended: string; reported: string | null; took_days: number | null }[];
  praise_inspections_min: number;
  praised: { unit_code: string; unit_name: string }[];
  naming_inspections_min: number;
  named: NamedUnit[];
  without_own: { unit_code: string; unit_name: string }[];
}

export const inspections_path = "/inspections";
export const inspection_path = (file: string): string => `/inspections/${encodeURIComponent(file)}`;
export const findings_path = "/inspections/findings";
export const plans_path = "/inspection-plans";
export const feedback_path = "/feedback";
export const results_path = (unit: string, from: string, to: string): string => with_query("/inspections/results", { unit, from, to });
export const document_path = (file: string, paper: PaperKind, format: "pdf" | "docx"): string =>
  `/api/v1/inspections/${encodeURIComponent(file)}/${paper}.${format}`;

/** A number that nobody else draws. */
export function new_id(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export interface NewStep {
  kind: string;
  fields: Record<string, string>;
}

/** Writes steps into a file, in their order; each has a fate of its own. Empty fields are left out. */
export function write_steps(file: string, steps: NewStep[], lang: string): Promise<Answer<{ steps: StepFate[] }>> {
  const sent = steps.map(({ kind, fields }) => ({
    id: new_id(),
    file,
    kind,
    at: Date.now(),
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "")),
  }));
  return send("POST", with_query("/inspections/steps", { lang }), { steps: sent });
}
