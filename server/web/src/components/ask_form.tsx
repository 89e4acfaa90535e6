import { useSignal } from "@preact/signals";
import { paths } from "../api/client";
import { requests_api } from "../api/requests";
import type { LeaveReport } from "../api/types";
import { today } from "../format";
import { language, words } from "../i18n/language";
import { asked_kinds } from "../model/asking";
import { useResource } from "../resource";
import { powers } from "../session";
import { Cancel, Dialog } from "./dialog";
import { Choice, fault_of, Field, FormEnd, Sentences, useForm, type Fault } from "./form";
import { capital } from "./session_list";

/** A request for leave, a trip or permission to go out. */
export function AskForm({ close, asked }: { close: () => void; asked: () => void }) {
  const said = words.value.ask;
  const kind = useSignal<string>(asked_kinds[0]!);
  const part = useSignal("days");
  const form = useForm(async (value): Promise<Fault | null> => {
    const answer = await requests_api.ask(
      {
        kind: value("kind"),
        from: value("from"),
        to: value("to") || value("from"),
        sessions: part.value.startsWith("session:") ? part.value.slice(8) : "",
        from_time: part.value === "hours" ? value("from_time") : "",
        to_time: part.value === "hours" ? value("to_time") : "",
        reason: value("reason").trim(),
      },
      language.value,
    );
    if (!answer.ok) return fault_of(answer.problem, words.value, language.value);
    asked();
    return null;
  });
  return (
    <Dialog title={words.value.requests.ask} close={close}>
      <form onSubmit={form.submit} noValidate>
        <Choice
          form={form}
          name="kind"
          label={said.kind}
          choices={asked_kinds.map((code) => ({ value: code, text: capital(said.kinds[code]) }))}
          value={kind.value}
          chosen={(value) => (kind.value = value)}
        />
        {kind.value === "annual_leave" && <LeaveLeft />}
        <div class="side-by-side">
          <Field form={form} name="from" label={said.from} type="date" value={today()} />
          <Field form={form} name="to" label={said.to} type="date" value={today()} />
        </div>
        <Choice
          form={form}
          name="sessions"
          label={said.part}
          choices={[
            { value: "days", text: said.whole_days },
            { value: "session:sáng", text: said.session("sáng") },
            { value: "session:chiều", text: said.session("chiều") },
            { value: "hours", text: said.hours },
          ]}
          value={part.value}
          chosen={(value) => (part.value = value)}
        />
        {part.value === "hours" && (
          <div class="side-by-side">
            <Field form={form} name="from_time" label={said.from_time} type="time" />
            <Field form={form} name="to_time" label={said.to_time} type="time" />
          </div>
        )}
        <Sentences form={form} name="reason" label={said.reason} />
        <FormEnd form={form} text={said.submit} waiting={said.waiting}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}

/** How much is left of the year, beside the question how much to take. */
function LeaveLeft() {
  const year = today().slice(0, 4);
  const { value } = useResource<LeaveReport>(paths.leave(powers.value.own, year, language.value)).value;
  return value && <p class="soft leave-left">{value.text}</p>;
}
