import type { DayReport, SessionVerdict } from "../api/types";
import { format_date } from "../format";
import { language, words } from "../i18n/language";
import { verdict_words } from "../i18n/verdict_words";
import { weekday_of, weeks_of } from "../model/calendar";
import { counts, type Door } from "../model/doors";
import { session_signs } from "../model/signs";
import { href } from "../route";
import { Sign } from "./sign";

interface Props {
  days: DayReport[];
  staff: string;
  show: Door;
}

/** A person's month: each day a door, with a half for each session. */
export function MonthCalendar({ days, staff, show }: Props) {
  const said = words.value;
  return (
    <table class="calendar">
      <caption class="unseen">{said.person.calendar}</caption>
      <thead>
        <tr>
          {said.weekdays_short.map((short, place) => (
            <th key={short} scope="col" abbr={said.weekdays[place]}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks_of(days).map((week, index) => (
          <tr key={index}>
            {week.map((day, place) => (
              <td key={place} class={day ? `day day-${day.kind}` : "no-day"}>
                {day && <DayCell day={day} staff={staff} show={show} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, staff, show }: { day: DayReport; staff: string; show: Door }) {
  const said = words.value;
  const named = day.name || (day.kind === "working" || day.kind === "weekend" ? "" : said.day_kind[day.kind]);
  const spoken = [
    `, ${said.weekdays[weekday_of(day.date)]} ${format_date(day.date, language.value)}`,
    ...(day.kind === "working" ? [] : [named || said.day_kind[day.kind]]),
    ...day.sessions.map((each) => `${each.name}: ${verdict_words(each, said, language.value)}`),
  ].join("; ");
  return (
    <a href={href({ page: "day", date: day.date, staff })} >
      <span class="day-number">{Number(day.date.slice(8))}</span>
      <span class="unseen">{spoken}</span>
      {named && (
        <span class="day-name" aria-hidden="true">
          {named}
        </span>
      )}
      <span class="halves" aria-hidden="true">
        {day.sessions.map((session) => (
          <Half key={session.name + session.start} session={session} dim={!counts(show, session)} />
        ))}
      </span>
    </a>
  );
}

function Half({ session, dim }: { session: SessionVerdict; dim: boolean }) {
  const signs = session_signs(session);
  const unknown = session.state === "provisional" ? " half-unknown" : "";
  return (
    <span class={`half${unknown}${dim ? " dim" : ""}`}>
      {signs.map((name) => (
        <Sign key={name} name={name} />
      ))}
      {!dim && signs.length === 1 && <span class="half-note">{note(session)}</span>}
    </span>
  );
}

/** The little that has room: how many minutes. The whole is behind the door. */
function note(session: SessionVerdict): string {
  const minutes = session.late_min + session.early_min;
  return session.state === "present" && minutes > 0 ? `${minutes}′` : "";
}
