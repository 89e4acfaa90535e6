import { useSignal } from "@preact/signals";
import { contact_path, notices_api, type Contact } from "../api/notices";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { notice_words } from "../i18n/notice_words";
import { retry, useResource } from "../resource";
import { session_ended } from "../session";
import { Field, FormEnd, useForm, type Fault } from "./form";

/** Where one wants to be told what waits; nothing where the server sends no mails. */
export function ContactForm() {
  const { value } = useResource<Contact>(contact_path).value;
  return value?.sends_mail ? <AddressForm address={value.address} /> : null;
}

function AddressForm({ address }: { address: string }) {
  const said = notice_words[language.value];
  const done = useSignal<"" | "saved" | "saved_none">("");
  const form = useForm(async (value): Promise<Fault | null> => {
    done.value = "";
    const wanted = value("address").trim();
    const answer = await notices_api.set_contact(wanted, language.value);
    if (answer.ok) {
      done.value = wanted ? "saved" : "saved_none";
      retry(contact_path);
      return null;
    }
    if (answer.problem.status === 401) session_ended();
    return { text: refusal(answer.problem, words.value, language.value), field: "address" };
  });
  return (
    <>
      <h2>{said.mails}</h2>
      <p>{said.mails_about}</p>
      <form onSubmit={form.submit} noValidate>
        <Field form={form} name="address" label={said.address} value={address} hint={said.address_hint} autocomplete="email" chars_max={254} />
        <FormEnd form={form} text={said.save} waiting={said.saving} />
        <p role="status">{done.value && said[done.value]}</p>
      </form>
    </>
  );
}
