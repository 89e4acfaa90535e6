import { useSignal } from "@preact/signals";
import { logins_api } from "../api/logins";
import type { Grant, Invitation, Login } from "../api/types";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { tidy } from "../model/grants";
import { Cancel, Dialog } from "./dialog";
import { Field, FormEnd, useForm, type Fault } from "./form";
import { GrantFields } from "./grant_fields";

/** A new login: whose it is, and what they may do. */
export function AddLogin({ close, added }: { close: () => void; added: (invitation: Invitation) => void }) {
  const said = words.value.accounts;
  const grants = useSignal<Grant[]>([]);
  const form = useForm(async (value): Promise<Fault | null> => {
    const name = value("name").trim().toLowerCase();
    if (!name) return { text: words.value.sign_in.no_name, field: "name" };
    const login = { name, staff_code: value("staff_code").trim(), grants: grants.value.map(tidy) };
    const answer = await logins_api.add(login, language.value);
    if (!answer.ok) return { text: refusal(answer.problem, words.value, language.value) };
    added(answer.value);
    return null;
  });
  return (
    <Dialog title={said.add} close={close}>
      <form onSubmit={form.submit} noValidate>
        <Field form={form} name="name" label={words.value.sign_in.name} hint={said.name_hint} chars_max={64} />
        <Field form={form} name="staff_code" label={said.staff_code} hint={said.staff_hint} chars_max={64} />
        <h3>{said.roles}</h3>
        <GrantFields grants={grants} />
        <FormEnd form={form} text={said.add_submit} waiting={words.value.password.saving}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}

export function EditGrants({ login, close, changed }: { login: Login; close: () => void; changed: () => void }) {
  const said = words.value.accounts;
  const grants = useSignal<Grant[]>(login.grants);
  const form = useForm(async (): Promise<Fault | null> => {
    const answer = await logins_api.set_grants(login.name, grants.value.map(tidy), language.value);
    if (!answer.ok) return { text: refusal(answer.problem, words.value, language.value) };
    changed();
    return null;
  });
  return (
    <Dialog title={said.roles_of(login.name)} close={close}>
      <form onSubmit={form.submit} noValidate>
        <p class="soft">{said.roles_hint}</p>
        <GrantFields grants={grants} />
        <FormEnd form={form} text={said.save} waiting={words.value.password.saving}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}
