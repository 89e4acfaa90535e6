import { useSignal } from "@preact/signals";
import type { NewStep } from "../api/inspection_files";
import type { Fault } from "../components/form";
import { capital } from "../components/session_list";
import { format_number } from "../format";
import { find_words } from "../i18n/find_words";
import { inspect_words } from "../i18n/inspect_words";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { Facts } from "../inspections/facts";
import { FindDialog, type FindingDraft } from "../inspections/find_dialog";
import { FindingStateLine } from "../inspections/finding_state";
import { day } from "../inspections/texts";
import { list_of, untold, type SeenFinding } from "../model/inspect_findings";
import type { Seen } from "../model/inspect_marks";
import { new_step, type KeptStep } from "../model/inspect_queue";
import { give_up } from "./store";
import { UnsentSign } from "./unsent";
import type { Walking } from "./walk";

/** What was found; and it is written here too, with or without a network. */
export function FindingsWalk({ inspection, steps, owner, write, all, people }: Walking & { all: SeenFinding[]; people: Seen[] }) {
  const said = inspection_words[language.value];
  const draft = useSignal<FindingDraft | null>(null);
  const name_of = (code: string) => people.find(({ person }) => person.staff_code === code)?.person.full_name ?? code;
  const close = () => (draft.value = null);
  const keep = async (file: string, written: NewStep[]): Promise<Fault | null> => {
    const [found] = written;
    if (!found?.fields.text) return { text: find_words[language.value].no_text, field: "text" };
    const replaced = all.find(({ finding }) => finding === found.fields.finding)?.refused ?? [];
    const at = Date.now();
    const is_kept = await write(written.map(({ kind, fields }) => new_step(owner, file, kind as KeptStep["kind"], fields, at)), told);
    if (is_kept) for (const { id } of replaced) await give_up(id); // the new words stand for them
    return is_kept ? null : { text: inspect_words[language.value].not_kept };
  };
  const without = untold(all, people);
  return (
    <>
      <p class="inspect-progress">
        <UnsentSign steps={steps} />
      </p>
      {all.length === 0 && <p class="empty">{said.no_findings}</p>}
      <ul class="desks">
        {all.map((one) => (
          <Finding key={one.finding} seen={one} name_of={name_of} edit={one.by === owner ? () => (draft.value = draft_of(one)) : null} />
        ))}
      </ul>
      <p class="find-keys">
        {without.length > 0 && (
          <button type="button" class="big" onClick={() => (draft.value = { people: without })}>
            {said.find_from(format_number(without.length, language.value))}
          </button>
        )}
        <button type="button" class="big" onClick={() => (draft.value = { people: [] })}>
          {said.find}
        </button>
      </p>
      {draft.value && <FindDialog file={inspection.file} draft={draft.value} name_of={name_of} send={keep} done={close} close={close} />}
    </>
  );
}

const told = (): string => find_words[language.value].told;

/** To be stated again: with whom the server did not take as named in it. */
function draft_of({ finding, fields, refused }: SeenFinding): FindingDraft {
  return { finding, fields, people: refused.flatMap(({ kind, fields: { staff_code } }) => (kind === "named" && staff_code ? staff_code : [])) };
}

interface FindingProps {
  seen: SeenFinding;
  name_of: (code: string) => string;
  edit: (() => void) | null;
}

function Finding({ seen, name_of, edit }: FindingProps) {
  const said = inspection_words[language.value];
  const { fields, people, state, unsent, refused } = seen;
  return (
    <li class="desk">
      <p class="desk-who">
        {unsent && <span class="desk-unsent">◌ {inspect_words[language.value].not_sent}</span>}
        <strong>{capital(said.list[list_of(seen)])}</strong>
        {state && <FindingStateLine state={state} />}
      </p>
      <p class="rule-text">{fields.text}</p>
      <Facts
        rows={[
          [said.concerns, people.map(name_of).join(", ")],
          [said.rule, fields.rule ?? ""],
          [said.evidence, fields.evidence ?? ""],
          [said.recommendation, fields.recommendation ?? ""],
          [said.owner, fields.owner ?? ""],
          [said.due, fields.due ? day(fields.due) : ""],
        ]}
      />
      {refused.map((step) => (
        <p class="desk-said desk-differ" key={step.id}>
          {step.reason}
        </p>
      ))}
      {edit && state !== "closed" && (
        <button type="button" class="big" aria-label={find_words[language.value].edit_of(fields.text ?? "")} onClick={edit}>
          {find_words[language.value].edit}
        </button>
      )}
    </li>
  );
}
