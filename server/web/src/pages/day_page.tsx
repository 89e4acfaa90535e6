import { useSignal } from "@preact/signals";
import { paths } from "../api/client";
import { explanation_slip_path } from "../api/papers";
import type { SessionVerdict, Why } from "../api/types";
import { DayStripView } from "../components/day_strip";
import { CorrectionForm, PaperForm } from "../components/desk_forms";
import { ExplainForm } from "../components/explain_form";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { PaperLinks } from "../components/paper_links";
import { capital, SessionSentence } from "../components/session_list";
import { Trail } from "../components/trail";
import { WhyPanels } from "../components/why_panels";
import { format_date } from "../format";
import { language, words } from "../i18n/language";
import { paper_words } from "../i18n/paper_words";
import { month_of, shift_date, weekday_of } from "../model/calendar";
import { may_explain } from "../model/asking";
import { retry } from "../resource";
import { href } from "../route";
import { powers } from "../session";
import { steps_to } from "./person_page";

/** The last door: why a day was judged as it was, in sentences, with what they rest on. */
export function DayPage({ date, staff }: { date: string; staff: string }) {
  const said = words.value;
  const month = month_of(date);
  const to_day = (days: number) => href({ page: "day", date: shift_date(date, days), staff });
  const to_person = href({ page: "person", month, staff, show: "all" });
  const title = `${capital(said.weekdays[weekday_of(date)] ?? "")}, ${format_date(date, language.value)}`;
  return (
    <Loaded<Why> path={paths.why(staff, date, language.value)} title={title}>
      {(why) => (
        <>
          <Trail steps={[...steps_to(why.staff, month), { text: why.staff.full_name, to: to_person }]} />
          <Heading title={title} about={why.staff.full_name}>
            {powers.value.keeps_papers && staff !== powers.value.own && <Desk why={why} />}
            <nav class="day-steps" aria-label={said.person.calendar}>
              <a class="arrow" href={to_day(-1)} aria-label={said.day.previous}>
                ‹
              </a>
              <a class="arrow" href={to_day(1)} aria-label={said.day.next}>
                ›
              </a>
            </nav>
          </Heading>
          <section class="verdicts">
            <h2 class="unseen">{said.day.reasons}</h2>
            {why.sessions.length === 0 && <p class="empty">{said.day.no_sessions}</p>}
            {why.sessions.map((session) => (
              <SessionReason key={session.name + session.start} session={session} date={date} own={staff === powers.value.own} />
            ))}
            {why.sessions.some(may_explain) && (
              <PaperLinks name={paper_words[language.value].explanation} path={(format) => explanation_slip_path(staff, date, format)} />
            )}
          </section>
          <DayStripView why={why} />
          <WhyPanels why={why} />
        </>
      )}
    </Loaded>
  );
}

/** What HR holds on paper about the day, entered where its effect is seen. */
function Desk({ why }: { why: Why }) {
  const said = words.value.desk;
  const open = useSignal<"paper" | "correction" | null>(null);
  const shared = {
    staff: why.staff,
    date: why.date,
    close: () => (open.value = null),
    done: () => {
      open.value = null;
      retry(paths.why(why.staff.code, why.date, language.value));
    },
  };
  return (
    <>
      <button type="button" onClick={() => (open.value = "paper")}>
        {said.add_paper}
      </button>
      {why.sessions.length > 0 && (
        <button type="button" onClick={() => (open.value = "correction")}>
          {said.correct}
        </button>
      )}
      {open.value === "paper" && <PaperForm {...shared} />}
      {open.value === "correction" && <CorrectionForm {...shared} sessions={why.sessions} />}
    </>
  );
}

interface SessionProps {
  session: SessionVerdict;
  date: string;
  own: boolean;
}

function SessionReason({ session, date, own }: SessionProps) {
  return (
    <div class={`verdict verdict-${session.state}`}>
      <h3>
        {capital(session.name)}{" "}
        <span class="soft">
          {session.start}–{session.end}
        </span>
      </h3>
      <SessionSentence session={session} />
      {own && may_explain(session) && <Explain session={session} date={date} />}
    </div>
  );
}

/** The door from a reason to an answer to it, on one's own day. */
function Explain({ session, date }: { session: SessionVerdict; date: string }) {
  const said = words.value.explain;
  const open = useSignal(false);
  const sent = useSignal(false);
  if (sent.value) {
    return (
      <p role="status">
        {said.sent} <a href={href({ page: "requests" })}>{words.value.requests.title}</a>
      </p>
    );
  }
  return (
    <>
      <button type="button" onClick={() => (open.value = true)}>
        {said.open}
      </button>
      {open.value && (
        <ExplainForm
          date={date}
          session={session}
          close={() => (open.value = false)}
          explained={() => {
            open.value = false;
            sent.value = true;
            retry(paths.why(powers.value.own, date, language.value));
          }}
        />
      )}
    </>
  );
}
