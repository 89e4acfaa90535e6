import { useSignal } from "@preact/signals";
import { audit_path } from "../api/audit";
import { AuditPages } from "../components/audit_pages";
import { Field, useForm } from "../components/form";
import { Heading } from "../components/heading";
import { language, words } from "../i18n/language";
import { retention_words } from "../i18n/retention_words";
import { href } from "../route";

/** The log of who did what and who read whose records, for auditors. */
export function AuditPage() {
  const said = words.value.audit;
  const asked = useSignal({ actor: "", staff: "" });
  const form = useForm(async (value) => {
    asked.value = { actor: value("actor").trim().toLowerCase(), staff: value("staff").trim() };
    return null;
  });
  const { actor, staff } = asked.value;
  return (
    <>
      <Heading title={said.title} about={said.about}>
        <a href={href({ page: "retention" })}>{retention_words[language.value].title}</a>
      </Heading>
      <form class="asked" onSubmit={form.submit}>
        <Field form={form} name="actor" label={said.actor} />
        <Field form={form} name="staff" label={said.staff} />
        <button type="submit" class="main-button">{said.search}</button>
      </form>
      <AuditPages
        key={`${actor} ${staff}`}
        path={(before) => audit_path(actor, staff, before)}
        caption={said.title}
        none={said.none}
        with_records
      />
    </>
  );
}
