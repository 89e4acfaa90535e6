import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { calendar_kinds, type CalendarDay } from "../api/hours";
import { format_date, format_month, today } from "../format";
import { calendar_words } from "../i18n/calendar_words";
import { language, words } from "../i18n/language";
import { weekday_of } from "../model/calendar";
import { by_date, mark_of, month_weeks, months_of, step_of } from "../model/year_calendar";

interface Props {
  year: string;
  days: CalendarDay[];
  open: (date: string) => void;
}

/** The year as twelve months, each day a button. Tab leads to one of them, the arrow keys to the others. */
export function YearCalendar({ year, days, open }: Props) {
  const said = calendar_words[language.value];
  const now = today();
  const box = useRef<HTMLDivElement>(null);
  const reached = useSignal(now.startsWith(year) ? now : `${year}-01-01`);
  const dates = by_date(days);
  const move = (event: KeyboardEvent) => {
    const next = step_of(event.key, reached.value);
    if (next === null) return;
    event.preventDefault();
    reached.value = next;
    box.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    <>
      <Legend />
      <div class="year" ref={box} onKeyDown={move}>
        {months_of(year).map((month) => (
          <table key={month} class="year-month">
            <caption>{format_month(month, language.value)}</caption>
            <thead>
              <tr>
                {words.value.weekdays_short.map((short, place) => (
                  <th key={short} scope="col" abbr={words.value.weekdays[place]}>
                    {short}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {month_weeks(month).map((week, index) => (
                <tr key={index}>
                  {week.map((date, place) => (
                    <td key={place} class={place > 4 ? "weekend" : undefined}>
                      {date && (
                        <Day
                          date={date}
                          rows={dates.get(date) ?? []}
                          is_today={date === now}
                          reached={date === reached.value}
                          open={() => {
                            reached.value = date;
                            open(date);
                          }}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p class="soft unseen">{said.use_arrows}</p>
    </>
  );
}

interface DayProps {
  date: string;
  rows: CalendarDay[];
  is_today: boolean;
  reached: boolean;
  open: () => void;
}

function Day({ date, rows, is_today, reached, open }: DayProps) {
  const said = calendar_words[language.value];
  const mark = mark_of(rows);
  const spoken = [
    `${words.value.weekdays[weekday_of(date)]} ${format_date(date, language.value)}`,
    ...(is_today ? [said.today] : []),
    ...rows.map((row) => `${said.kinds[row.kind]}, ${row.name}${row.unit_name ? `, ${row.unit_name}` : ""}`),
  ].join("; ");
  const kind = mark ? ` marked ${mark.kind}${mark.part ? " part" : ""}` : "";
  return (
    <button
      type="button"
      class={`year-day${kind}${is_today ? " today" : ""}`}
      data-date={date}
      title={rows.map(({ name }) => name).join("; ") || undefined}
      tabIndex={reached ? 0 : -1}
      onClick={open}
    >
      {Number(date.slice(8))}
      <span class="unseen">, {spoken}</span>
      {mark && <span class="year-mark" aria-hidden="true">{said.marks[mark.kind] + (mark.part ? "*" : "")}</span>}
    </button>
  );
}

function Legend() {
  const said = calendar_words[language.value];
  return (
    <ul class="year-legend" aria-label={said.legend}>
      {calendar_kinds.map((kind) => (
        <li key={kind}>
          <span class={`year-day marked ${kind}`} aria-hidden="true">
            <span class="year-mark">{said.marks[kind]}</span>
          </span>{" "}
          {said.kinds[kind]}
        </li>
      ))}
      <li>
        <span aria-hidden="true">*</span> {said.part}
      </li>
    </ul>
  );
}
