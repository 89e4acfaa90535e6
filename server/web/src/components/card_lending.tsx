import { useSignal } from "@preact/signals";
import { cards_api, type BoxCard, type Borrower, type LoanCause } from "../api/cards";
import { format_clock } from "../format";
import { card_words } from "../i18n/card_words";
import { language } from "../i18n/language";
import { has_several_boxes } from "../model/card_box";
import { do_step, type Told } from "../pages/cards_page";
import { Found, PersonFinder } from "./person_finder";
import { Segmented } from "./segmented";

const causes = ["forgotten", "not_issued"] as const;

interface Props {
  cards: BoxCard[];
  free: BoxCard[];
  told: Told;
}

/** Somebody stands before the guard: who, why, which card. The press on the card lends it. */
export function LendCard({ cards, free, told }: Props) {
  const said = card_words[language.value];
  const chosen = useSignal<Borrower | null>(null);
  const round = useSignal(0); // the search begins anew after each loan
  const done = () => {
    chosen.value = null;
    round.value += 1;
  };
  return (
    <section class="card-lending">
      <h2>{said.lend}</h2>
      {chosen.value === null ? (
        <PersonFinder<Borrower> key={round.value} label={said.who} path={cards_api.people_path}>
          {(people) => (
            <Found people={people} choose={(person) => (chosen.value = person)} note={({ holds }) => (holds ? said.holds(holds) : "")} />
          )}
        </PersonFinder>
      ) : (
        <Hand person={chosen.value} cards={cards} free={free} told={told} done={done} forget={done} />
      )}
      <p class="soft card-rule">{said.rule}</p>
    </section>
  );
}

function Hand({ person, cards, free, told, done, forget }: Props & { person: Borrower; done: () => void; forget: () => void }) {
  const said = card_words[language.value];
  const cause = useSignal<LoanCause>(person.has_own_badge ? "forgotten" : "not_issued");
  const lend = async (label: string) => {
    const step = cards_api.lend(label, person.staff_code, cause.value, language.value);
    if (await do_step(told, step, said.lent(label, person.full_name))) done();
  };
  return (
    <>
      <p class="chosen-person">
        <strong>{person.full_name}</strong>{" "}
        <span class="soft">
          {person.staff_code} · {person.unit_name}
        </span>{" "}
        <button type="button" class="plain" onClick={forget}>
          {said.other_person}
        </button>
      </p>
      <Segmented
        label={said.why}
        name="cause"
        value={cause.value}
        choices={causes.map((each) => ({ value: each, text: said.causes[each] }))}
        choose={(each) => (cause.value = each)}
      />
      <h3>{said.which}</h3>
      {free.length === 0 && <p class="empty">{said.none_free}</p>}
      <ul class="card-tiles">
        {free.map((card) => (
          <li key={card.label}>
            <button type="button" class={card.shown ? "card-tile card-shown" : "card-tile"} onClick={() => void lend(card.label)}>
              <span class="card-label">{card.label}</span>
              <span class="unseen"> {said.give(person.full_name)}</span>
              {has_several_boxes(cards) && <span class="about">{card.unit_name}</span>}
              {card.shown && <span class="about">{said.just_shown(format_clock(card.shown.at), card.shown.entrance)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
