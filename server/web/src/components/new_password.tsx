import { useSignal } from "@preact/signals";
import { words } from "../i18n/language";
import { Field, type Fault, type Form } from "./form";
import { new_password_problem } from "../model/new_password";

/** A new password twice, which can be shown: one long phrase is better typed with open eyes. */
export function NewPassword({ form }: { form: Form }) {
  const said = words.value.password;
  const shown = useSignal(false);
  const type = shown.value ? "text" : "password";
  return (
    <>
      <Field form={form} name="new" label={said.new} type={type} hint={said.rule} autocomplete="new-password" />
      <Field form={form} name="again" label={said.again} type={type} autocomplete="new-password" />
      <label class="check">
        <input type="checkbox" checked={shown.value} onChange={(event) => (shown.value = event.currentTarget.checked)} />
        {said.show}
      </label>
    </>
  );
}

/** What can be said before the server is asked. */
export function new_password_fault(value: (name: string) => string): Fault | null {
  const said = words.value.password;
  const problem = new_password_problem(value("new"), value("again"));
  if (problem === null) return null;
  return { text: said[problem], field: problem === "short" ? "new" : "again" };
}
