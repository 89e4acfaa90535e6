import { useSignal } from "@preact/signals";
import { state_rows } from "../api/facts";
import type { SessionVerdict } from "../api/types";
import { language, words } from "../i18n/language";
import { asked_kinds, explained_causes } from "../model/asking";
import { AbsenceSpan, span_cells, useDayPart } from "./absence_span";
import { Cancel, Dialog } from "./dialog";
import { Choice, fault_of, Field, FormEnd, Sentences, useForm, type Fault } from "./form";
import { capital } from "./session_list";

interface Props {
  staff: { code: string; full_name: string };
  date: string;
  close: () => void;
  done: () => void;
}

/** A paper that the office holds: leave, a trip, permission to go out. */
export function PaperForm({ staff, date, close, done }: Props) {
  const said = words.value.desk, asked = words.value.ask;
  const part = useDayPart();
  const form = useForm(async (value): Promise<Fault | null> => {
    const row = {
      staff_code: staff.code,
      kind: value("kind"),
      ...span_cells(part.value, value),
      paper: value("paper").trim(),
      approved_by: value("approved_by").trim(),
      reported_at: value("reported_at").replace("T", " "),
    };
    return tell(await state_rows("absences", [row], language.value), done);
  });
  return (
    <Dialog title={said.paper_of(staff.full_name)} close={close}>
      <form onSubmit={form.submit} noValidate>
        <Choice
          form={form}
          name="kind"
          label={said.kind}
          choices={[
            ...asked_kinds.map((code) => ({ value: code, text: capital(asked.kinds[code]) })),
            ...(["field_work", "dispatch"] as const).map((code) => ({ value: code, text: capital(said.kinds[code]) })),
          ]}
        />
        <AbsenceSpan form={form} part={part} date={date} />
        <div class="side-by-side">
          <Field form={form} name="paper" label={said.paper} chars_max={200} />
          <Field form={form} name="approved_by" label={said.approved_by} chars_max={200} />
        </div>
        <Field form={form} name="reported_at" label={said.reported_at} type="datetime-local" hint={said.reported_hint} />
        <FormEnd form={form} text={said.save} waiting={words.value.password.saving}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}

/** What somebody decided about a session, on a paper that the office holds. */
export function CorrectionForm({ staff, date, sessions, close, done }: Props & { sessions: SessionVerdict[] }) {
  const said = words.value.desk, explained = words.value.explain;
  const effect = useSignal("present");
  const has_time = effect.value === "in_at" || effect.value === "out_at";
  const form = useForm(async (value): Promise<Fault | null> => {
    const row = {
      staff_code: staff.code,
      unit_code: "",
      date,
      session: value("session"),
      effect: effect.value,
      at: has_time ? value("at") : "",
      from_time: "",
      to_time: "",
      cause: value("cause"),
      explanation: value("explanation").trim(),
      decision: "approved",
      decided_by: value("decided_by").trim(),
      decision_reason: "",
      paper: value("paper").trim(),
    };
    return tell(await state_rows("corrections", [row], language.value), done);
  });
  return (
    <Dialog title={said.correction_of(staff.full_name)} close={close}>
      <form onSubmit={form.submit} noValidate>
        <div class="side-by-side">
          <Choice
            form={form}
            name="session"
            label={said.session}
            choices={[
              ...sessions.map(({ name }) => ({ value: name, text: capital(name) })),
              { value: "", text: said.whole_day },
            ]}
          />
          <Choice
            form={form}
            name="effect"
            label={explained.effect}
            choices={[
              ...(["present", "in_at", "out_at"] as const).map((code) => ({ value: code, text: explained.effects[code] })),
              { value: "absent", text: said.absent },
            ]}
            value={effect.value}
            chosen={(value) => (effect.value = value)}
          />
        </div>
        {has_time && <Field form={form} name="at" label={explained.at} type="time" />}
        <Choice
          form={form}
          name="cause"
          label={explained.cause}
          choices={explained_causes.map((code) => ({ value: code, text: capital(explained.causes[code]) }))}
        />
        <Sentences form={form} name="explanation" label={said.explanation} />
        <div class="side-by-side">
          <Field form={form} name="decided_by" label={said.decided_by} chars_max={200} />
          <Field form={form} name="paper" label={said.paper} chars_max={200} />
        </div>
        <FormEnd form={form} text={said.save} waiting={words.value.password.saving}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}

function tell(answer: Awaited<ReturnType<typeof state_rows>>, done: () => void): Fault | null {
  if (!answer.ok) return fault_of(answer.problem, words.value, language.value);
  done();
  return null;
}
