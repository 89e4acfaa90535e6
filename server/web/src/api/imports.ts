import type { SessionVerdict } from "./types";
import { call, with_query, type Answer } from "./client";

/** What a file would do, or has done. */
export interface ImportCounts {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  withdrawn: number;
  notes: string[];
}

export interface ImportPreview extends ImportCounts {
  concerns: { people: number; units: number }; // of whom the file speaks, by name or by their unit
  effects: Effects | null; // of kinds that change what everybody owes
  understood: Understood | null; // of a workbook or a calendar
}

/** What was understood of a file that is no CSV. Lists hold the first 200. */
export interface Understood {
  sheet: string; // "": the file has none
  first_header_row: number;
  last_header_row: number;
  columns: { column: string; called: string; heading: string; letters: string }[];
  absent: string[]; // read as empty
  ignored: { place: string; text: string; why: string }[];
  skipped: { row: number; text: string; why: string }[];
  skipped_count: number;
  changed: { place: string; from: string; to: string }[];
  changed_count: number;
  days: { date: string; kind: string; name: string; why: string }[];
  day_count: number;
}

/** Verdicts that would be others. */
export interface Effects {
  months: string[]; // that were looked at
  has_more_months: boolean;
  people: number;
  days: number;
  verdicts: number;
  changes: Effect[]; // the first 200
}

type Told = Pick<SessionVerdict, "state" | "late_min" | "early_min" | "missing_in" | "missing_out">;

export interface Effect {
  staff_code: string;
  full_name: string;
  date: string;
  session: string;
  before: Told | null; // null: nothing is owed
  after: Told | null;
}

/** A file as it was read when it was chosen: what was looked at is what is imported. */
export interface ImportFile {
  kind: string;
  withdraw: boolean;
  name: string;
  bytes: ArrayBuffer | string;
  type?: string; // of the bytes, where they are no such file
}

/** What a form states: rows of a file, keyed by its columns. */
export const form_file = (kind: string, rows: object[], withdraw = false): ImportFile => ({
  kind, withdraw, name: kind, bytes: JSON.stringify({ rows }), type: "application/json",
});

const post = <T>(file: ImportFile, lang: string, more: Record<string, string>): Promise<Answer<T>> =>
  call<T>(
    with_query(`/imports/${file.kind}`, { file: file.name, lang, ...(file.withdraw && { withdraw: "1" }), ...more }),
    {
      method: "POST",
      headers: { "Content-Type": file.type ?? (file.name.endsWith(".toml") ? "application/toml" : "text/csv") },
      body: file.bytes,
    },
  );

export const export_path = (name: string) => `/api/v1/exports/${name}`;

export const imports_api = {
  preview: (file: ImportFile, lang: string) => post<ImportPreview>(file, lang, { dry_run: "1", preview: "effects" }),
  run: (file: ImportFile, lang: string) => post<ImportCounts>(file, lang, {}),
};
