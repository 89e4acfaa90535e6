import { useSignal } from "@preact/signals";
import { requests_api } from "../api/requests";
import type { SessionVerdict } from "../api/types";
import { language, words } from "../i18n/language";
import { explained_causes } from "../model/asking";
import { Cancel, Dialog } from "./dialog";
import { Choice, fault_of, Field, FormEnd, Sentences, useForm, type Fault } from "./form";
import { capital, SessionSentence } from "./session_list";

interface Props {
  date: string;
  session: SessionVerdict;
  close: () => void;
  explained: () => void;
}

/** One session of one's own in other words than the taps say it. */
export function ExplainForm({ date, session, close, explained }: Props) {
  const said = words.value.explain;
  const effect = useSignal("present");
  const has_time = effect.value !== "present";
  const form = useForm(async (value): Promise<Fault | null> => {
    const answer = await requests_api.explain(
      {
        date,
        session: session.name,
        effect: effect.value,
        at: has_time ? value("at") : "",
        cause: value("cause"),
        explanation: value("explanation").trim(),
      },
      language.value,
    );
    if (!answer.ok) return fault_of(answer.problem, words.value, language.value);
    explained();
    return null;
  });
  return (
    <Dialog title={said.title(session.name)} close={close}>
      <SessionSentence session={session} />
      <form onSubmit={form.submit} noValidate>
        <Choice
          form={form}
          name="effect"
          label={said.effect}
          choices={(["present", "in_at", "out_at"] as const).map((code) => ({ value: code, text: said.effects[code] }))}
          value={effect.value}
          chosen={(value) => (effect.value = value)}
        />
        {has_time && <Field form={form} name="at" label={said.at} type="time" />}
        <Choice
          form={form}
          name="cause"
          label={said.cause}
          choices={explained_causes.map((code) => ({ value: code, text: capital(said.causes[code]) }))}
          value="forgot_badge"
        />
        <Sentences form={form} name="explanation" label={said.explanation} hint={said.hint} />
        <FormEnd form={form} text={said.submit} waiting={words.value.ask.waiting}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}
