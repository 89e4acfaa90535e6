import type { ListName } from "../model/lists";
import { send, with_query } from "./client";

export type ListingCell = string | number | null;
export type ListingRow = Record<string, ListingCell>;

/** A report as rows under named columns. */
export interface Listing {
  title: string;
  notes: string[]; // what one must know to read it
  columns: { key: string; heading: string }[];
  rows: ListingRow[];
  total: ListingRow | null;
}

/** A list of praise that somebody has released. */
export interface PraiseRelease {
  no: number;
  unit_code: string;
  unit_name: string;
  period: string;
  from: string;
  to: string;
  basis: string;
  released_by: string;
  at: string;
  open: boolean; // one may read what stands on it
  may_withdraw: boolean;
  withdrawn: { at: string; by?: string; reason?: string } | null; // by whom and why: where it is open
}

export type ListingFormat = "csv" | "xlsx" | "pdf" | "docx";
export const listing_formats: readonly ListingFormat[] = ["pdf", "docx", "xlsx", "csv"];

export const releases_path = "/praise";

export const lists_paths = {
  data: (list: ListName, unit: string, period: string, lang: string) => with_query(`/lists/${list}.json`, { unit, period, lang }),
  file: (list: ListName, unit: string, period: string, format: ListingFormat, lang: string) =>
    `/api/v1${with_query(`/lists/${list}.${format}`, { unit, period, lang })}`,
  released: (no: number, lang: string) => with_query(`/praise/${no}/list.json`, { lang }),
  released_file: (no: number, format: ListingFormat, lang: string) => `/api/v1${with_query(`/praise/${no}/list.${format}`, { lang })}`,
};

/** `seen`: codes of the rows that are on the page, in their order. */
export const release_praise = (what: { unit: string; period: string; basis: string; seen: string[] }, lang: string) =>
  send<{ no: number }>("POST", with_query("/praise", { lang }), what);
export const withdraw_praise = (no: number, reason: string, lang: string) =>
  send<void>("POST", with_query(`/praise/${no}/withdraw`, { lang }), { reason });
