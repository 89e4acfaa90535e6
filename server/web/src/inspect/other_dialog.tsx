import { useSignal } from "@preact/signals";
import type { Observed } from "../api/inspections";
import { Cancel, Dialog } from "../components/dialog";
import { Field, FormEnd, Sentences, useForm } from "../components/form";
import { inspect_words } from "../i18n/inspect_words";
import { language } from "../i18n/language";
import type { Seen } from "../model/inspect_marks";
import type { Mark } from "../model/inspect_queue";

interface Props {
  seen: Seen;
  mark: (word: Omit<Mark, "staff_code">) => Promise<void>;
  close: () => void;
}

const choices: readonly Observed[] = [
  "worn", "worn_wrongly", "not_worn", "someone_elses", "not_issued", "exempt", "absent_with_paper", "absent_without",
];

/** Everything that can be seen of one person, with a paper and a note. */
export function OtherDialog({ seen, mark, close }: Props) {
  const said = inspect_words[language.value];
  const { person, mine } = seen;
  const observed = useSignal<Observed>(mine?.observed ?? "worn_wrongly");
  const has_paper = observed.value === "absent_with_paper";
  const form = useForm(async (value) => {
    await mark({ observed: observed.value, note: value("note").trim(), ...(has_paper && { paper: value("paper").trim() }) });
    close();
    return null;
  });
  const take_back = async () => {
    await mark({ observed: "taken_back" });
    close();
  };
  return (
    <Dialog title={person.full_name} close={close}>
      <form onSubmit={form.submit} noValidate class="other-form">
        <fieldset class="other-choices">
          <legend class="unseen">{said.keys.other}</legend>
          {choices.map((each) => (
            <label key={each}>
              <input type="radio" name="observed" value={each} checked={each === observed.value} onChange={() => (observed.value = each)} />
              <span>{said.observed[each]}</span>
            </label>
          ))}
        </fieldset>
        {has_paper && (
          <Field form={form} name="paper" label={said.paper} hint={said.paper_hint} value={mine?.paper || person.paper} chars_max={100} />
        )}
        <Sentences form={form} name="note" label={said.note} rows={2} value={mine?.note} />
        <FormEnd form={form} text={said.save} waiting={said.saving}>
          <Cancel close={close} />
        </FormEnd>
        {mine && (
          <button type="button" class="plain other-back" onClick={() => void take_back()}>
            {said.take_back}
          </button>
        )}
      </form>
    </Dialog>
  );
}
