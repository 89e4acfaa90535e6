import { useEffect } from "preact/hooks";
import { timesheet_paths, type Timesheet, type TimesheetGap } from "../api/timesheets";
import { format_date, format_day, format_month, format_number } from "../format";
import { language } from "../i18n/language";
import { timesheet_words } from "../i18n/timesheet_words";
import { retry } from "../resource";
import { href } from "../route";
import { Dialog } from "./dialog";
import { Loaded } from "./loaded";

interface Props {
  unit: string;
  month: string;
  close: () => void;
}

const gaps_shown_max = 50; // nobody settles more before looking again; the draft lists all

/** The unit's timesheet, to be taken as a file; what has no symbol yet stands before it. */
export function TimesheetDialog({ unit, month, close }: Props) {
  const said = timesheet_words[language.value];
  const path = timesheet_paths.data(unit, month, language.value);
  useEffect(() => retry(path), [path]); // never the figures of an earlier look
  return (
    <Dialog title={said.title(format_month(month, language.value))} close={close}>
      <Loaded<Timesheet> path={path}>
        {(sheet) => (
          <>
            <p>
              {said.people(number(sheet.rows.length))}, {said.days(format_date(sheet.from, language.value), format_date(sheet.to, language.value))}.{" "}
              {said.state[sheet.state]}
            </p>
            {sheet.complete ? <p>{said.complete}</p> : <Gaps gaps={sheet.gaps} />}
            <a class="main-button" href={timesheet_paths.file(unit, month, !sheet.complete)} download>
              {sheet.complete ? said.take : said.take_draft}
            </a>
          </>
        )}
      </Loaded>
      <button type="button" onClick={close}>
        {said.close}
      </button>
    </Dialog>
  );
}

function Gaps({ gaps }: { gaps: TimesheetGap[] }) {
  const said = timesheet_words[language.value];
  const heading = said.incomplete(number(gaps.reduce((sum, gap) => sum + gap.sessions, 0)));
  return (
    <div class="notice">
      <p>
        <strong>{heading}</strong>
      </p>
      <ul class="open-list" tabIndex={0} aria-label={heading}>
        {gaps.slice(0, gaps_shown_max).map((gap) => (
          <li key={`${gap.staff_code} ${gap.from} ${gap.session} ${gap.reason}`}>
            <a href={href({ page: "day", date: gap.from, staff: gap.staff_code })}>
              {gap.full_name}, {when(gap)}
            </a>
            : {gap.text}
          </li>
        ))}
      </ul>
      {gaps.length > gaps_shown_max && <p>{said.more(number(gaps.length - gaps_shown_max))}</p>}
      <p class="soft">{said.draft_only}</p>
    </div>
  );
}

/** "09/7, buổi sáng", "09/7–10/7 (4 buổi)". */
function when({ from, to, sessions, session }: TimesheetGap): string {
  const first = format_day(from, language.value);
  if (session) return `${first}, ${session}`;
  const days = from === to ? first : `${first}–${format_day(to, language.value)}`;
  return sessions > 1 ? `${days} (${timesheet_words[language.value].sessions(number(sessions))})` : days;
}

const number = (value: number): string => format_number(value, language.value);
