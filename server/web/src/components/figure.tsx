import { format_number } from "../format";
import { language, words } from "../i18n/language";
import type { Column } from "../model/doors";
import type { SignName } from "../model/signs";
import { Linked } from "./linked";
import { Sign } from "./sign";

const sign_of: Record<Column, SignName> = {
  on_time: "on_time",
  late: "late",
  early: "late",
  missing: "missing",
  absent: "absent",
  excused: "excused",
  exempt: "exempt",
  provisional: "provisional",
};

/** A cell whose number is a door to what it counts. Nothing is behind a zero, or where `to` is left out. */
export function Figure({ of, count, to }: { of: Column; count: number; to: string | undefined }) {
  const said = words.value;
  const text = format_number(count, language.value);
  return (
    <td role="cell" class={`figure figure-${of}${count === 0 ? " zero" : ""}`}>
      <Linked to={count === 0 ? undefined : to}>
        <FigureText text={text} word={said.columns[of]} sign={sign_of[of]} />
      </Linked>
    </td>
  );
}

/** The number; its word is read aloud beside it, and drawn where a phone has no room for the table's head. */
export function FigureText({ text, word, sign }: { text: string; word: string; sign?: SignName }) {
  return (
    <>
      <span>{text}</span>
      <span class="figure-word">
        {" "}
        {sign && <Sign name={sign} small />} {word.toLowerCase()}
      </span>
    </>
  );
}

/** The head of such a column: its sign above, its word. */
export function FigureHead({ of }: { of: Column }) {
  const said = words.value;
  return (
    <th role="columnheader" scope="col" class="figure" title={said.figure[of]}>
      <Sign name={sign_of[of]} small /> {said.columns[of]}
    </th>
  );
}
