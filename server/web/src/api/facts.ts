import { send, with_query } from "./client";

/** What a row of a file of that kind became. */
export interface Imported {
  kind: string;
  dry_run: boolean;
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  withdrawn: number;
  notes: string[];
}

/** Rows of a form, in the columns of a file of that kind: all of them or none. */
export const state_rows = (kind: string, rows: Record<string, string>[], lang: string) =>
  send<Imported>("POST", with_query(`/imports/${kind}`, { lang, file: "trang web" }), { rows });
