import { useSignal } from "@preact/signals";
import { badge_states, badges_api, type BadgeChange, type BadgeState, type HeldBadge, type Holder, type UnknownCard } from "../api/badges";
import type { Named } from "../api/requests";
import { today } from "../format";
import { badge_words } from "../i18n/badge_words";
import { language, words } from "../i18n/language";
import { useResource } from "../resource";
import { Cancel, Dialog } from "./dialog";
import { Choice, fault_of, Field, FormEnd, useForm, type Fault, type Form } from "./form";
import { Found, PersonFinder } from "./person_finder";
import { capital } from "./session_list";

const kinds = ["own", "temporary"] as const;
const ends = ["lost", "damaged", "returned"] as const; // what becomes of a badge that is replaced

interface Done {
  close: () => void;
  done: (staff_code: string) => void;
}

/** Hands a change in; what the rules of files refuse is told at its field. */
async function hand_in(change: BadgeChange, done: (staff_code: string) => void): Promise<Fault | null> {
  const answer = await badges_api.change(change, language.value);
  if (!answer.ok) return fault_of(answer.problem, words.value, language.value);
  done(change.staff_code);
  return null;
}

/** Whose is this card? */
export function BindCard({ card, close, done }: { card: UnknownCard } & Done) {
  const said = badge_words[language.value];
  const person = useSignal<Named | null>(null);
  const form = useForm(async (value): Promise<Fault | null> => {
    if (person.value === null) return { text: said.no_person };
    const { staff_code } = person.value;
    const issue = { card: card.card, kind: value("kind") as "own" | "temporary", from: value("valid_from"), to: value("valid_to") };
    const old = value("old").split(" "); // "card state", or empty
    const [its_card, its_state] = old as [string, BadgeState];
    const change = its_state && { card: its_card, state: its_state, from: first_day(its_state) };
    return hand_in({ staff_code, issue, ...(change && { change }) }, done);
  });
  return (
    <Dialog title={said.bind_title(card.uid_masked)} close={close}>
      {person.value === null && (
        <PersonFinder>{(people) => <Found people={people} choose={(chosen) => (person.value = chosen)} />}</PersonFinder>
      )}
      <form onSubmit={form.submit} noValidate>
        {person.value !== null && (
          <>
            <Chosen person={person.value} forget={() => (person.value = null)} />
            <KindAndDays form={form} from={card.first.slice(0, 10)} />
            <OldBadge form={form} staff={person.value.staff_code} />
          </>
        )}
        <FormEnd form={form} text={said.bind_submit} waiting={words.value.password.saving}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}

function Chosen({ person, forget }: { person: Named; forget: () => void }) {
  const said = badge_words[language.value];
  return (
    <p class="chosen-person">
      {said.chosen}: <strong>{person.full_name}</strong>{" "}
      <span class="soft">
        {person.staff_code} · {person.unit_name}
      </span>{" "}
      <button type="button" class="plain" onClick={forget}>
        {said.other_person}
      </button>
    </p>
  );
}

function KindAndDays({ form, from }: { form: Form; from: string }) {
  const said = badge_words[language.value];
  return (
    <>
      <Choice form={form} name="kind" label={said.kind} choices={kinds.map((kind) => ({ value: kind, text: capital(said.kinds[kind]) }))} />
      <Field form={form} name="valid_from" type="date" label={said.from} value={from} />
      <Field form={form} name="valid_to" type="date" label={said.to} hint={said.to_hint} />
    </>
  );
}

/** What becomes of the badge that the person has: a replacement is one step. */
function OldBadge({ form, staff }: { form: Form; staff: string }) {
  const said = badge_words[language.value];
  const { value: held } = useResource<Holder>(badges_api.of_path(staff)).value;
  const old = held?.badges.find((badge) => badge.state === "active" && !badge.temporary && (badge.to === null || badge.to >= today()));
  if (!old) return null;
  return (
    <Choice
      form={form}
      name="old"
      label={said.old_badge(old.uid_masked)}
      choices={[
        { value: "", text: capital(said.keep_old) },
        ...ends.map((state) => ({ value: `${old.card} ${state}`, text: capital(said.states[state]) })),
      ]}
    />
  );
}

/** A badge whose number somebody has at hand. */
export function IssueBadge({ person, close, done }: { person: Named } & Done) {
  const said = badge_words[language.value];
  const form = useForm(async (value): Promise<Fault | null> => {
    const uid = value("uid").trim();
    if (!uid) return { text: said.no_uid, field: "uid" };
    const issue = { uid, kind: value("kind") as "own" | "temporary", from: value("valid_from"), to: value("valid_to") };
    return hand_in({ staff_code: person.staff_code, issue }, done);
  });
  return (
    <Dialog title={said.issue_title(person.full_name)} close={close}>
      <form onSubmit={form.submit} noValidate>
        <Field form={form} name="uid" label={said.uid} hint={said.uid_hint} chars_max={40} />
        <KindAndDays form={form} from={today()} />
        <FormEnd form={form} text={said.issue_submit} waiting={words.value.password.saving}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}

/** Lost, damaged, returned, revoked, or found again. */
export function ChangeBadge({ person, badge, first, close, done }: { person: Named; badge: HeldBadge; first: BadgeState } & Done) {
  const said = badge_words[language.value];
  const state = useSignal<BadgeState>(first);
  const form = useForm((value): Promise<Fault | null> => {
    const change = { card: badge.card, state: state.value, from: value("valid_from") };
    return hand_in({ staff_code: person.staff_code, change }, done);
  });
  return (
    <Dialog title={said.change_title(badge.uid_masked, person.full_name)} close={close}>
      <form onSubmit={form.submit} noValidate>
        <Choice
          form={form}
          name="state"
          label={said.state}
          value={state.value}
          choices={badge_states.map((each) => ({ value: each, text: capital(said.states[each]) }))}
          chosen={(chosen) => (state.value = chosen as BadgeState)}
        />
        <Field
          key={state.value}
          form={form}
          name="valid_from"
          type="date"
          label={said.change_from}
          value={first_day(state.value)}
          hint={state.value === "lost" ? said.lost_hint : said.change_hint}
        />
        <FormEnd form={form} text={said.change_submit} waiting={words.value.password.saving}>
          <Cancel close={close} />
        </FormEnd>
      </form>
    </Dialog>
  );
}

/** What was tapped today still counts, so a badge ends with the day; one that is found is good at once. */
function first_day(state: BadgeState): string {
  if (state === "active") return today();
  const day = new Date(`${today()}T00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
