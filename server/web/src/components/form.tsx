import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Problem } from "../api/client";
import type { Language } from "../format";
import { refusal } from "../i18n/explanation";
import type { Words } from "../i18n/vi";
import { capital } from "./session_list";

/** What keeps a form from being done: a sentence, and the field that it is about. */
export interface Fault {
  text: string;
  field?: string;
  clear?: boolean; // what was typed there was wrong as a whole
}

/** A form of a few fields: sent once at a time, its fault told under the fields. Secrets stay in the fields. */
export interface Form {
  id: string;
  waiting: boolean;
  fault: Fault | null;
  submit: (event: SubmitEvent) => void;
}

/** `send` gets what stands in the fields, by their names, and answers with what went wrong. */
export function useForm(send: (value: (name: string) => string) => Promise<Fault | null>): Form {
  const id = useId();
  const waiting = useSignal(false);
  const fault = useSignal<Fault | null>(null);
  const busy = useRef(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy.current) return;
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    busy.current = waiting.value = true;
    fault.value = null;
    fault.value = await send((name) => String(data.get(name) ?? ""));
    busy.current = waiting.value = false;
    point_out(form, fault.value);
  };
  return { id, waiting: waiting.value, fault: fault.value, submit: (event) => void submit(event) };
}

function point_out(form: HTMLFormElement, fault: Fault | null): void {
  const field = fault?.field ? form.elements.namedItem(fault.field) : null;
  if (!(field instanceof HTMLElement)) return;
  if (fault?.clear && field instanceof HTMLInputElement) field.value = "";
  field.focus();
}

/** The fault of a form whose rows were not taken: the first sentence, at its field. */
export function fault_of(problem: Problem, words: Words, language: Language): Fault {
  const [error] = problem.errors;
  if (error === undefined) return { text: refusal(problem, words, language) };
  return { text: capital(error.message), field: error.column };
}

interface FieldProps {
  form: Form;
  name: string;
  label: string;
  type?: "text" | "password" | "date" | "time" | "datetime-local";
  value?: string;
  hint?: string | undefined;
  autocomplete?: string;
  readonly?: boolean;
  chars_max?: number;
  focused?: boolean | undefined; // the first field of what the reader asked for
}

/** A label and its field; told to who cannot see it when it is at fault. */
export function Field({ form, name, label, type = "text", value, hint, autocomplete = "off", readonly, chars_max = 256, focused }: FieldProps) {
  const id = `${form.id}-${name}`;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, []);
  const at_fault = form.fault?.field === name;
  const told_by = [hint && `${id}-hint`, at_fault && `${form.id}-fault`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type as "text"} // the types of the others know no common input
        defaultValue={value}
        autocomplete={autocomplete}
        autocapitalize="none"
        spellcheck={false}
        readOnly={readonly}
        maxLength={chars_max}
        ref={input}
        aria-describedby={told_by || undefined}
        aria-invalid={at_fault ? true : undefined}
      />
      {hint && (
        <p id={`${id}-hint`} class="soft">
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  form: Form;
  name: string;
  label: string;
  choices: { value: string; text: string }[];
  value?: string;
  chosen?: (value: string) => void;
}

/** A label and a list to choose one from. */
export function Choice({ form, name, label, choices, value, chosen }: ChoiceProps) {
  const id = `${form.id}-${name}`;
  const at_fault = form.fault?.field === name;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        aria-describedby={at_fault ? `${form.id}-fault` : undefined}
        aria-invalid={at_fault ? true : undefined}
        onChange={(event) => chosen?.(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SentencesProps {
  form: Form;
  name: string;
  label: string;
  hint?: string;
  value?: string | undefined;
  rows?: number;
  chars_max?: number;
}

/** A label and room for some sentences. */
export function Sentences({ form, name, label, hint, value, rows = 3, chars_max = 500 }: SentencesProps) {
  const id = `${form.id}-${name}`;
  const at_fault = form.fault?.field === name;
  const told_by = [hint && `${id}-hint`, at_fault && `${form.id}-fault`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={chars_max}
        defaultValue={value}
        aria-describedby={told_by || undefined}
        aria-invalid={at_fault ? true : undefined}
      />
      {hint && (
        <p id={`${id}-hint`} class="soft">
          {hint}
        </p>
      )}
    </div>
  );
}

interface EndProps {
  form: Form;
  text: string;
  waiting: string;
  children?: ComponentChildren; // other buttons
}

/** What went wrong, and the button. */
export function FormEnd({ form, text, waiting, children }: EndProps) {
  return (
    <>
      <p id={`${form.id}-fault`} class="error" role="alert">
        {form.fault?.text}
      </p>
      <button type="submit" class="main-button" disabled={form.waiting}>
        {form.waiting ? waiting : text}
      </button>
      {children}
    </>
  );
}
