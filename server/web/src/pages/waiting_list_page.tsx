import { waiting_rows_path, type WaitingKind, type WaitingRow, type WaitingRows } from "../api/notices";
import { CellWord } from "../components/cell_word";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { useServerEvents } from "../event_line";
import { format_clock, format_date, format_month, format_number } from "../format";
import { language, words } from "../i18n/language";
import { notice_words } from "../i18n/notice_words";
import { has_clock, rows_of, waiting_kinds } from "../model/waiting_rows";
import { retry } from "../resource";

/** What waits, with whom and since when: to read, and to print and hand round. */
export function WaitingListPage() {
  const said = notice_words[language.value];
  useServerEvents(["requests"], () => retry(waiting_rows_path));
  return (
    <Loaded<WaitingRows> path={waiting_rows_path} title={said.list}>
      {({ now, rows, rows_total }) => (
        <>
          <Heading title={said.list} about={said.as_of(format_clock(now), format_date(now.slice(0, 10), language.value))}>
            {rows.length > 0 && (
              <button type="button" onClick={() => window.print()}>
                {said.print}
              </button>
            )}
          </Heading>
          {rows.length === 0 && <p class="empty">{said.nothing}</p>}
          {waiting_kinds.map((kind) => (
            <Kind key={kind} kind={kind} rows={rows_of(rows, kind)} />
          ))}
          {rows_total > rows.length && (
            <p class="footnote">{said.more(format_number(rows_total - rows.length, language.value))}</p>
          )}
        </>
      )}
    </Loaded>
  );
}

function Kind({ kind, rows }: { kind: WaitingKind; rows: WaitingRow[] }) {
  const said = notice_words[language.value];
  if (rows.length === 0) return null;
  const of_entrance = rows[0]?.entrance !== "";
  const since = kind === "finding_overdue" ? said.due : is_of_oldest(kind) ? said.oldest : said.since;
  const what = kind === "month_due" ? said.state : said.count;
  return (
    <section class="waiting-kind">
      <h2>{said.kinds[kind]}</h2>
      <table role="table" class="report held waiting-rows">
        <caption class="unseen">{said.kinds[kind]}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="name">{of_entrance ? said.entrance : said.unit}</th>
            {!of_entrance && <th role="columnheader" scope="col">{what}</th>}
            <th role="columnheader" scope="col">{since}</th>
            <th role="columnheader" scope="col">{said.head}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={`${row.unit_code} ${row.unit_name} ${row.entrance} ${row.month ?? ""}`} role="row">
              <th role="rowheader" scope="row" class="name">{row.unit_name || row.entrance}</th>
              {!of_entrance && (
                <td role="cell">
                  <CellWord text={what} />
                  {kind === "month_due" ? state_of(row) : format_number(row.count, language.value)}
                </td>
              )}
              <td role="cell">
                <CellWord text={since} />
                {moment_of(row)}
              </td>
              <td role="cell">
                <CellWord text={said.head} />
                {of_entrance ? said.administrator : row.head || "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const is_of_oldest = (kind: WaitingKind): boolean => kind === "explanation_waits" || kind === "request_waits" || kind === "repair_waits";

function moment_of({ kind, since }: WaitingRow): string {
  if (since === null) return "–";
  const date = format_date(since.slice(0, 10), language.value);
  return has_clock(kind) ? `${format_clock(since)} ${date}` : date;
}

/** "Tháng 7/2026: đang làm, còn 4 buổi". */
function state_of({ month = "", state = "open", count }: WaitingRow): string {
  const said = words.value.progress;
  const open = state === "open" && count > 0;
  return `${format_month(month, language.value)}: ${open ? said.still_open(format_number(count, language.value)) : said.state[state]}`;
}
