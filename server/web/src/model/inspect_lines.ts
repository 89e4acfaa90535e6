import type { AskedLine, LineAnswer } from "../api/inspections";
import { instant_of } from "../format";
import { in_second, last, type KeptStep } from "./inspect_queue";

/** What is known of a line: the server's answer, with what this device has not delivered yet laid over it. */
export interface SeenLine {
  asked: AskedLine;
  answer: LineAnswer | null; // null: nobody answered
  note: string;
  by: string;
  at: string; // when; empty: nobody answered
  unsent: boolean; // it is not at the server yet
  refused: KeptStep | null; // a later answer of mine that the server did not take
}

export const key_of_line = ({ list, line }: Pick<AskedLine, "list" | "line">): string => `${list} ${line}`;

/** In the order of `lines`. Of several inspectors the later answer holds, as at the server. */
export function seen_lines(lines: readonly AskedLine[], file: string, steps: readonly KeptStep[], me: string): SeenLine[] {
  const mine = steps.filter((step) => step.kind === "answered" && step.file === file && step.owner === me);
  return lines.map((asked) => {
    const kept = mine.filter(({ fields }) => fields.list === asked.list && fields.line === asked.line);
    return seen_line(asked, last(kept.filter(({ state }) => state !== "refused")), last(kept.filter(({ state }) => state === "refused")));
  });
}

function seen_line(asked: AskedLine, kept: KeptStep | null, refused: KeptStep | null): SeenLine {
  const { answer = null, note = "", by = "", at = "" } = asked;
  const is_newer = kept !== null && (at === "" || in_second(kept.at) >= in_second(instant_of(at)));
  const known = is_newer ? answered_here(kept) : { answer, note, by, at };
  const is_later = refused !== null && (known.at === "" || refused.at > instant_of(known.at));
  return { asked, ...known, unsent: is_newer && kept.state === "waiting", refused: is_later ? refused : null };
}

function answered_here({ owner, at, fields }: KeptStep): Pick<SeenLine, "answer" | "note" | "by" | "at"> {
  return { answer: fields.answer as LineAnswer, note: fields.note ?? "", by: owner, at: new Date(at).toISOString() };
}
