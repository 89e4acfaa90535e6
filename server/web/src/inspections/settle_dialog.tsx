import type { ListedPerson } from "../api/inspections";
import { inspect_words } from "../i18n/inspect_words";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { choices_of, StepDialog } from "./step_dialog";

interface Props {
  person: Pick<ListedPerson, "staff_code" | "full_name" | "words">; // as the server knows them
  file: string;
  done: () => void;
  close: () => void;
}

/** Says what holds of somebody of whom inspectors said different things, over all of their words. */
export function SettleDialog({ person, file, done, close }: Props) {
  const said = inspection_words[language.value];
  const { taken_back: _, ...observed } = inspect_words[language.value].observed;
  const words = person.words.map((word) => `${word.by}: ${[inspect_words[language.value].observed[word.observed], word.paper, word.note].filter(Boolean).join(", ")}`);
  return (
    <StepDialog
      title={said.settle_of(person.full_name)}
      about={`${said.settle_about} ${words.join("; ")}.`}
      file={file}
      fields={[
        { name: "observed", type: "choice", label: said.result, choices: choices_of(observed), value: person.words[0]?.observed },
        { name: "reason", type: "sentences", label: said.reason },
      ]}
      steps={(value) => [
        { kind: "settled", fields: { ...value, staff_code: person.staff_code, over: person.words.flatMap(({ id }) => id ?? []).join("+") } },
      ]}
      done={done}
      close={close}
    />
  );
}
