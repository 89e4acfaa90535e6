import type { ListedPerson, Observed, OpenInspection, Word } from "../api/inspections";
import { instant_of } from "../format";
import { is_on_badge } from "./badge_number";
import { in_second, last, type KeptStep } from "./inspect_queue";
import { matches } from "./search";

/** What is known of a person: the server's view, with what this device has not delivered yet laid over it. Nobody
 *  else's word is ever touched. */
export interface Seen {
  person: ListedPerson;
  mine: Word | null; // my last word; null: none, or taken back
  unsent: boolean; // it is not at the server yet
  said_at: number | null; // when I said anything last, also what was taken back
  others: Word[];
  holds: Observed | null;
  disputed: boolean;
  refused: KeptStep | null; // a later word of mine that the server did not take
}

/** Everybody on the list, in its order. */
export function seen_people(inspection: OpenInspection, steps: readonly KeptStep[], me: string): Seen[] {
  const by_person = new Map<string, KeptStep[]>();
  for (const step of steps) {
    if (step.file !== inspection.file || step.owner !== me || step.kind !== "marked") continue;
    const person = step.fields.staff_code ?? "";
    by_person.set(person, [...(by_person.get(person) ?? []), step]);
  }
  return inspection.people.map((person) => seen_of(person, by_person.get(person.staff_code) ?? [], me));
}

function seen_of(person: ListedPerson, steps: KeptStep[], me: string): Seen {
  const others = person.words.filter(({ by }) => by !== me);
  const delivered = person.words.find(({ by }) => by === me) ?? null;
  const kept = last(steps.filter(({ state }) => state !== "refused"));
  const refused = last(steps.filter(({ state }) => state === "refused"));
  const delivered_at = delivered ? instant_of(delivered.at) : null;
  const newer = kept !== null && (delivered_at === null || in_second(kept.at) >= in_second(delivered_at)) ? kept : null;
  const said = newer ? word_of(newer) : delivered;
  const mine = said?.observed === "taken_back" ? null : said;
  const said_at = newest(newer?.at ?? delivered_at, refused?.at ?? null);
  const known = delivered?.observed ?? null; // what the server's own sums are made of
  const together = (mine?.observed ?? null) === known ? person : agreed(mine ? [...others, mine] : others);
  return {
    person, mine, others, said_at,
    unsent: newer?.state === "waiting",
    holds: together.holds,
    disputed: together.disputed,
    refused: refused && refused.at > (newer?.at ?? delivered_at ?? 0) ? refused : null,
  };
}

function agreed(words: Word[]): { holds: Observed | null; disputed: boolean } {
  const [first] = words;
  if (first === undefined) return { holds: null, disputed: false };
  const same = words.every(({ observed }) => observed === first.observed);
  return { holds: same ? first.observed : null, disputed: !same };
}

function word_of({ owner, at, fields }: KeptStep): Word {
  return {
    by: owner,
    at: new Date(at).toISOString(),
    observed: fields.observed as Observed,
    paper: fields.paper ?? "",
    note: fields.note ?? "",
  };
}

const newest = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b));

export const is_checked = (seen: Seen): boolean => seen.mine !== null || seen.others.length > 0;

/** How far the list is walked. Who was off that day counts only if somebody saw them. */
export function walked(all: readonly Seen[]): { checked: number; listed: number; disputed: number } {
  const checked = all.filter(is_checked).length;
  const listed = all.filter((seen) => seen.person.presence !== "off" || is_checked(seen)).length;
  return { checked, listed, disputed: all.filter(({ disputed }) => disputed).length };
}

export type Show = "unchecked" | "all" | "disputed";

/** Which people stand on the screen, by code. They are chosen when somebody asks, and stay until they ask anew: who
 *  has just been marked does not slip away under the thumb. */
export function shown(all: readonly Seen[], show: Show, question: string): string[] {
  const fits = (seen: Seen) => {
    const { full_name, staff_code, badge_number } = seen.person;
    // Whoever is looked for is found, marked or not.
    if (question.trim()) return matches(`${full_name} ${staff_code}`, question) || is_on_badge(badge_number ?? "", question);
    return show === "all" || (show === "disputed" ? seen.disputed : !is_checked(seen));
  };
  return all.filter(fits).map(({ person }) => person.staff_code);
}

/** What "absent" means before anybody asked for a paper: with the one that was known at the start, or without. */
export function absent(person: ListedPerson): { observed: Observed; paper?: string } {
  return person.presence === "away" && person.paper ? { observed: "absent_with_paper", paper: person.paper } : { observed: "absent_without" };
}

/** What takes back the last word: the one before it, or none. */
export function undoing(before: Word | null): { observed: Observed; paper: string; note: string } {
  return before ? { observed: before.observed, paper: before.paper, note: before.note } : { observed: "taken_back", paper: "", note: "" };
}
