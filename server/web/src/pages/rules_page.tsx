import { useSignal } from "@preact/signals";
import { own_rules_path, rules_api, rules_path, type KnownRule, type KnownRules, type OwnRules } from "../api/rules";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { PublishForm } from "../components/publish_form";
import { format_clock, format_date, format_number, format_share } from "../format";
import { language, words } from "../i18n/language";
import { retry } from "../resource";
import { href } from "../route";
import { powers } from "../session";

/** The office's own rules: those one has to read, and for who answers for others, who has. */
export function RulesPage() {
  const said = words.value.rules;
  const publishing = useSignal(false);
  const { own, asks_who_read, keeps_papers } = powers.value;
  return (
    <>
      <Heading title={said.title}>
        {keeps_papers && (
          <button type="button" class="main-button" onClick={() => (publishing.value = true)}>
            {said.publish}
          </button>
        )}
      </Heading>
      {own && <OwnRulesList />}
      {asks_who_read && <Known />}
      {publishing.value && (
        <PublishForm
          close={() => (publishing.value = false)}
          done={() => {
            publishing.value = false;
            retry(rules_path);
            if (own) retry(own_rules_path);
          }}
        />
      )}
    </>
  );
}

function OwnRulesList() {
  const said = words.value.rules;
  return (
    <Loaded<OwnRules> path={own_rules_path}>
      {({ rules }) => (
        <section>
          {rules.length === 0 && <p class="empty">{said.none}</p>}
          <ul class="cards">
            {rules.map((rule) => (
              <OwnRule key={rule.no} rule={rule} />
            ))}
          </ul>
        </section>
      )}
    </Loaded>
  );
}

function OwnRule({ rule }: { rule: OwnRules["rules"][number] }) {
  const said = words.value.rules;
  const waiting = useSignal(false);
  const confirm = async () => {
    waiting.value = true;
    await rules_api.confirm(rule.no);
    waiting.value = false;
    retry(own_rules_path);
  };
  return (
    <li class="card">
      <p class="card-title">
        {rule.name}
        <span class="about">{about(rule)}</span>
      </p>
      <details open={rule.read_at === null}>
        <summary>{said.text}</summary>
        <p class="rule-text">{rule.text}</p>
      </details>
      {rule.read_at === null ? (
        <>
          {rule.reminded_at && <p class="soft">{said.reminded(moment(rule.reminded_at))}</p>}
          <button type="button" disabled={waiting.value} onClick={() => void confirm()}>
            {said.confirm}
          </button>
        </>
      ) : (
        <p class="soft">{said.read_at(moment(rule.read_at))}</p>
      )}
    </li>
  );
}

function about(rule: { unit_name: string; paper: string; valid_from: string }): string {
  const said = words.value.rules;
  return [rule.unit_name || said.everybody, rule.paper, said.since(format_date(rule.valid_from, language.value))].filter(Boolean).join(" · ");
}

const moment = (at: string): string =>
  words.value.accounts.moment(format_clock(at), format_date(at.slice(0, 10), language.value));

function Known() {
  const said = words.value.rules;
  return (
    <section class="asked-for">
      <h2>{said.who_read}</h2>
      <Loaded<KnownRules> path={rules_path}>
        {({ rules }) =>
          rules.length === 0 ? (
            <p class="empty">{said.none}</p>
          ) : (
            <ul class="cards">
              {rules.map((rule) => (
                <li key={rule.no} class="card">
                  <p class="card-title">
                    <a href={href({ page: "rule", no: rule.no })}>{rule.name}</a>
                    <span class="about">{about(rule)}</span>
                  </p>
                  <p>{share_text(rule)}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

export function share_text(rule: KnownRule): string {
  const said = words.value.rules;
  const number = (count: number) => format_number(count, language.value);
  if (!rule.in_force) return said.not_in_force;
  if (rule.people === 0) return said.nobody;
  return said.share(format_share(rule.read / rule.people, language.value), number(rule.read), number(rule.people));
}
