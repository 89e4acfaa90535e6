import { format_number } from "../format";
import { inspect_words } from "../i18n/inspect_words";
import { language } from "../i18n/language";
import type { KeptStep } from "../model/inspect_queue";
import { sign_in_again } from "../session";
import { obstacle, sending } from "./delivery";

interface Props {
  steps: readonly KeptStep[];
  send_now: () => void;
}

/** How many marks are on this device alone; always in sight. */
export function UnsentSign({ steps }: { steps: readonly KeptStep[] }) {
  const said = inspect_words[language.value];
  const waiting = count_of(steps);
  const count = format_number(waiting, language.value);
  const problem = obstacle.value;
  const refused = steps.filter(({ state }) => state === "refused").length;
  const text = () => {
    if (waiting > 0) return sending.value && problem === null ? `↑ ${said.sending(count)}` : `◌ ${said.unsent(count)}`;
    if (refused > 0) return `○ ${said.refused_short(format_number(refused, language.value))}`;
    return `✓ ${problem?.status === 0 ? said.no_network_short : said.all_sent}`;
  };
  return (
    <span class={waiting + refused > 0 ? "unsent-sign unsent-some" : "unsent-sign soft"} role="status">
      {text()}
    </span>
  );
}

/** What is in the way of marks that wait, and what can be done about it. */
export function Unsent({ steps, send_now }: Props) {
  const said = inspect_words[language.value];
  const problem = obstacle.value;
  const waiting = count_of(steps);
  if (problem === null || (waiting === 0 && problem.status === 0)) return null;
  return (
    <div class="unsent">
      <Obstacle status={problem.status} title={problem.title} />
      {problem.status === 401 && (
        <button type="button" class="big" onClick={sign_in_again}>
          {said.sign_in}
        </button>
      )}
      {waiting > 0 && problem.status !== 401 && (
        <button type="button" class="big" onClick={send_now} disabled={sending.value}>
          {said.send_now}
        </button>
      )}
    </div>
  );
}

const count_of = (steps: readonly KeptStep[]): number => steps.filter(({ state }) => state === "waiting").length;

function Obstacle({ status, title }: { status: number; title: string }) {
  const said = inspect_words[language.value];
  if (status === 0) return <p class="soft">{said.no_network}</p>;
  if (status === 401) return <p>{said.sign_in_again}</p>;
  if (status === -1) return <p class="failed">{said.not_kept}</p>;
  return (
    <p class="soft">
      {said.not_taken} {title}
    </p>
  );
}
