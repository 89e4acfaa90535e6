import { cards_api, type BoxCard, type Loan } from "../api/cards";
import { format_clock, format_date } from "../format";
import { card_words } from "../i18n/card_words";
import { language } from "../i18n/language";
import { has_several_boxes, is_overdue } from "../model/card_box";
import { do_step, type Told } from "../pages/cards_page";
import { Sign } from "./sign";

interface Props {
  cards: BoxCard[]; // the whole box, which says whether units must be named
  told: Told;
}

/** Who has which card, the longest first. */
export function CardsOut({ cards, out, told }: Props & { out: (BoxCard & { loan: Loan })[] }) {
  const said = card_words[language.value];
  return (
    <section class="card-list">
      <h2>{said.out}</h2>
      {out.length === 0 && <p class="empty">{said.none_out}</p>}
      <ul>
        {out.map((card) => (
          <li key={card.label}>
            <div class="card-who">
              <strong class="card-label">{card.label}</strong> {card.loan.full_name}
              <span class="about">
                {card.loan.unit_name} · {said.causes[card.loan.cause].toLowerCase()}
                {has_several_boxes(cards) && ` · ${card.unit_name}`}
              </span>
              <Since loan={card.loan} />
            </div>
            <div class="card-steps">
              {card.can_undo && <Undo label={card.label} told={told} />}
              <button
                type="button"
                class="big"
                aria-label={said.take_back_of(card.label, card.loan.full_name)}
                onClick={() => void do_step(told, cards_api.take_back(card.label, language.value), said.taken_back(card.label))}
              >
                {said.take_back}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Since({ loan }: { loan: Loan }) {
  const said = card_words[language.value];
  const date = format_date(loan.from.slice(0, 10), language.value);
  if (!is_overdue(loan)) return <span class="about">{said.since(format_clock(loan.from))}</span>;
  return (
    <span class="card-overdue">
      <Sign name="attention" /> {said.overdue(`${date}, ${format_clock(loan.from)}`)}
    </span>
  );
}

function Undo({ label, told }: { label: string; told: Told }) {
  const said = card_words[language.value];
  return (
    <button
      type="button"
      class="big quiet"
      aria-label={said.undo_of(label)}
      onClick={() => void do_step(told, cards_api.undo(label, language.value), said.undone(label))}
    >
      {said.undo}
    </button>
  );
}

/** What is in the box; a return that was just noted can be undone here. */
export function FreeCards({ cards, free, told }: Props & { free: BoxCard[] }) {
  const said = card_words[language.value];
  const several = has_several_boxes(cards);
  return (
    <section class="card-list card-free">
      <h2>{said.free}</h2>
      {free.length === 0 && <p class="empty">{said.none_free}</p>}
      <ul>
        {free.map((card) => (
          <li key={card.label}>
            <div class="card-who">
              <strong class="card-label">{card.label}</strong>
              {several && <span class="soft"> {card.unit_name}</span>}
              {card.shown && <span class="about">{said.just_shown(format_clock(card.shown.at), card.shown.entrance)}</span>}
              {card.loan?.returned && <span class="about">{said.returned(card.loan.full_name, format_clock(card.loan.returned))}</span>}
            </div>
            {card.can_undo && (
              <div class="card-steps">
                <Undo label={card.label} told={told} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
