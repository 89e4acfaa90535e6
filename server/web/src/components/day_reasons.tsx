import { useSignal } from "@preact/signals";
import { paths } from "../api/client";
import type { Why } from "../api/types";
import { language, words } from "../i18n/language";
import { useResource } from "../resource";
import { SessionSentence } from "./session_list";

/** What the taps of a day say, for who wants to know before deciding: asked only when it is opened. */
export function DayReasons({ staff, date, session }: { staff: string; date: string; session: string }) {
  const open = useSignal(false);
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{words.value.waiting.what_taps_say}</summary>
      {open.value && <Reasons staff={staff} date={date} session={session} />}
    </details>
  );
}

function Reasons({ staff, date, session }: { staff: string; date: string; session: string }) {
  const { value: why, problem } = useResource<Why>(paths.why(staff, date, language.value)).value;
  if (why === null) return <p class="soft">{problem ? words.value.problem.other : words.value.loading}</p>;
  const sessions = why.sessions.filter(({ name }) => session === "" || name === session);
  return (
    <>
      {sessions.length === 0 && <p class="soft">{words.value.day.no_sessions}</p>}
      {sessions.map((each) => (
        <SessionSentence key={each.name} session={each} />
      ))}
    </>
  );
}
