import { send, with_query } from "./client";

/** A person as lists name them. */
export interface Named {
  staff_code: string;
  full_name: string;
  position: string;
  unit_code: string;
  unit_name: string;
}

/** A correction that somebody asked for themselves, in the columns of its file, and in words. */
export interface Explanation extends Named {
  date: string;
  session: string; // empty: the whole day
  effect: string;
  at: string;
  cause: string;
  explanation: string;
  decision: "pending" | "approved" | "refused";
  says: string;
  cause_text: string;
  decision_text: string;
}

export type Outcome = "waiting" | "approved" | "refused" | "taken_back";

/** A request for leave, a trip or permission to go out. */
export interface AbsenceRequest extends Named {
  no: number;
  asks: string; // in words
  from: string;
  to: string;
  reason: string;
  asked_at: string;
  outcome: Outcome;
  decided_by: string;
  decision_reason: string;
}

export interface Requests {
  explanations: Explanation[];
  requests: AbsenceRequest[];
}

/** The totals count those too that are not listed. */
export interface WaitingList extends Requests {
  explanations_total: number;
  requests_total: number;
}

export interface Decision {
  decision: "approved" | "refused";
  reason?: string;
  paper?: string;
}

export const own_requests_path = (lang: string): string => with_query("/own/requests", { lang });
export const waiting_path = (lang: string): string => with_query("/waiting", { lang });

/** What people ask for, and what becomes of it. Refusals come as sentences in `lang`. */
export const requests_api = {
  explain: (form: Record<string, string>, lang: string) =>
    send<void>("POST", with_query("/own/explanations", { lang }), form),
  ask: (form: Record<string, string>, lang: string) =>
    send<{ no: number }>("POST", with_query("/own/requests", { lang }), form),
  take_back: (no: number, lang: string) => send<void>("DELETE", with_query(`/own/requests/${no}`, { lang })),
  decide_explanation: ({ staff_code, date, session, effect }: Explanation, decision: Decision, lang: string) =>
    send<void>("POST", with_query("/waiting/explanations", { lang }), { staff_code, date, session, effect, ...decision }),
  decide_request: ({ no }: AbsenceRequest, decision: Decision, lang: string) =>
    send<void>("POST", with_query(`/waiting/requests/${no}`, { lang }), decision),
};
