import { useSignal } from "@preact/signals";
import { application_path } from "../api/papers";
import { own_requests_path, requests_api, type AbsenceRequest, type Explanation, type Requests } from "../api/requests";
import { AskForm } from "../components/ask_form";
import { Confirm } from "../components/confirm";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { PaperLinks } from "../components/paper_links";
import { PersonInspections } from "../components/person_inspections";
import { capital } from "../components/session_list";
import { useServerEvents } from "../event_line";
import { format_clock, format_date, today } from "../format";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { paper_words } from "../i18n/paper_words";
import { retry } from "../resource";
import { href } from "../route";
import { powers } from "../session";

/** What somebody asked for themselves, and what became of it. */
export function RequestsPage() {
  const said = words.value.requests;
  const asking = useSignal(false);
  const path = own_requests_path(language.value);
  useServerEvents(["requests"], () => retry(own_requests_path(language.value)));
  return (
    <>
      <Heading title={said.title} about={said.about}>
        <button type="button" class="main-button" onClick={() => (asking.value = true)}>
          {said.ask}
        </button>
      </Heading>
      <Loaded<Requests> path={path}>
        {({ requests, explanations }) => (
          <>
            <section class="asked-for">
              <h2>{said.requests}</h2>
              {requests.length === 0 && <p class="empty">{said.no_requests}</p>}
              <ul class="cards">
                {requests.map((request) => (
                  <OwnRequest key={request.no} request={request} changed={() => retry(path)} />
                ))}
              </ul>
            </section>
            <section class="asked-for">
              <h2>{said.explanations}</h2>
              {explanations.length === 0 && <p class="empty">{said.no_explanations}</p>}
              <ul class="cards">
                {explanations.map((one) => (
                  <OwnExplanation key={`${one.date} ${one.session} ${one.effect}`} one={one} />
                ))}
              </ul>
            </section>
          </>
        )}
      </Loaded>
      <PersonInspections staff={powers.value.own} from={a_year_ago()} to={today()} findings_only />
      {asking.value && (
        <AskForm
          close={() => (asking.value = false)}
          asked={() => {
            asking.value = false;
            retry(path);
          }}
        />
      )}
    </>
  );
}

/** The server tells of a year at a time. */
function a_year_ago(): string {
  const date = new Date(`${today()}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 364);
  return date.toISOString().slice(0, 10);
}

function OwnRequest({ request, changed }: { request: AbsenceRequest; changed: () => void }) {
  const said = words.value.requests;
  const confirming = useSignal(false);
  const asked = said.asked_at(format_clock(request.asked_at), format_date(request.asked_at.slice(0, 10), language.value));
  return (
    <li class={`card outcome-${request.outcome}`}>
      <p class="card-title">{capital(request.asks)}</p>
      {request.reason && <p>{request.reason}</p>}
      <p class="soft">
        {[asked, outcome_text(request)].join(" · ")}
      </p>
      <PaperLinks name={paper_words[language.value].application} path={(format) => application_path(request.no, format)} />
      {request.outcome === "waiting" && (
        <button type="button" class="plain" onClick={() => (confirming.value = true)}>
          {said.take_back}
        </button>
      )}
      {confirming.value && (
        <Confirm
          title={said.take_back_title}
          text={capital(request.asks)}
          submit={said.take_back}
          close={() => (confirming.value = false)}
          act={async () => {
            const answer = await requests_api.take_back(request.no, language.value);
            if (!answer.ok) return { text: refusal(answer.problem, words.value, language.value) };
            changed();
            return null;
          }}
        />
      )}
    </li>
  );
}

function outcome_text({ outcome, decided_by, decision_reason }: AbsenceRequest): string {
  const said = words.value.requests.outcomes;
  const text = outcome === "approved" || outcome === "refused" ? `${decided_by} ${said[outcome]}` : said[outcome];
  return decision_reason ? `${text}: ${decision_reason}` : text;
}

function OwnExplanation({ one }: { one: Explanation }) {
  const said = words.value;
  const when = one.session ? said.requests.session_of(one.session, format_date(one.date, language.value)) : format_date(one.date, language.value);
  return (
    <li class={`card outcome-${one.decision === "pending" ? "waiting" : one.decision}`}>
      <p class="card-title">
        <a href={href({ page: "day", date: one.date, staff: powers.value.own })}>{capital(when)}</a>: {one.says}
      </p>
      <p>{capital(one.cause_text || one.explanation)}</p>
      <p class="soft">{capital(one.decision_text)}</p>
    </li>
  );
}
