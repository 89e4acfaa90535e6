import type { LiveTap } from "../api/types";
import { format_clock, format_day } from "../format";
import { language, words } from "../i18n/language";
import { month_of } from "../model/calendar";
import type { LiveLine } from "../model/live_list";
import { href } from "../route";
import { Sign } from "./sign";

/** The latest taps, newest first. Never late or on time: that is seen on a person's own page only. */
export function LiveTable({ lines }: { lines: LiveLine[] }) {
  const said = words.value;
  return (
    <table role="table" class="report live">
      <caption class="unseen">{said.live.title}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{said.day.time}</th>
          <th role="columnheader" scope="col" class="name">{said.live.who}</th>
          <th role="columnheader" scope="col">{said.columns.unit}</th>
          <th role="columnheader" scope="col">{said.day.entrance}</th>
          <th role="columnheader" scope="col">{said.day.badge}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map(({ key, tap }) => (
          <LiveRow key={key} tap={tap} />
        ))}
      </tbody>
    </table>
  );
}

function LiveRow({ tap }: { tap: LiveTap }) {
  const said = words.value.live;
  const date = tap.at.slice(0, 10);
  return (
    <tr role="row">
      <td role="cell" class="clock">
        {format_clock(tap.at, true)}
        <span class="about">{format_day(date, language.value)}</span>
      </td>
      <th role="rowheader" scope="row" class="name">
        {tap.staff_code ? (
          <a href={href({ page: "person", month: month_of(date), staff: tap.staff_code, show: "all" })}>
            {tap.full_name || tap.staff_code}
          </a>
        ) : (
          <span class="soft">{said.unknown_badge}</span>
        )}
      </th>
      <td role="cell" class="unit">{tap.unit_name}</td>
      <td role="cell" class="entrance">{tap.entrance}</td>
      <td role="cell" class={`badge badge-${tap.state}`}>
        <Sign name={tap.state === "known" ? "recorded" : "attention"} /> {said.states[tap.state]}
        {tap.state !== "known" && tap.uid_masked && <span class="about">{tap.uid_masked}</span>}
      </td>
    </tr>
  );
}
