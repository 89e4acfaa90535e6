import type { BoxCard, Loan } from "../api/cards";

/** A box as the page shows it: what can be lent, just shown cards first, and what is out, the longest first. */
export interface Sides {
  free: BoxCard[];
  out: (BoxCard & { loan: Loan })[];
}

export function sides_of(cards: readonly BoxCard[]): Sides {
  const is_out = (card: BoxCard): card is BoxCard & { loan: Loan } => card.loan !== null && card.loan.returned === null;
  const free = cards.filter((card) => !is_out(card));
  return {
    free: [...free].sort((a, b) => shown_at(b).localeCompare(shown_at(a)) || a.label.localeCompare(b.label)),
    out: cards.filter(is_out).sort((a, b) => a.loan.from.localeCompare(b.loan.from) || a.label.localeCompare(b.label)),
  };
}

const shown_at = (card: BoxCard): string => card.shown?.at ?? "";

/** Lent on an earlier day (or a night that is over), and still not back. */
export function is_overdue(loan: Loan): boolean {
  return loan.returned === null && !loan.counts;
}

/** Whether the cards of several boxes are told apart by their unit. */
export function has_several_boxes(cards: readonly BoxCard[]): boolean {
  return new Set(cards.map(({ unit_code }) => unit_code)).size > 1;
}
