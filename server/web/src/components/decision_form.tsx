import type { Answer } from "../api/client";
import type { Decision } from "../api/requests";
import { language, words } from "../i18n/language";
import { Cancel, Dialog } from "./dialog";
import { fault_of, Field, FormEnd, Sentences, useForm, type Fault } from "./form";

interface Props {
  decision: Decision["decision"];
  who: string;
  what: string;
  with_paper: boolean;
  decide: (decision: Decision) => Promise<Answer<void>>;
  close: () => void;
  decided: () => void;
}

/** Approves, or refuses with a reason. */
export function DecisionForm({ decision, who, what, with_paper, decide, close, decided }: Props) {
  const said = words.value.waiting;
  const approved = decision === "approved";
  const form = useForm(async (value): Promise<Fault | null> => {
    const reason = value("reason").trim();
    if (!approved && !reason) return { text: said.no_reason, field: "reason" };
    const answer = await decide({ decision, reason, paper: value("paper").trim() });
    if (!answer.ok && answer.problem.status === 404) {
      decided(); // somebody else was quicker: the list shows what waits now
      return null;
    }
    if (!answer.ok) return fault_of(answer.problem, words.value, language.value);
    decided();
    return null;
  });
  return (
    <Dialog title={approved ? said.approve_title : said.refuse_title} close={close}>
      <form onSubmit={form.submit} noValidate>
        <p>
          {who}: {what}
        </p>
        {approved && with_paper && <Field form={form} name="paper" label={said.paper} hint={said.paper_hint} chars_max={100} />}
        {!approved && <Sentences form={form} name="reason" label={said.reason} hint={said.reason_hint} />}
        <FormEnd form={form} text={approved ? said.approve : said.refuse} waiting={words.value.password.saving}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}
