import type { BadgeState, HeldBadge, UnknownCard } from "../api/badges";
import { format_clock, format_date, format_number } from "../format";
import { badge_words } from "../i18n/badge_words";
import { language } from "../i18n/language";
import { Sign } from "./sign";

/** Cards that are nobody's, newest first. */
export function UnknownCards({ cards, bind }: { cards: UnknownCard[]; bind: (card: UnknownCard) => void }) {
  const said = badge_words[language.value];
  return (
    <table role="table" class="report held">
      <caption class="unseen">{said.unknown}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="name">{said.card}</th>
          <th role="columnheader" scope="col">{said.last}</th>
          <th role="columnheader" scope="col">{said.entrance}</th>
          <th role="columnheader" scope="col">{said.first}</th>
          <th role="columnheader" scope="col">{said.taps}</th>
          <th role="columnheader" scope="col">{said.actions}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {cards.map((card) => (
          <tr key={card.card} role="row">
            <th role="rowheader" scope="row" class="name code">{card.uid_masked}</th>
            <td role="cell"><Word text={said.last} />{moment(card.last)}</td>
            <td role="cell" class="code"><Word text={said.entrance} />{card.last_entrance}</td>
            <td role="cell"><Word text={said.first} />{moment(card.first)}</td>
            <td role="cell"><Word text={said.taps} />{format_number(card.taps, language.value)}</td>
            <td role="cell" class="actions">
              {card.draws_its_number ? (
                <span class="soft">{said.draws}</span>
              ) : (
                <button type="button" class="plain" aria-label={`${said.bind}: ${card.uid_masked}`} onClick={() => bind(card)}>
                  {said.bind}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What became of a person's badges. */
export function HeldBadges({ badges, change }: { badges: HeldBadge[]; change: (badge: HeldBadge, first: BadgeState) => void }) {
  const said = badge_words[language.value];
  return (
    <table role="table" class="report held">
      <caption class="unseen">{said.held}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="name">{said.card}</th>
          <th role="columnheader" scope="col">{said.state}</th>
          <th role="columnheader" scope="col">{said.kind}</th>
          <th role="columnheader" scope="col">{said.since}</th>
          <th role="columnheader" scope="col">{said.last_tap}</th>
          <th role="columnheader" scope="col">{said.actions}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {badges.map((badge) => (
          <tr key={`${badge.card} ${badge.from}`} role="row">
            <th role="rowheader" scope="row" class="name code">{badge.uid_masked}</th>
            <td role="cell"><Word text={said.state} />
              <Sign name={badge.state === "active" ? "recorded" : "attention"} /> {said.states[badge.state]}
            </td>
            <td role="cell"><Word text={said.kind} />{said.kinds[badge.temporary ? "temporary" : "own"]}</td>
            <td role="cell"><Word text={said.since} />{days(badge)}</td>
            <td role="cell"><Word text={said.last_tap} />{badge.last_tap ? moment(badge.last_tap) : "–"}</td>
            <td role="cell" class="actions">
              {badge.state === "active" && (
                <button type="button" class="plain" aria-label={`${said.report_lost}: ${badge.uid_masked}`} onClick={() => change(badge, "lost")}>
                  {said.report_lost}
                </button>
              )}
              <button
                type="button"
                class="plain"
                aria-label={`${said.change}: ${badge.uid_masked}, ${days(badge)}`}
                onClick={() => change(badge, badge.state === "active" ? "returned" : "active")}
              >
                {said.change}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The column's head, where the table stands as cards. */
const Word = ({ text }: { text: string }) => <span class="cell-word">{text}: </span>;

const moment = (at: string): string => `${format_clock(at)} ${format_date(at.slice(0, 10), language.value)}`;

function days({ from, to }: HeldBadge): string {
  return `${format_date(from, language.value)} – ${to ? format_date(to, language.value) : "…"}`;
}
