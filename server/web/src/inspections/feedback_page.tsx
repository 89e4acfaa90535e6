import { useSignal } from "@preact/signals";
import { feedback_path, type FeedbackCase } from "../api/inspection_files";
import { Heading } from "../components/heading";
import { capital } from "../components/session_list";
import { today } from "../format";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { retry } from "../resource";
import { Followed } from "./followed";
import { choices_of, StepDialog } from "./step_dialog";
import { InspectionTabs } from "./tabs";
import { day } from "./texts";

/** What citizens and colleagues report, and what they were answered. */
export function FeedbackPage() {
  const said = inspection_words[language.value];
  const receiving = useSignal(false);
  return (
    <>
      <Heading title={said.tab.feedback} about={said.feedback_about}>
        <button type="button" class="main-button" onClick={() => (receiving.value = true)}>
          {said.receive}
        </button>
      </Heading>
      <InspectionTabs here="feedback" />
      <Followed<{ feedback: FeedbackCase[] }> path={feedback_path}>
        {({ feedback }) => (
          <>
            {feedback.length === 0 && <p class="empty">{said.feedback_none}</p>}
            <ul class="cards">
              {feedback.map((one) => (
                <Case key={one.file} one={one} />
              ))}
            </ul>
          </>
        )}
      </Followed>
      {receiving.value && (
        <StepDialog
          title={said.receive}
          fields={[
            { name: "kind", type: "choice", label: said.feedback_kind_word, choices: choices_of(said.feedback_kind), value: "reflection" },
            { name: "received_on", type: "date", label: said.received_on, value: today() },
            { name: "channel", label: said.channel },
            { name: "unit_code", type: "unit", label: said.unit, none: "–" },
            { name: "subject", type: "sentences", label: said.subject },
            { name: "sender", label: said.sender },
            { name: "due", type: "date", label: said.answer_due },
            { name: "number", label: said.denounced_number },
            { name: "body", label: said.body },
          ]}
          steps={(value) => [{ kind: "received", fields: value }]}
          done={() => {
            receiving.value = false;
            retry(feedback_path);
          }}
          close={() => (receiving.value = false)}
        />
      )}
    </>
  );
}

function Case({ one }: { one: FeedbackCase }) {
  const said = inspection_words[language.value];
  const replying = useSignal(false);
  return (
    <li class="card">
      <p class="card-title">
        {one.subject ?? capital([said.feedback_kind[one.kind], one.number].filter(Boolean).join(" "))}
        <span class={one.state === "overdue" ? "about alarm" : "about"}>
          {[said.feedback_state[one.state], one.due && said.due_on(day(one.due))].filter(Boolean).join(" · ")}
        </span>
      </p>
      <p class="soft">
        {[capital(said.received(said.feedback_kind[one.kind], day(one.received_on))), one.channel, one.unit_code, one.sender, one.body].filter(Boolean).join(" · ")}
      </p>
      {one.replied ? (
        <p>{`${capital(said.replied_on(day(one.replied.date ?? "")))}: ${[one.replied.text, one.replied.paper].filter(Boolean).join("; ")}`}</p>
      ) : (
        <button type="button" onClick={() => (replying.value = true)}>
          {said.reply}
        </button>
      )}
      {replying.value && (
        <StepDialog
          title={said.reply}
          file={one.file}
          fields={[
            { name: "text", type: "sentences", label: said.reply_text },
            { name: "paper", label: said.paper },
            { name: "date", type: "date", label: said.paper_date, value: today() },
          ]}
          steps={(value) => [{ kind: "replied", fields: value }]}
          done={() => {
            replying.value = false;
            retry(feedback_path);
          }}
          close={() => (replying.value = false)}
        />
      )}
    </li>
  );
}
