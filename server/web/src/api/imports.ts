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
      headers: { "Content-Type": file.type ?? (file.kind === "schedules" ? "application/toml" : "text/csv") },
      body: file.bytes,
    },
  );

export const imports_api = {
  preview: (file: ImportFile, lang: string) => post<ImportPreview>(file, lang, { dry_run: "1", preview: "effects" }),
  run: (file: ImportFile, lang: string) => post<ImportCounts>(file, lang, {}),
};
