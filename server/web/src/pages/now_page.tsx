import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { now_path, type NowReport, type NowRow, type Presence } from "../api/now";
import { presence_path } from "../api/papers";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { NowSlots } from "../components/now_slots";
import { NowUnits } from "../components/now_units";
import { PaperLinks } from "../components/paper_links";
import { capital } from "../components/session_list";
import { Sign } from "../components/sign";
import { WaitingLine } from "../components/waiting_line";
import { useServerEvents, type LineState } from "../event_line";
import { format_date, format_number } from "../format";
import { language, words } from "../i18n/language";
import { paper_words } from "../i18n/paper_words";
import { weekday_of } from "../model/calendar";
import { by_presence, presence_sign, told_presences } from "../model/now_board";
import { retry } from "../resource";
import { href } from "../route";
import { powers } from "../session";

const asked_again_ms = 60_000; // sessions begin and papers end by the clock alone

/** Who of a unit is here at this moment, who is not and on what paper, and what waits for a signature. A head begins
 *  with the unit, who sees many with a line for each. */
export function NowPage({ unit }: { unit: string }) {
  const chosen = unit || powers.value.headed[0] || "";
  const path = now_path(chosen, language.value);
  const again = () => retry(now_path(chosen, language.value));
  const line = useServerEvents(["tap", "requests"], again);
  useEffect(() => {
    const timer = setInterval(again, asked_again_ms);
    return () => clearInterval(timer);
  }, [chosen]);
  return (
    <Loaded<NowReport> path={path} title={words.value.now.title}>
      {(report) => (
        <>
          <Heading title={report.unit.name || words.value.now.title} about={<About report={report} line={line.value} />}>
            <UnitLinks unit={chosen} />
          </Heading>
          <WaitingLine />
          <NowSlots report={report} />
          {report.units.length > 0 && <NowUnits units={report.units} />}
          {told_presences.map((presence) => (
            <Group key={presence} presence={presence} rows={by_presence(report.rows, presence)} />
          ))}
          {report.counts.people > 0 && <PaperLinks name={paper_words[language.value].presence} path={(format) => presence_path(chosen, format)} />}
          {report.counts.people === 0 && <p class="empty">{words.value.now.nobody}</p>}
        </>
      )}
    </Loaded>
  );
}

function About({ report, line }: { report: NowReport; line: LineState }) {
  const said = words.value;
  const number = (count: number) => format_number(count, language.value);
  const weekday = said.weekdays[weekday_of(report.date)] ?? "";
  return (
    <>
      {report.clock} {weekday} {format_date(report.date, language.value)} ·{" "}
      {said.now.here(number(report.counts.present), number(report.counts.due))} ·{" "}
      <span class={`line-state line-${line}`} role="status">
        {said.live[line]}
      </span>
    </>
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

/** Somebody who heads several units, or came here from above, goes on from one to the other. */
function UnitLinks({ unit }: { unit: string }) {
  const { headed } = powers.value;
  const others = headed.length > 0 ? headed : [""];
  const ways = others.filter((other) => other !== unit);
  if (ways.length === 0 && unit === "") return null;
  return (
    <nav class="tools" aria-label={words.value.now.other_units}>
      {unit && <a href={href({ page: "trend", unit })}>{words.value.trend.title}</a>}
      {ways.map((other) => (
        <a key={other} href={href({ page: "now", unit: other })}>
          {other || words.value.now.all_units}
        </a>
      ))}
    </nav>
  );
}
