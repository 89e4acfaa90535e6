import type { ClockSpan, Programme, ProgrammeRow } from "../api/programme";
import { format_day, format_number } from "../format";
import { language, words } from "../i18n/language";
import { programme_words } from "../i18n/programme_words";
import { weekday_of } from "../model/calendar";
import { SeenRows } from "./seen_rows";
import { TableHead } from "./table_head";
import { capital } from "./session_list";

interface Props {
  programme: Programme;
  save: () => void;
}

/** What was understood of each row, what is taken back, and the button. */
export function ProgrammePreview({ programme, save }: Props) {
  const said = programme_words[language.value];
  const number = (value: number) => format_number(value, language.value);
  const { added, changed, unchanged, rows, withdrawn } = programme;
  const changes_nothing = added + changed + withdrawn.length === 0;
  return (
    <section class="import-preview" aria-label={said.preview}>
      <h2>{said.preview}</h2>
      <p>
        <strong>{said.counts(number(added), number(changed), number(unchanged), number(withdrawn.length))}</strong>
      </p>
      {rows.some(({ unknown }) => unknown.length > 0) && <p class="soft">{said.unknown_hint}</p>}
      {withdrawn.length > 0 && (
        <>
          <h3>{said.withdrawn}</h3>
          <ul class="gap-items">
            {withdrawn.map((one) => (
              <li key={`${one.staff_code} ${one.date} ${one.session} ${one.time?.from ?? ""}`}>
                <span>
                  {one.full_name} <span class="soft">{one.staff_code}</span>: {day(one.date)}, {part(one.session, one.time)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="import-actions">
        {changes_nothing ? (
          <span class="soft">{unchanged > 0 ? said.nothing : said.no_trips}</span>
        ) : (
          <button type="button" class="main-button" onClick={save}>
            {said.save}
          </button>
        )}
      </p>
      <Rows rows={rows} />
    </section>
  );
}

function Rows({ rows }: { rows: ProgrammeRow[] }) {
  const said = programme_words[language.value];
  const heads = [said.date, said.time, said.people, said.what, said.outcome];
  return (
    <table role="table" class="report reconciled-list programme-list" aria-rowcount={rows.length + 1}>
      <caption class="unseen">{said.rows}</caption>
      <TableHead heads={heads} />
      <SeenRows
        keys={rows.map(({ line }) => String(line))}
        row={(place) => {
          const row = rows[place]!;
          const cells = [day(row.date), part(row.session, row.time), <People row={row} />, <What row={row} />, said.outcomes[row.outcome]];
          return (
            <tr key={row.line} role="row" aria-rowindex={place + 2} class={row.outcome === "trip" ? undefined : "no-trip"}>
              {cells.map((cell, column) => (
                <td key={column} role="cell" data-head={heads[column]}>
                  {cell}
                </td>
              ))}
            </tr>
          );
        }}
      />
    </table>
  );
}

function People({ row }: { row: ProgrammeRow }) {
  const said = programme_words[language.value];
  return (
    <>
      {row.people.map(({ full_name }) => full_name).join(", ") || "–"}
      {row.unknown.length > 0 && (
        <>
          <br />
          <span class="unknown">{said.unknown(row.unknown.join(", "))}</span>
        </>
      )}
    </>
  );
}

function What({ row }: { row: ProgrammeRow }) {
  return (
    <>
      {row.content || "–"}
      {row.place && <span class="soft"> · {row.place}</span>}
    </>
  );
}

const day = (date: string): string => `${capital(words.value.weekdays[weekday_of(date)]!)} ${format_day(date, language.value)}`;

function part(session: string, time: ClockSpan | null): string {
  if (time) return `${time.from}–${time.to}`;
  return session || programme_words[language.value].whole_day;
}
