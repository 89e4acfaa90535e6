import { useSignal } from "@preact/signals";
import type { LineAnswer, Observed } from "../api/inspections";
import { Confirm } from "../components/confirm";
import { format_number } from "../format";
import { find_words } from "../i18n/find_words";
import { inspect_words } from "../i18n/inspect_words";
import { language } from "../i18n/language";
import { line_words } from "../i18n/line_words";
import type { SeenLine } from "../model/inspect_lines";
import type { Seen } from "../model/inspect_marks";
import type { KeptStep } from "../model/inspect_queue";
import { give_up, send_again } from "./store";

interface Props {
  steps: readonly KeptStep[];
  people: readonly Seen[];
  lines: readonly SeenLine[];
  again: () => void; // something waits for the server anew
}

/** Marks that the server did not take, each with its reason. They stay until their author decides. */
export function Refused({ steps, people, lines, again }: Props) {
  const said = inspect_words[language.value];
  const giving_up = useSignal<KeptStep | null>(null);
  const refused = steps.filter(({ state }) => state === "refused");
  if (refused.length === 0) return null;
  const subject_of = (step: KeptStep) => subject(step, people, lines);
  return (
    <section class="notice refused">
      <h2>{said.refused(format_number(refused.length, language.value))}</h2>
      <p class="soft">{said.refused_hint}</p>
      <ul>
        {refused.map((step) => (
          <li key={step.id}>
            <p>
              {said.told(subject_of(step), content(step))}
              <span class="about">{step.reason}</span>
            </p>
            <button type="button" class="big" aria-label={said.send_again_of(subject_of(step))} onClick={() => void send_again(step.id).then(again)}>
              {said.send_again}
            </button>
            <button type="button" class="big quiet" aria-label={said.give_up_of(subject_of(step))} onClick={() => (giving_up.value = step)}>
              {said.give_up}
            </button>
          </li>
        ))}
      </ul>
      {giving_up.value && (
        <Confirm
          title={said.give_up_title}
          text={said.give_up_text(subject_of(giving_up.value), content(giving_up.value))}
          submit={said.give_up}
          act={async () => {
            if (giving_up.value) await give_up(giving_up.value.id);
            giving_up.value = null;
            return null;
          }}
          close={() => (giving_up.value = null)}
        />
      )}
    </section>
  );
}

/** Of whom or what it is. */
function subject({ kind, fields }: KeptStep, people: readonly Seen[], lines: readonly SeenLine[]): string {
  if (kind === "answered") {
    const line = lines.find(({ asked }) => asked.list === fields.list && asked.line === fields.line);
    return line?.asked[language.value] ?? fields.line ?? "";
  }
  if (kind === "found") return find_words[language.value].refused;
  return people.find(({ person }) => person.staff_code === fields.staff_code)?.person.full_name ?? fields.staff_code ?? "";
}

function content({ kind, fields }: KeptStep): string {
  if (kind === "found") return fields.text ?? "";
  if (kind === "named") return find_words[language.value].named_in;
  if (kind === "answered") return line_words[language.value].answers[fields.answer as LineAnswer];
  return inspect_words[language.value].observed[fields.observed as Observed];
}
