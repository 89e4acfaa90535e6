import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { now_path, type NowReport, type NowRow, type Presence } from "../api/now";
import { waiting_path, type WaitingList } from "../api/requests";
import type { Months, UnitReport } from "../api/types";
import { paths } from "../api/client";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { capital } from "../components/session_list";
import { Sign } from "../components/sign";
import { useServerEvents, type LineState } from "../event_line";
import { format_date, format_number } from "../format";
import { language, words } from "../i18n/language";
import { weekday_of } from "../model/calendar";
import { by_presence, presence_sign, told_presences } from "../model/now_board";
import { retry, useResource } from "../resource";
import { href } from "../route";
import { powers } from "../session";

const asked_again_ms = 60_000; // sessions begin and papers end by the clock alone

/** Who of a unit is here at this moment, who is not and on what paper, and what waits for a signature. */
export function NowPage({ unit }: { unit: string }) {
  const chosen = unit || powers.value.headed[0] || "";
  return chosen ? <Board unit={chosen} /> : <ChooseUnit />;
}

function Board({ unit }: { unit: string }) {
  const path = now_path(unit, language.value);
  const again = () => retry(now_path(unit, language.value));
  const line = useServerEvents(["tap", "requests"], again);
  useEffect(() => {
    const timer = setInterval(again, asked_again_ms);
    return () => clearInterval(timer);
  }, [unit]);
  return (
    <Loaded<NowReport> path={path} title={words.value.now.title}>
      {(report) => (
        <>
          <Heading title={report.unit.name} about={<About report={report} line={line.value} />}>
            <UnitLinks unit={unit} />
          </Heading>
          {powers.value.decides && <WaitingLine />}
          {report.people > report.people_max ? (
            <p class="empty">{words.value.now.too_many(format_number(report.people_max, language.value))}</p>
          ) : (
            told_presences.map((presence) => <Group key={presence} presence={presence} rows={by_presence(report.rows, presence)} />)
          )}
        </>
      )}
    </Loaded>
  );
}

function About({ report, line }: { report: NowReport; line: LineState }) {
  const said = words.value;
  const number = (count: number) => format_number(count, language.value);
  const due = report.rows.filter(({ presence }) => presence !== "off" && presence !== "exempt");
  const here = by_presence(report.rows, "present").length;
  const weekday = said.weekdays[weekday_of(report.date)] ?? "";
  return (
    <>
      {report.clock} {weekday} {format_date(report.date, language.value)} · {said.now.here(number(here), number(due.length))} ·{" "}
      <span class={`line-state line-${line}`} role="status">
        {said.live[line]}
      </span>
    </>
  );
}

function WaitingLine() {
  const said = words.value.waiting;
  const { value } = useResource<WaitingList>(waiting_path(language.value)).value;
  if (value === null || value.requests_total + value.explanations_total === 0) return null;
  const number = (count: number) => format_number(count, language.value);
  return (
    <p class="waits">
      {said.title}:{" "}
      <a href={href({ page: "waiting" })}>
        {[
          value.explanations_total > 0 && said.explanations_count(number(value.explanations_total)),
          value.requests_total > 0 && said.requests_count(number(value.requests_total)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </a>
    </p>
  );
}

function Group({ presence, rows }: { presence: Presence; rows: NowRow[] }) {
  const said = words.value.now;
  const all = useSignal(presence !== "present" || rows.length <= 60);
  if (rows.length === 0) return null;
  const shown = all.value ? rows : rows.slice(0, 60);
  return (
    <section class={`presence presence-${presence}`}>
      <h2>
        <Sign name={presence_sign[presence]} /> {capital(said.presences[presence])}{" "}
        <span class="count">{format_number(rows.length, language.value)}</span>
      </h2>
      <ul class="people-now">
        {shown.map((row) => (
          <Row key={row.staff_code} row={row} />
        ))}
      </ul>
      {!all.value && (
        <button type="button" class="plain" onClick={() => (all.value = true)}>
          {words.value.people.more(format_number(rows.length - shown.length, language.value))}
        </button>
      )}
    </section>
  );
}

function Row({ row }: { row: NowRow }) {
  const said = words.value.now;
  const taps = row.since && (row.last === row.since ? row.since : said.taps(row.since, row.last));
  return (
    <li>
      <span class="who-now">
        {row.full_name}
        {row.position && <span class="about">{row.position}</span>}
      </span>
      <span class="what-now">{[taps, row.text].filter(Boolean).join(" · ")}</span>
    </li>
  );
}

/** Somebody who heads several units, or sees all of them, chooses. */
function UnitLinks({ unit }: { unit: string }) {
  const others = powers.value.headed.filter((other) => other !== unit);
  if (others.length === 0) return null;
  return (
    <nav class="tools" aria-label={words.value.now.other_units}>
      {others.map((other) => (
        <a key={other} href={href({ page: "now", unit: other })}>
          {other}
        </a>
      ))}
    </nav>
  );
}

function ChooseUnit() {
  const said = words.value.now;
  return (
    <>
      <Heading title={said.title} about={said.choose} />
      <Loaded<Months> path={paths.months()}>{(months) => <Units month={months.default} />}</Loaded>
    </>
  );
}

function Units({ month }: { month: string }) {
  const search = useSignal("");
  const shown_max = 30;
  return (
    <Loaded<UnitReport> path={paths.units(month, language.value)}>
      {(report) => {
        const wanted = search.value.trim().toLocaleLowerCase("vi");
        const found = report.rows.filter(
          (row) => row.unit_name.toLocaleLowerCase("vi").includes(wanted) || row.unit_code.toLocaleLowerCase("vi").startsWith(wanted),
        );
        return (
          <>
            <label class="field small-search">
              <span>{words.value.now.search}</span>
              <input type="search" value={search.value} onInput={(event) => (search.value = event.currentTarget.value)} />
            </label>
            <ul class="cards">
              {found.slice(0, shown_max).map((row) => (
                <li key={row.unit_code}>
                  <a href={href({ page: "now", unit: row.unit_code })}>{row.unit_name}</a>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}
