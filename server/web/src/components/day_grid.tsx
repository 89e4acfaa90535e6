import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { format_date } from "../format";
import { language, words } from "../i18n/language";
import { weekday_of } from "../model/calendar";
import { dates_of, letters_by_day, moved, signs_of_letter, type PersonDays, type Place } from "../model/unit_days";
import { href } from "../route";
import { SeenRows } from "./seen_rows";
import { Sign } from "./sign";

interface Props {
  rows: PersonDays[];
  month: string;
  with_units: boolean;
}

/** People × days: a half cell for each session, a door to the reasons. One cell is in the order of Tab; the arrow keys
 *  go on from there. Only the rows that are seen are in the document. */
export function DayGrid({ rows, month, with_units }: Props) {
  const said = words.value;
  const dates = dates_of(month);
  const at = useSignal<Place>({ row: 0, column: 0 });
  const box = useRef<HTMLDivElement>(null);
  const here = { row: Math.min(at.value.row, rows.length - 1), column: Math.min(at.value.column, dates.length - 1) };

  const on_key = (event: KeyboardEvent) => {
    const next = moved(event.key, event.ctrlKey, here, rows.length, dates.length);
    if (next === null || box.current === null) return;
    event.preventDefault();
    at.value = next;
    focus_cell(box.current, next);
  };
  return (
    <div class="grid-box" ref={box}>
      <table role="grid" class="day-grid" aria-rowcount={rows.length + 1} aria-label={said.days_view.title} onKeyDown={on_key}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="name">
              {said.columns.person}
            </th>
            {dates.map((date) => (
              <th key={date} role="columnheader" scope="col" class={day_class(date)} abbr={format_date(date, language.value)}>
                <span class="about" aria-hidden="true">
                  {said.weekdays_short[weekday_of(date)]}
                </span>
                {Number(date.slice(8))}
              </th>
            ))}
          </tr>
        </thead>
        <SeenRows
          keys={rows.map((row) => `${row.unit_code} ${row.staff_code}`)}
          row={(place) => (
            <PersonLine
              key={`${rows[place]!.unit_code} ${rows[place]!.staff_code}`}
              row={rows[place]!}
              place={place}
              dates={dates}
              month={month}
              with_unit={with_units}
              tab_column={here.row === place ? here.column : null}
              enter={(column) => (at.value = { row: place, column })}
            />
          )}
        />
      </table>
    </div>
  );
}

const day_class = (date: string): string => (weekday_of(date) > 4 ? "weekend" : "");

/** A row far away is not in the document yet: its place is scrolled to, and it is there in the next frame. */
function focus_cell(box: HTMLElement, { row, column }: Place): void {
  const cell = () => box.querySelector<HTMLElement>(`tr[aria-rowindex="${row + 2}"]`)?.querySelectorAll<HTMLElement>("a.cell")[column];
  const found = cell();
  if (found) {
    found.focus();
    return;
  }
  const known = box.querySelector<HTMLElement>("tr[aria-rowindex]:not([aria-rowindex='1'])");
  box.scrollTop = row * (known?.offsetHeight ?? 0);
  requestAnimationFrame(() => requestAnimationFrame(() => cell()?.focus()));
}

interface LineProps {
  row: PersonDays;
  place: number;
  dates: string[];
  month: string;
  with_unit: boolean;
  tab_column: number | null;
  enter: (column: number) => void;
}

function PersonLine({ row, place, dates, month, with_unit, tab_column, enter }: LineProps) {
  const letters = letters_by_day(row.days);
  return (
    <tr role="row" aria-rowindex={place + 2}>
      <th role="rowheader" scope="row" class="name" title={with_unit ? `${row.full_name}, ${row.unit_name}` : row.full_name}>
        <a href={href({ page: "person", month, staff: row.staff_code, show: "all" })} tabIndex={-1}>
          {row.full_name}
        </a>
      </th>
      {dates.map((date, column) => (
        <td key={date} role="gridcell" class={day_class(date)}>
          <a
            class="cell"
            href={href({ page: "day", date, staff: row.staff_code })}
            tabIndex={tab_column === column ? 0 : -1}
            aria-label={spoken(row.full_name, date, letters[column] ?? "")}
            onFocus={() => enter(column)}
          >
            {[...(letters[column] ?? "")].map((letter, session) => (
              <span key={session} class={`half-cell half-${letter}`}>
                {signs_of_letter(letter).map((name) => (
                  <Sign key={name} name={name} />
                ))}
              </span>
            ))}
          </a>
        </td>
      ))}
    </tr>
  );
}

/** "Nguyễn Văn An, thứ Ba 14/7/2026: chưa đủ dữ liệu; đúng giờ". */
function spoken(name: string, date: string, letters: string): string {
  const said = words.value;
  const sessions = [...letters].map((letter) => signs_of_letter(letter).map((sign) => said.sign[sign]).join(", "));
  const told = sessions.length === 0 ? said.day.no_sessions : sessions.join("; ");
  return `${name}, ${said.weekdays[weekday_of(date)]} ${format_date(date, language.value)}: ${told}`;
}
