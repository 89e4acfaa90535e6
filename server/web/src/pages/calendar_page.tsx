import { useSignal } from "@preact/signals";
import { calendar_path, type CalendarDay, type CalendarYear } from "../api/hours";
import { CalendarDialog, excepted, told } from "../components/calendar_dialog";
import { Heading } from "../components/heading";
import { HoursTabs } from "../components/hours_tabs";
import { Loaded } from "../components/loaded";
import { SeenRows } from "../components/seen_rows";
import { TableHead } from "../components/table_head";
import { YearCalendar } from "../components/year_calendar";
import { format_date, today } from "../format";
import { calendar_words } from "../i18n/calendar_words";
import { language, words } from "../i18n/language";
import { weekday_of } from "../model/calendar";
import { retry } from "../resource";
import { href } from "../route";
import { powers } from "../session";

/** Which days differ from their weekday, and for whom. */
export function CalendarPage({ year: named }: { year: string }) {
  const said = calendar_words[language.value];
  const year = named || today().slice(0, 4);
  const opened = useSignal<string | null>(null);
  const saved = useSignal(false);
  const path = calendar_path(year);
  const open = (date: string) => {
    saved.value = false;
    opened.value = date;
  };
  return (
    <>
      <Heading title={said.title(year)} about={powers.value.imports ? said.about : said.about_read}>
        <YearSteps year={Number(year)} />
      </Heading>
      <HoursTabs here="calendar" />
      <p class="saved" role="status">{saved.value ? said.saved : ""}</p>
      <Loaded<CalendarYear> path={path}>
        {({ days }) => (
          <>
            <YearCalendar key={year} year={year} days={days} open={open} />
            <h2>{said.list}</h2>
            {days.length === 0 ? <p class="empty">{said.none}</p> : <DayList days={days} open={open} />}
            {opened.value && (
              <CalendarDialog
                key={opened.value}
                date={opened.value}
                rows={days.filter(({ date }) => date === opened.value)}
                close={() => (opened.value = null)}
                saved={() => {
                  opened.value = null;
                  saved.value = true;
                  retry(path);
                }}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

const first_year = 2000, last_year = 2037; // that the server knows

function YearSteps({ year }: { year: number }) {
  const said = calendar_words[language.value];
  const step = (to: number, text: string, label: string) =>
    to >= first_year &&
    to <= last_year && (
      <a class="year-step" href={href({ page: "calendar", year: String(to) })} title={label}>
        {text}
      </a>
    );
  return (
    <div class="year-steps">
      {step(year - 1, `‹ ${year - 1}`, said.year_before)}
      {step(year + 1, `${year + 1} ›`, said.year_after)}
    </div>
  );
}

function DayList({ days, open }: { days: CalendarDay[]; open: (date: string) => void }) {
  const said = calendar_words[language.value];
  const heads = [said.date, said.kind, said.name, said.whom, said.paper];
  return (
    <table role="table" class="report reconciled-list calendar-list" aria-rowcount={days.length + 1}>
      <caption class="unseen">{said.list}</caption>
      <TableHead heads={heads} />
      <SeenRows
        keys={days.map(({ date, unit_code }) => `${date} ${unit_code}`)}
        row={(place) => {
          const row = days[place]!;
          const date = `${format_date(row.date, language.value)}, ${words.value.weekdays[weekday_of(row.date)]}`;
          return (
            <tr key={`${row.date} ${row.unit_code}`} role="row" aria-rowindex={place + 2}>
              <td role="cell" data-head={heads[0]}>
                <button type="button" class="plain" onClick={() => open(row.date)}>
                  {date}
                </button>
              </td>
              <td role="cell" data-head={heads[1]}>{told(row)}</td>
              <td role="cell" data-head={heads[2]}>{row.name}</td>
              <td role="cell" data-head={heads[3]}>
                {row.unit_name || said.everybody}
                {excepted(row) && `, ${said.except(excepted(row))}`}
              </td>
              <td role="cell" data-head={heads[4]}>{row.paper || "–"}</td>
            </tr>
          );
        }}
      />
    </table>
  );
}
