import { useSignal } from "@preact/signals";
import { password_api } from "../api/client";
import { problems } from "../api/second_factor";
import { ContactForm } from "../components/contact_form";
import { Field, FormEnd, useForm, type Fault } from "../components/form";
import { Heading } from "../components/heading";
import { new_password_fault, NewPassword } from "../components/new_password";
import { SecondFactor } from "../components/second_factor";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { session, session_ended } from "../session";

/** One's own password and second factor, and where one wants to be told what waits. The present password is asked for, because a screen may have been left
 *  alone. */
export function AccountPage() {
  const said = words.value;
  const done = useSignal(false);
  return (
    <div class="small-form">
      <Heading title={said.account.title} />
      <h2>{said.change_password}</h2>
      {done.value ? <p role="status">{said.password.changed}</p> : <ChangePassword done={() => (done.value = true)} />}
      <h2>{said.second_factor.title}</h2>
      <SecondFactor />
      <ContactForm />
    </div>
  );
}

/** All that somebody can do whose role needs a second factor, until they have one. */
export function EnrolPage() {
  const said = words.value.second_factor;
  return (
    <div class="small-form">
      <Heading title={said.title} about={said.required} />
      <SecondFactor />
    </div>
  );
}

function ChangePassword({ done }: { done: () => void }) {
  const said = words.value;
  const { value: now } = session;
  const form = useForm(async (value): Promise<Fault | null> => {
    if (!value("old")) return { text: said.password.no_old, field: "old" };
    const fault = new_password_fault(value);
    if (fault) return fault;
    const answer = await password_api.change(value("old"), value("new"), language.value);
    if (answer.ok) {
      done();
      return null;
    }
    if (answer.problem.type === problems.wrong_password) return { text: said.password.wrong_old, field: "old", clear: true };
    if (answer.problem.status === 401) session_ended();
    const text = refusal(answer.problem, words.value, language.value);
    return { text, field: answer.problem.status === 422 ? "new" : "old" };
  });
  return (
    <form onSubmit={form.submit} noValidate>
      {now.state === "signed_in" && (
        <Field form={form} name="name" label={said.sign_in.name} value={now.who.name} autocomplete="username" readonly />
      )}
      <Field form={form} name="old" label={said.password.old} type="password" autocomplete="current-password" />
      <NewPassword form={form} />
      <FormEnd form={form} text={said.change_password} waiting={said.password.saving} />
    </form>
  );
}
