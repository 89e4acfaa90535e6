import { cards_api, type OwnLoan } from "../api/cards";
import { format_date, format_number } from "../format";
import { card_words } from "../i18n/card_words";
import { language } from "../i18n/language";
import { useResource } from "../resource";
import { href } from "../route";
import { powers } from "../session";

/** The temporary cards that one was lent, each a door to its day. Nothing where there were none. */
export function OwnLoans() {
  const said = card_words[language.value];
  const { value } = useResource<{ loans: OwnLoan[] }>(cards_api.own_path(language.value)).value;
  if (value === null || value.loans.length === 0) return null;
  return (
    <details class="own-loans">
      <summary>{said.own(format_number(value.loans.length, language.value))}</summary>
      <ul class="plain-list">
        {value.loans.map((loan) => (
          <li key={loan.from}>
            <a href={href({ page: "day", date: loan.from.slice(0, 10), staff: powers.value.own })}>{format_date(loan.from.slice(0, 10), language.value)}</a>: {loan.text}
          </li>
        ))}
      </ul>
    </details>
  );
}
