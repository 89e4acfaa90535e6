import { useSignal } from "@preact/signals";
import { rule_path, rules_api, type RuleReaders } from "../api/rules";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { Trail } from "../components/trail";
import { format_clock, format_date, format_number, format_share } from "../format";
import { language, words } from "../i18n/language";
import { retry } from "../resource";
import { href } from "../route";
import { share_text } from "./rules_page";

/** Who has not read one rule, unit by unit; whom somebody reminded, as lines that a head can print. */
export function RulePage({ no }: { no: number }) {
  const said = words.value.rules;
  return (
    <Loaded<RuleReaders> path={rule_path(no)} title={said.title}>
      {(rule) => (
        <>
          <Trail steps={[{ text: said.title, to: href({ page: "rules" }) }]} />
          <Heading
            title={rule.name}
            about={[rule.paper, said.since(format_date(rule.valid_from, language.value)), share_text(rule)].filter(Boolean).join(" · ")}
          >
            {rule.in_force && rule.read < rule.people && <Remind no={no} />}
          </Heading>
          <details>
            <summary>{said.text}</summary>
            <p class="rule-text">{rule.text}</p>
          </details>
          <Units rule={rule} />
          <section class="asked-for">
            <h2>{said.unread}</h2>
            {rule.unread.length === 0 && <p class="empty">{said.all_read}</p>}
            <ul class="people-now">
              {rule.unread.map((person) => (
                <li key={person.staff_code}>
                  <span>{person.full_name}</span>
                  <span class="soft">{person.unit_name}</span>
                </li>
              ))}
            </ul>
          </section>
          <section class="asked-for">
            <h2>{said.reminders}</h2>
            {rule.reminders.length === 0 && <p class="empty">{said.no_reminders}</p>}
            <ul class="plain-list">
              {rule.reminders.map((reminder) => (
                <li key={`${reminder.at} ${reminder.unit_code}`}>
                  {said.reminder(
                    words.value.accounts.moment(format_clock(reminder.at), format_date(reminder.at.slice(0, 10), language.value)),
                    reminder.sent_by,
                    reminder.unit_code,
                    format_number(reminder.unread, language.value),
                  )}
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </Loaded>
  );
}

function Remind({ no }: { no: number }) {
  const said = words.value.rules;
  const waiting = useSignal(false);
  const remind = async () => {
    waiting.value = true;
    await rules_api.remind(no);
    waiting.value = false;
    retry(rule_path(no));
  };
  return (
    <button type="button" disabled={waiting.value} onClick={() => void remind()}>
      {said.remind}
    </button>
  );
}

function Units({ rule }: { rule: RuleReaders }) {
  const said = words.value.rules;
  const number = (count: number) => format_number(count, language.value);
  return (
    <table class="report now-units" role="table">
      <caption class="unseen">{said.who_read}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="name">{words.value.columns.unit}</th>
          <th role="columnheader" scope="col">{said.read}</th>
          <th role="columnheader" scope="col">{said.rate}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rule.units.map((unit) => (
          <tr key={unit.unit_code} role="row">
            <th role="rowheader" scope="row" class="name">{unit.unit_name}</th>
            <td role="cell" class="figure">
              {number(unit.read)}/{number(unit.people)}
            </td>
            <td role="cell" class="figure">{format_share(unit.people === 0 ? 1 : unit.read / unit.people, language.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
