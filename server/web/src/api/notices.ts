import { send, with_query } from "./client";
import type { ProgressState } from "./closes";

export type WaitingKind =
  | "reader_silent" | "clock_off" | "badge_lost" | "explanation_waits" | "request_waits" | "finding_overdue" | "repair_waits" | "month_due";

/** What waits in one unit, or at one entrance. */
export interface WaitingRow {
  kind: WaitingKind;
  count: number; // papers, badges or findings; of month_due the sessions that are not settled
  since: string | null; // of the oldest
  unit_code: string; // empty: of an entrance
  unit_name: string;
  entrance: string;
  head: string; // who answers for the unit, or for the nearest above; may be empty
  month?: string; // of month_due
  state?: ProgressState; // likewise
}

export interface WaitingRows {
  now: string;
  totals: Partial<Record<WaitingKind, number>>; // of all rows
  rows_total: number; // those too that are not listed
  rows: WaitingRow[]; // what cannot wait first
}

/** Where one wants to be told what waits. */
export interface Contact {
  address: string; // empty: nowhere
  sends_mail: boolean; // whether the server does at all
}

/** A way by which people or programs are told: "mail", or a webhook's name. */
export interface Channel {
  channel: string;
  waiting: number;
  dead: number;
  delivered_at: string | null;
  closed_at: string | null; // since when its receiver says that nobody listens
}

/** A message that did not arrive. */
export interface Undelivered {
  no: number;
  channel: string;
  receiver: string;
  title: string;
  made_at: string;
  state: "waiting" | "dead";
  attempts: number;
  next_at: string;
  error: string;
}

export interface NoticeState {
  channels: Channel[];
  messages: Undelivered[];
}

export const waiting_rows_path = "/waiting/list";
export const contact_path = "/session/contact";
export const notices_path = "/notices";

export const notices_api = {
  set_contact: (address: string, lang: string) => send<void>("PUT", with_query(contact_path, { lang }), { address }),
  again: (no: number) => send<void>("POST", `/notices/${no}/again`),
  drop: (no: number) => send<void>("DELETE", `/notices/${no}`),
  open: (channel: string) => send<void>("POST", `/notices/channels/${encodeURIComponent(channel)}`),
};
