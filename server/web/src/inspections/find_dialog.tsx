import { new_id, type NewStep } from "../api/inspection_files";
import type { Fault } from "../components/form";
import { capital } from "../components/session_list";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { choices_of, StepDialog } from "./step_dialog";

/** A finding as its fields say it; `finding`: its id where it was stated before. */
export interface FindingDraft {
  finding?: string;
  fields?: Record<string, string>;
  people: string[]; // codes of whom it concerns, of those not named yet
}

interface Props {
  file: string;
  draft: FindingDraft;
  name_of: (code: string) => string;
  send?: (file: string, steps: NewStep[]) => Promise<Fault | null>;
  done: () => void;
  close: () => void;
}

/** The form of a finding. */
export function FindDialog({ file, draft, name_of, send, done, close }: Props) {
  const said = inspection_words[language.value];
  const { people, fields = {} } = draft;
  const about_people = people.map(name_of).join(", ");
  const suggested = people.length > 0 ? `${capital(said.not_worn)}: ${about_people}.` : "";
  return (
    <StepDialog
      title={said.find}
      about={about_people}
      file={file}
      fields={[
        { name: "list", type: "choice", label: said.kind, choices: choices_of(said.list), value: fields.list ?? "badge" },
        { name: "text", type: "sentences", label: said.what, value: fields.text ?? suggested },
        { name: "rule", label: said.rule, value: fields.rule },
        { name: "evidence", label: said.evidence, value: fields.evidence },
        { name: "recommendation", type: "sentences", label: said.recommendation, value: fields.recommendation },
        { name: "owner", label: said.owner, value: fields.owner },
        { name: "due", type: "date", label: said.due, value: fields.due },
      ]}
      steps={(value) => {
        const id = draft.finding ?? new_id();
        return [
          { kind: "found", fields: { ...fields, ...value, finding: id } },
          ...people.map((staff_code) => ({ kind: "named", fields: { finding: id, staff_code } })),
        ];
      }}
      {...(send && { send })}
      done={done}
      close={close}
    />
  );
}
