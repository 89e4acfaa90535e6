import { call, with_query, type Answer } from "./client";

export type ProgrammeOutcome = "trip" | "in_office" | "no_place" | "nobody";

export interface ClockSpan {
  from: string;
  to: string;
}

/** What was understood of a row of the programme. */
export interface ProgrammeRow {
  line: number;
  date: string;
  session: string; // empty: the whole day, or hours
  time: ClockSpan | null;
  kind: string;
  people: { staff_code: string; full_name: string }[];
  unknown: string[]; // words among its people that name nobody the reader may see
  content: string;
  place: string;
  outcome: ProgrammeOutcome;
}

/** A paper of an earlier version that is taken back. */
export interface WithdrawnTrip {
  staff_code: string;
  full_name: string;
  date: string;
  session: string;
  time: ClockSpan | null;
}

export interface Programme {
  dry_run: boolean;
  from: string;
  to: string;
  paper: string;
  added: number;
  changed: number;
  unchanged: number;
  rows: ProgrammeRow[];
  withdrawn: WithdrawnTrip[];
}

/** Whose programme of which week. */
export interface ProgrammeOf {
  week: string; // one of its days
  paper: string;
  unit: string;
  office: string; // words of places at which nobody is away, joined by commas
}

export const take_programme = (
  file: ArrayBuffer,
  of: ProgrammeOf,
  name: string,
  dry_run: boolean,
  lang: string,
): Promise<Answer<Programme>> =>
  call<Programme>(with_query("/programmes", { ...of, file: name, lang, dry_run: dry_run ? "1" : "" }), {
    method: "POST",
    headers: { "Content-Type": "text/csv" },
    body: file,
  });
