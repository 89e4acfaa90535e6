import { useSignal, type Signal } from "@preact/signals";
import { new_id, type NewStep } from "../api/inspection_files";
import { Cancel, Dialog } from "../components/dialog";
import { Choice, Field, FormEnd, Sentences, useForm, type Fault, type Form } from "../components/form";
import { capital } from "../components/session_list";
import { UnitChoice } from "../components/unit_choice";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { write } from "./write";

/** A field of a step, by the name that it has there. */
export type StepField = { name: string; label: string; value?: string | undefined } & (
  | { type?: "text" | "date"; hint?: string }
  | { type: "sentences" }
  | { type: "choice"; choices: { value: string; text: string }[] }
  | { type: "checks"; choices: { value: string; text: string }[] } // several, joined by '+'
  | { type: "unit"; none: string }
);

interface Props {
  title: string;
  about?: string | undefined;
  fields: StepField[];
  submit?: string;
  file?: string; // none: a new one
  steps: (value: Record<string, string>) => NewStep[]; // what the fields say
  send?: (file: string, steps: NewStep[]) => Promise<Fault | null>; // to the server, where nothing else is said
  done: (file: string) => void;
  close: () => void;
}

/** A form that writes steps into a file. */
export function StepDialog({ title, about, fields, submit, file, steps, send = write, done, close }: Props) {
  const said = inspection_words[language.value];
  const units = useSignal<Record<string, string>>({});
  const form = useForm(async (value) => {
    const filled: Record<string, string> = {};
    for (const field of fields) {
      filled[field.name] = field.type === "checks" ? checked(form.id, field.name) : field.type === "unit" ? (units.value[field.name] ?? field.value ?? "") : value(field.name).trim();
    }
    const into = file ?? new_id();
    const fault = await send(into, steps(filled));
    if (fault === null) done(into);
    return fault;
  });
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={form.submit} noValidate id={form.id}>
        {about && <p class="soft">{about}</p>}
        {fields.map((field) => (
          <OneField key={field.name} field={field} form={form} units={units} />
        ))}
        <FormEnd form={form} text={submit ?? said.save} waiting={said.saving}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}

function OneField({ field, form, units }: { field: StepField; form: Form; units: Signal<Record<string, string>> }) {
  const { name, label, value = "" } = field;
  switch (field.type) {
    case "sentences":
      return <Sentences form={form} name={name} label={label} value={value} chars_max={1500} />;
    case "choice":
      return <Choice form={form} name={name} label={label} value={value} choices={field.choices.map((one) => ({ ...one, text: capital(one.text) }))} />;
    case "checks":
      return (
        <fieldset class="checks">
          <legend>{label}</legend>
          {field.choices.map((one) => (
            <label key={one.value}>
              <input type="checkbox" name={name} value={one.value} defaultChecked={value.split("+").includes(one.value)} />
              <span>{capital(one.text)}</span>
            </label>
          ))}
        </fieldset>
      );
    case "unit":
      return (
        <UnitChoice label={label} none={field.none} value={units.value[name] ?? value} choose={(code) => (units.value = { ...units.value, [name]: code })} />
      );
    default:
      return <Field form={form} name={name} label={label} type={field.type ?? "text"} value={value} hint={field.hint} chars_max={500} />;
  }
}

function checked(form_id: string, name: string): string {
  const boxes = document.getElementById(form_id)?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`) ?? [];
  return [...boxes].map((box) => box.value).join("+");
}

/** The words of an enumeration as choices, in its order. */
export function choices_of(words: Record<string, string>): { value: string; text: string }[] {
  return Object.entries(words).map(([value, text]) => ({ value, text }));
}
