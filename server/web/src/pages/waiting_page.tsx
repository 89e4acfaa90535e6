import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import {
  requests_api, waiting_path, type AbsenceRequest, type Decision, type Explanation, type Named, type WaitingList,
} from "../api/requests";
import type { Answer } from "../api/client";
import { DayReasons } from "../components/day_reasons";
import { DecisionForm } from "../components/decision_form";
import { FindingsToMend } from "../components/findings_to_mend";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { capital } from "../components/session_list";
import { useServerEvents } from "../event_line";
import { format_clock, format_date, format_number } from "../format";
import { language, words } from "../i18n/language";
import { month_of } from "../model/calendar";
import { retry } from "../resource";
import { href } from "../route";
import { powers } from "../session";

/** What waits for a decision of who is signed in, oldest first. */
export function WaitingPage() {
  const said = words.value.waiting;
  const path = waiting_path(language.value);
  useServerEvents(["requests"], () => retry(waiting_path(language.value)));
  const changed = () => retry(path);
  return (
    <Loaded<WaitingList> path={path} title={said.title}>
      {(list) => (
        <>
          <Heading title={said.title} about={about(list)} />
          {powers.value.headed.length > 0 && <FindingsToMend />}
          {list.requests.length > 0 && (
            <section class="asked-for">
              <h2>{said.requests}</h2>
              <ul class="cards">
                {list.requests.map((request) => (
                  <WaitingRequest key={request.no} request={request} changed={changed} />
                ))}
              </ul>
            </section>
          )}
          {list.explanations.length > 0 && (
            <section class="asked-for">
              <h2>{said.explanations}</h2>
              <ul class="cards">
                {list.explanations.map((one) => (
                  <WaitingExplanation key={`${one.staff_code} ${one.date} ${one.session} ${one.effect}`} one={one} changed={changed} />
                ))}
              </ul>
            </section>
          )}
          {list.requests.length + list.explanations.length === 0 && <p class="empty">{said.none}</p>}
        </>
      )}
    </Loaded>
  );
}

function about(list: WaitingList): string {
  const said = words.value.waiting;
  const number = (count: number) => format_number(count, language.value);
  const total = [
    list.explanations_total > 0 && said.explanations_count(number(list.explanations_total)),
    list.requests_total > 0 && said.requests_count(number(list.requests_total)),
  ].filter(Boolean);
  const more = list.explanations_total > list.explanations.length || list.requests_total > list.requests.length;
  return [total.join(" · "), more && said.oldest_first].filter(Boolean).join(". ");
}

function WaitingRequest({ request, changed }: { request: AbsenceRequest; changed: () => void }) {
  const said = words.value.requests;
  return (
    <Waiting
      who={request}
      to={href({ page: "person", month: month_of(request.from), staff: request.staff_code, show: "all" })}
      title={capital(request.asks)}
      with_paper
      decide={(decision) => requests_api.decide_request(request, decision, language.value)}
      changed={changed}
    >
      {request.reason && <p>{request.reason}</p>}
      <p class="soft">
        {capital(said.asked_at(format_clock(request.asked_at), format_date(request.asked_at.slice(0, 10), language.value)))}
      </p>
    </Waiting>
  );
}

function WaitingExplanation({ one, changed }: { one: Explanation; changed: () => void }) {
  const said = words.value.requests;
  const date = format_date(one.date, language.value);
  return (
    <Waiting
      who={one}
      to={href({ page: "day", date: one.date, staff: one.staff_code })}
      title={`${capital(one.session ? said.session_of(one.session, date) : date)}: ${one.says}`}
      decide={(decision) => requests_api.decide_explanation(one, decision, language.value)}
      changed={changed}
    >
      <p>{capital(one.cause_text || one.explanation)}</p>
      <DayReasons staff={one.staff_code} date={one.date} session={one.session} />
    </Waiting>
  );
}

interface WaitingProps {
  who: Named;
  to: string;
  title: string;
  with_paper?: boolean; // an approval has a paper of its own
  decide: (decision: Decision) => Promise<Answer<void>>;
  changed: () => void;
  children: ComponentChildren;
}

function Waiting({ who, to, title, with_paper = false, decide, changed, children }: WaitingProps) {
  const said = words.value.waiting;
  const deciding = useSignal<Decision["decision"] | null>(null);
  return (
    <li class="card">
      <p class="card-title">
        <a href={to}>{who.full_name}</a>
        <span class="about">{[who.position, who.unit_name].filter(Boolean).join(" · ")}</span>
      </p>
      <p>{title}</p>
      {children}
      <div class="tools">
        <button type="button" onClick={() => (deciding.value = "approved")}>
          {said.approve}
        </button>
        <button type="button" onClick={() => (deciding.value = "refused")}>
          {said.refuse}
        </button>
      </div>
      {deciding.value && (
        <DecisionForm
          decision={deciding.value}
          who={who.full_name}
          what={title}
          with_paper={with_paper}
          decide={decide}
          close={() => (deciding.value = null)}
          decided={() => {
            deciding.value = null;
            changed();
          }}
        />
      )}
    </li>
  );
}
