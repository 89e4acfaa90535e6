import { rules_api } from "../api/rules";
import { today } from "../format";
import { language, words } from "../i18n/language";
import { Cancel, Dialog } from "./dialog";
import { fault_of, Field, FormEnd, Sentences, useForm, type Fault } from "./form";

/** A version of a rule: whose, since when, by which decision, and what it says. */
export function PublishForm({ close, done }: { close: () => void; done: () => void }) {
  const said = words.value.rules;
  const form = useForm(async (value): Promise<Fault | null> => {
    const rule = {
      unit: value("unit").trim(),
      name: value("name").trim(),
      valid_from: value("valid_from"),
      paper: value("paper").trim(),
      text: value("text").trim(),
    };
    const answer = await rules_api.publish(rule, language.value);
    if (!answer.ok) return fault_of(answer.problem, words.value, language.value);
    done();
    return null;
  });
  return (
    <Dialog title={said.publish} close={close}>
      <form onSubmit={form.submit} noValidate>
        <Field form={form} name="name" label={said.name} value={said.default_name} chars_max={200} />
        <div class="side-by-side">
          <Field form={form} name="unit" label={words.value.accounts.unit} chars_max={64} />
          <Field form={form} name="valid_from" label={said.valid_from} type="date" value={today()} />
        </div>
        <Field form={form} name="paper" label={said.paper} chars_max={200} />
        <Sentences form={form} name="text" label={said.text} rows={10} chars_max={30000} />
        <FormEnd form={form} text={said.publish} waiting={words.value.password.saving}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}
