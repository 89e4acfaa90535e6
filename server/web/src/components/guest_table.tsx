import type { GuestRow } from "../api/types";
import { format_day, format_number } from "../format";
import { language, words } from "../i18n/language";
import { doors, type Column, type Door } from "../model/doors";
import { href } from "../route";
import { powers } from "../session";
import { Figure } from "./figure";
import { Linked } from "./linked";
import { PeopleHead } from "./people_table";
import { RateCells } from "./rate";

/** People of other units who work here. Their days open for whoever is in charge of all units. */
export function GuestTable({ guests, month }: { guests: GuestRow[]; month: string }) {
  const said = words.value.guests;
  if (guests.length === 0) return null;
  return (
    <section class="guests">
      <h2>{said.title}</h2>
      <p class="footnote">{said.apart}</p>
      <table role="table" class="report people">
        <caption class="unseen">{said.title}</caption>
        <PeopleHead />
        <tbody role="rowgroup">
          {guests.map((row) => (
            <GuestLine key={`${row.staff_code} ${row.from}`} row={row} month={month} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function GuestLine({ row, month }: { row: GuestRow; month: string }) {
  const { sees_all_units } = powers.value;
  const to = (show: Door) =>
    sees_all_units ? href({ page: "person", month, staff: row.staff_code, show }) : undefined;
  const day = (date: string) => format_day(date, language.value);
  return (
    <tr role="row">
      <th role="rowheader" scope="row" class="name">
        <Linked to={to("all")}>{row.full_name}</Linked>
        <span class="about">
          {row.unit_name} · {day(row.from)} – {day(row.to)}
        </span>
      </th>
      <td role="cell" class="figure sessions">
        {format_number(row.sessions_due, language.value)}
      </td>
      <RateCells tally={row} to={to("all")} />
      {doors.slice(1).map((door) => (
        <Figure key={door} of={door as Column} count={row[door]} to={to(door)} />
      ))}
    </tr>
  );
}
