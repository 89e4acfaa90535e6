import type { DayReport, SessionVerdict } from "../api/types";
import { format_day } from "../format";
import { language, words } from "../i18n/language";
import { verdict_words } from "../i18n/verdict_words";
import { weekday_of } from "../model/calendar";
import { counts, type Door } from "../model/doors";
import { is_noteworthy, session_signs } from "../model/signs";
import { href } from "../route";
import { Sign } from "./sign";

interface Props {
  days: DayReport[];
  staff: string;
  show: Door;
}

/** Sessions in sentences: those the chosen figure counts, or else those that somebody should read. */
export function SessionList({ days, staff, show }: Props) {
  const said = words.value;
  const found = days.flatMap((day) =>
    day.sessions
      .filter((session) => (show === "all" ? is_noteworthy(session) : counts(show, session)))
      .map((session) => ({ day, session })),
  );
  if (found.length === 0) {
    return <p class="empty">{show === "all" ? said.person.all_good : said.people.none_of(said.figure[show])}</p>;
  }
  return (
    <ul class="session-list">
      {found.map(({ day, session }) => (
        <li key={`${day.date} ${session.name}`}>
          <a href={href({ page: "day", date: day.date, staff })}>
            {capital(said.weekdays[weekday_of(day.date)] ?? "")} {format_day(day.date, language.value)}, {session.name}
          </a>
          <SessionSentence session={session} />
        </li>
      ))}
    </ul>
  );
}

/** Signs, and the server's sentence; the verdict in words where it has none. */
export function SessionSentence({ session }: { session: SessionVerdict }) {
  return (
    <p class={`sentence sentence-${session.state}`}>
      {session_signs(session).map((name) => (
        <Sign key={name} name={name} />
      ))}
      <span>{session.text || capital(verdict_words(session, words.value, language.value))}</span>
    </p>
  );
}

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
