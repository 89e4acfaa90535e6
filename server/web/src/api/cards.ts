import { send, with_query } from "./client";
import type { Named } from "./requests";

export type LoanCause = "forgotten" | "not_issued";

/** Who has a card of the box. Moments are "2026-07-09T07:37" of the office's clock. */
export interface Loan extends Named {
  cause: LoanCause;
  from: string;
  until: string; // when it ends, or ended, by itself
  returned: string | null; // null: it is still out
  counts: boolean; // its taps are the borrower's now
}

export interface BoxCard {
  label: string; // as it is printed on the card
  unit_code: string;
  unit_name: string;
  loan: Loan | null;
  can_undo: boolean;
  shown: { at: string; entrance: string } | null; // where it was shown just now, being nobody's
}

export interface Box {
  now: string;
  cards: BoxCard[];
}

export interface Borrower extends Named {
  has_own_badge: boolean;
  holds: string; // the temporary card that they hold; empty: none
}

export interface OwnLoan {
  label: string;
  cause: LoanCause;
  from: string;
  until: string;
  returned: string | null;
  text: string;
}

export interface NewCard {
  label: string;
  unit_code: string;
  card?: string; // of a card that the list of unknown ones names
  uid?: string; // or its number
}

const base = "/temporary-cards";
const step = (what: string, body: Record<string, string>, lang: string) =>
  send<void>("POST", with_query(base + what, { lang }), body);

export const cards_api = {
  path: base,
  own_path: (lang: string) => with_query("/own/loans", { lang }),
  people_path: (find: string) => with_query(`${base}/people`, { find }),
  lend: (label: string, staff_code: string, cause: LoanCause, lang: string) => step("/loans", { label, staff_code, cause }, lang),
  take_back: (label: string, lang: string) => step("/returns", { label }, lang),
  undo: (label: string, lang: string) => step("/undo", { label }, lang),
  end: (label: string, lang: string) => step("/ends", { label }, lang),
  add: (card: NewCard, lang: string) => step("", { ...card }, lang),
};
