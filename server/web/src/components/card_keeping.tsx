import { useSignal } from "@preact/signals";
import { badges_api, type UnknownCard } from "../api/badges";
import { cards_api, type BoxCard, type NewCard } from "../api/cards";
import { is_of_unknown_card } from "../model/live_list";
import { format_clock } from "../format";
import { useServerEvents } from "../event_line";
import { card_words } from "../i18n/card_words";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { do_step, type Told } from "../pages/cards_page";
import { retry, useResource } from "../resource";
import { Confirm } from "./confirm";
import { Cancel, Dialog } from "./dialog";
import { Choice, fault_of, Field, FormEnd, useForm, type Fault } from "./form";

/** What HR and administrators do with the box itself: cards come into it and go out of use. */
export function CardKeeping({ cards, told }: { cards: BoxCard[]; told: Told }) {
  const said = card_words[language.value];
  const adding = useSignal(false);
  const ending = useSignal("");
  return (
    <div class="tools card-keeping">
      <button type="button" onClick={() => (adding.value = true)}>
        {said.add}
      </button>
      {cards.length > 0 && (
        <label class="end-card">
          <span>{said.end}</span>{" "}
          <select value="" onChange={(event) => (ending.value = event.currentTarget.value)}>
            <option value="">–</option>
            {cards.map(({ label }) => (
              <option key={label} value={label}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {adding.value && <AddCard told={told} close={() => (adding.value = false)} />}
      {ending.value && (
        <Confirm
          title={said.end_of(ending.value)}
          text={said.end_text}
          submit={said.end}
          close={() => (ending.value = "")}
          act={async () => {
            const label = ending.value;
            const answer = await cards_api.end(label, language.value);
            if (!answer.ok) return { text: refusal(answer.problem, words.value, language.value) };
            ending.value = "";
            void do_step(told, Promise.resolve(answer), said.ended(label));
            return null;
          }}
        />
      )}
    </div>
  );
}

function AddCard({ told, close }: { told: Told; close: () => void }) {
  const said = card_words[language.value];
  useServerEvents(["tap"], () => retry(badges_api.unknown_path), is_of_unknown_card); // one that is shown meanwhile
  const { value: unknown } = useResource<{ cards: UnknownCard[] }>(badges_api.unknown_path).value;
  const shown = (unknown?.cards ?? []).filter(({ draws_its_number }) => !draws_its_number);
  const form = useForm(async (value): Promise<Fault | null> => {
    const label = value("label").trim();
    const place: Pick<NewCard, "card" | "uid"> = value("card") ? { card: value("card") } : { uid: value("uid").trim() };
    const answer = await cards_api.add({ label, unit_code: value("unit_code").trim(), ...place }, language.value);
    if (!answer.ok) return fault_of(answer.problem, words.value, language.value);
    void do_step(told, Promise.resolve(answer), said.added(label));
    retry(badges_api.unknown_path);
    close();
    return null;
  });
  return (
    <Dialog title={said.add} close={close}>
      <form onSubmit={form.submit} noValidate>
        <Field form={form} name="label" label={said.label} hint={said.label_hint} chars_max={40} focused />
        <Field form={form} name="unit_code" label={said.unit} chars_max={64} />
        <Choice
          form={form}
          name="card"
          label={said.card}
          choices={[
            ...shown.map((card) => ({ value: card.card, text: said.shown_card(card.uid_masked, format_clock(card.last), card.last_entrance) })),
            { value: "", text: said.by_number },
          ]}
        />
        <Field form={form} name="uid" label={said.uid} hint={said.uid_hint} chars_max={40} />
        <FormEnd form={form} text={said.add_submit} waiting={words.value.password.saving}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}
