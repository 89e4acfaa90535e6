import type { Door, DoorReader } from "../api/entrances";
import { format_clock, format_day, format_number } from "../format";
import { entrance_words } from "../i18n/entrance_words";
import { language, words } from "../i18n/language";
import { Sign } from "./sign";

/** Entrances, each with its readers and what somebody should look at. Of today only the clock is said. */
export function DoorTable({ doors, now }: { doors: Door[]; now: string }) {
  const said = entrance_words[language.value];
  return (
    <table role="table" class="report doors">
      <caption class="unseen">{said.title}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="name">{words.value.day.entrance}</th>
          <th role="columnheader" scope="col">{said.readers}</th>
          <th role="columnheader" scope="col">{said.notes}</th>
          <th role="columnheader" scope="col">{said.last_heard}</th>
          <th role="columnheader" scope="col" class="figure">{said.clock_offset}</th>
          <th role="columnheader" scope="col" class="figure">{said.waiting}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {doors.map((door) => (
          <DoorRow key={door.entrance} door={door} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function DoorRow({ door, now }: { door: Door; now: string }) {
  const said = entrance_words[language.value];
  return (
    <tr role="row" class={door.cannot_wait ? "door-alarm" : ""}>
      <th role="rowheader" scope="row" class="name">{door.entrance}</th>
      <td role="cell">
        <ul class="door-readers">
          {door.readers.map((reader) => (
            <li key={reader.reader}>
              <ReaderLine reader={reader} now={now} />
            </li>
          ))}
        </ul>
      </td>
      <td role="cell" class={door.cannot_wait ? "alarm" : "soft"}>
        {door.troubles
          .filter((trouble) => trouble !== "silent" && trouble !== "deaf") // its reader says so, and why
          .map((trouble) => said.troubles[trouble] + rows_of(door, trouble))
          .join("; ")}
      </td>
      <td role="cell" class="clock">
        <span class="cell-word">{said.last_heard}: </span>
        {door.last_heard ? short(door.last_heard, now) : said.never}
      </td>
      <td role="cell" class={`number ${door.troubles.includes("clock") ? "alarm" : ""}`}>
        <span class="cell-word">{said.clock_offset}: </span>
        {door.clock_offset_ms === null ? "–" : said.offset(offset(door.clock_offset_ms))}
      </td>
      <td role="cell" class="number">
        <span class="cell-word">{said.waiting}: </span>
        {format_number(door.waiting_rows, language.value)}
      </td>
    </tr>
  );
}

function ReaderLine({ reader, now }: { reader: DoorReader; now: string }) {
  const said = entrance_words[language.value];
  const cause = reader.state === "deaf" && reader.cause ? `: ${said.causes[reader.cause] ?? reader.cause}` : "";
  const unsure = reader.state === "listening" && reader.clock !== "synchronised" ? `, ${said.clock_unsure}` : "";
  return (
    <>
      <Sign name={sign_of(reader)} /> <span class="code">{reader.reader}</span>{" "}
      <span class={reader.state === "listening" ? "soft" : "alarm"}>
        {said.states[reader.state]} {said.since(short(reader.since, now))}
        {cause}
        {unsure}
      </span>
    </>
  );
}

function sign_of(reader: DoorReader): "recorded" | "attention" | "provisional" {
  if (reader.state === "listening") return "recorded";
  return reader.state === "deaf" ? "attention" : "provisional";
}

function rows_of(door: Door, trouble: string): string {
  const said = entrance_words[language.value];
  const counts: Record<string, number> = { lost: door.lost_rows, quarantined: door.quarantined_rows };
  const count = counts[trouble];
  return count === undefined ? "" : ` (${said.rows(format_number(count, language.value))})`;
}

/** 07:37, with the day where it is not today. */
function short(at: string, now: string): string {
  const clock = format_clock(at);
  return at.slice(0, 10) === now.slice(0, 10) ? clock : `${clock} ${format_day(at.slice(0, 10), language.value)}`;
}

/** Seconds, with a sign: how far the entrance's clock is from the server's. Small ones are the way of the message. */
function offset(ms: number): string {
  const seconds = -ms / 1000; // of the entrance, less the server
  const text = format_number(Math.abs(seconds), language.value, 1);
  if (text === format_number(0, language.value, 1)) return text;
  return (seconds > 0 ? "+" : "−") + text;
}
