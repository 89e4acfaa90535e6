import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { LineAnswer } from "../api/inspections";
import { Cancel, Dialog } from "../components/dialog";
import { FormEnd, Sentences, useForm } from "../components/form";
import { capital } from "../components/session_list";
import { format_clock, instant_of } from "../format";
import { inspect_words } from "../i18n/inspect_words";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { line_words } from "../i18n/line_words";
import { key_of_line, type SeenLine } from "../model/inspect_lines";
import { at_after, new_step } from "../model/inspect_queue";
import { Progress } from "./progress";
import type { Walking } from "./walk";

const answers: readonly LineAnswer[] = ["kept", "broken", "not_applicable"];

/** What the checklists ask of the unit, and the answers. */
export function LinesWalk({ inspection, steps, owner, write, all }: Walking & { all: SeenLine[] }) {
  const said = line_words[language.value];
  const noting = useSignal<string | null>(null); // the line that the dialog is about
  const said_at = useRef(new Map<string, number>());
  const answer = (seen: SeenLine, word: LineAnswer, note: string): Promise<boolean> => {
    const { list, version, line } = seen.asked;
    const key = key_of_line(seen.asked);
    const before = said_at.current.get(key) ?? (seen.at ? instant_of(seen.at) : null);
    const at = at_after(before, Date.now());
    said_at.current.set(key, at);
    const step = new_step(owner, inspection.file, "answered", { list, version: String(version), line, answer: word, note }, at);
    return write([step], () => told(seen, word));
  };
  const lists = [...new Set(all.map(({ asked }) => asked.list))];
  const noted = all.find(({ asked }) => key_of_line(asked) === noting.value);
  return (
    <>
      <div class="inspect-top">
        <Progress done={all.filter((seen) => seen.answer !== null).length} of={all.length} word={said.progress_word} steps={steps} />
      </div>
      {lists.map((list) => (
        <section key={list}>
          <h2>{capital(inspection_words[language.value].list[list])}</h2>
          <ul class="desks">
            {all
              .filter(({ asked }) => asked.list === list)
              .map((seen) => (
                <Line
                  key={key_of_line(seen.asked)}
                  seen={seen}
                  owner={owner}
                  answer={(word) => void answer(seen, word, seen.note)}
                  note={() => (noting.value = key_of_line(seen.asked))}
                />
              ))}
          </ul>
        </section>
      ))}
      {noted && <NoteDialog seen={noted} answer={(word, note) => answer(noted, word, note)} close={() => (noting.value = null)} />}
    </>
  );
}

function told({ asked }: SeenLine, word: LineAnswer): string {
  const said = line_words[language.value];
  return said.told(said.answers[word], asked[language.value]);
}

interface LineProps {
  seen: SeenLine;
  owner: string;
  answer: (word: LineAnswer) => void;
  note: () => void;
}

function Line({ seen, owner, answer, note }: LineProps) {
  const said = line_words[language.value];
  const text = seen.asked[language.value];
  return (
    <li class="desk">
      <p class="desk-who">
        {seen.unsent && <span class="desk-unsent">◌ {inspect_words[language.value].not_sent}</span>}
        {text}
      </p>
      <div class="desk-keys" role="group" aria-label={text}>
        {answers.map((each) => (
          <button key={each} type="button" class="desk-key" aria-pressed={each === seen.answer} onClick={() => each !== seen.answer && answer(each)}>
            {each === seen.answer && <span class="desk-chosen" aria-hidden="true">✓</span>}
            {said.answers[each]}
          </button>
        ))}
        <button type="button" class="desk-key desk-key-other" aria-haspopup="dialog" aria-label={said.note_of(text)} onClick={note}>
          {said.note}
        </button>
      </div>
      {seen.note && <p class="desk-said">{seen.note}</p>}
      {seen.by && seen.by !== owner && <p class="desk-said soft">{said.said(seen.by, format_clock(seen.at))}</p>}
      {seen.refused && <p class="desk-said desk-differ">{seen.refused.reason}</p>}
    </li>
  );
}

interface NoteProps {
  seen: SeenLine;
  answer: (word: LineAnswer, note: string) => Promise<boolean>;
  close: () => void;
}

/** An answer with a note. */
function NoteDialog({ seen, answer, close }: NoteProps) {
  const said = line_words[language.value];
  const { save, saving } = inspect_words[language.value];
  const chosen = useSignal<LineAnswer>(seen.answer ?? "broken"); // what is as it should be needs no note
  const form = useForm(async (value) => {
    await answer(chosen.value, value("note").trim());
    close();
    return null;
  });
  return (
    <Dialog title={seen.asked[language.value]} close={close}>
      <form onSubmit={form.submit} noValidate class="other-form">
        <fieldset class="other-choices">
          <legend class="unseen">{said.result}</legend>
          {answers.map((each) => (
            <label key={each}>
              <input type="radio" name="answer" value={each} checked={each === chosen.value} onChange={() => (chosen.value = each)} />
              <span>{said.answers[each]}</span>
            </label>
          ))}
        </fieldset>
        <Sentences form={form} name="note" label={said.note} rows={2} value={seen.note} />
        <FormEnd form={form} text={save} waiting={saving}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}
