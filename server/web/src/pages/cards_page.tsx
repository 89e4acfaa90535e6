import { useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { cards_api, type Box, type BoxCard } from "../api/cards";
import type { Answer } from "../api/client";
import { CardKeeping } from "../components/card_keeping";
import { LendCard } from "../components/card_lending";
import { CardsOut, FreeCards } from "../components/card_lists";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { useServerEvents, type LineState } from "../event_line";
import { format_clock, format_date, format_number } from "../format";
import { card_words } from "../i18n/card_words";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { sides_of, type Sides } from "../model/card_box";
import { retry } from "../resource";
import { powers } from "../session";

const asked_again_ms = 60_000; // loans end by the clock alone

/** What was done last with a card, and whether it was taken. */
export type Told = Signal<{ text: string; failed: boolean } | null>;

/** Does a step with a card and tells what became of it. */
export async function do_step(told: Told, step: Promise<Answer<void>>, done: string): Promise<boolean> {
  const answer = await step;
  told.value = answer.ok
    ? { text: done, failed: false }
    : { text: refusal(answer.problem, words.value, language.value), failed: true };
  retry(cards_api.path);
  return answer.ok;
}

/** The guard's one screen: to whom a card is handed, which are in the box, who has the others. */
export function CardsPage() {
  const said = card_words[language.value];
  const told: Told = useSignal(null);
  const again = () => retry(cards_api.path);
  const line = useServerEvents(["cards"], again, () => true, "cards");
  useEffect(() => {
    const timer = setInterval(again, asked_again_ms);
    return () => clearInterval(timer);
  }, []);
  return (
    <Loaded<Box> path={cards_api.path} title={said.title}>
      {(box) => {
        const sides = sides_of(box.cards);
        return (
          <>
            <Heading title={said.title} about={<About box={box} sides={sides} line={line.value} />} />
            <p class={told.value?.failed ? "card-told error" : "card-told"} role="status">
              {told.value?.text}
            </p>
            {box.cards.length === 0 ? <p class="empty">{said.no_cards}</p> : <Screen cards={box.cards} sides={sides} told={told} />}
            {powers.value.manages_badges && <CardKeeping cards={box.cards} told={told} />}
          </>
        );
      }}
    </Loaded>
  );
}

function Screen({ cards, sides, told }: { cards: BoxCard[]; sides: Sides; told: Told }) {
  return (
    <div class="two-sides card-sides">
      <LendCard cards={cards} free={sides.free} told={told} />
      <div>
        <CardsOut cards={cards} out={sides.out} told={told} />
        <FreeCards cards={cards} free={sides.free} told={told} />
      </div>
    </div>
  );
}

function About({ box, sides, line }: { box: Box; sides: Sides; line: LineState }) {
  const number = (count: number) => format_number(count, language.value);
  return (
    <>
      {format_clock(box.now)} {format_date(box.now.slice(0, 10), language.value)} ·{" "}
      {card_words[language.value].counts(number(sides.free.length), number(sides.out.length))} ·{" "}
      <span class={`line-state line-${line}`} role="status">
        {words.value.live[line]}
      </span>
    </>
  );
}
