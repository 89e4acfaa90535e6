import { useSignal } from "@preact/signals";
import { paths } from "../api/client";
import { requests_api } from "../api/requests";
import type { LeaveReport } from "../api/types";
import { today } from "../format";
import { language, words } from "../i18n/language";
import { asked_kinds } from "../model/asking";
import { useResource } from "../resource";
import { powers } from "../session";
import { AbsenceSpan, span_cells, useDayPart } from "./absence_span";
import { Cancel, Dialog } from "./dialog";
import { Choice, fault_of, FormEnd, Sentences, useForm, type Fault } from "./form";
import { capital } from "./session_list";

/** A request for leave, a trip or permission to go out. */
export function AskForm({ close, asked }: { close: () => void; asked: () => void }) {
  const said = words.value.ask;
  const kind = useSignal<string>(asked_kinds[0]!);
  const part = useDayPart();
  const form = useForm(async (value): Promise<Fault | null> => {
    const answer = await requests_api.ask(
      { kind: value("kind"), ...span_cells(part.value, value), reason: value("reason").trim() },
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
        <AbsenceSpan form={form} part={part} date={today()} />
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
