import { useSignal } from "@preact/signals";
import type { PersonRow } from "../api/types";
import { format_number } from "../format";
import { language, words } from "../i18n/language";
import { choose, doors, type Column, type Door } from "../model/doors";
import { matches } from "../model/search";
import { href } from "../route";
import { Figure, FigureHead } from "./figure";
import { RateCells, RateHead } from "./rate";
import { SearchInput } from "./search_input";
import { SeenRows } from "./seen_rows";

interface Props {
  rows: PersonRow[];
  month: string;
  show: Door;
  with_units: boolean; // people of several units: their unit stands under the name
}

/** The people behind a unit's figures. */
export function PeopleTable({ rows, month, show, with_units }: Props) {
  const said = words.value.people;
  const question = useSignal("");
  const number = (value: number) => format_number(value, language.value);

  const chosen = choose(rows, show);
  const found = chosen.filter((row) => matches(`${row.full_name} ${row.staff_code}`, question.value));

  if (rows.length === 0) return <p class="empty">{said.none}</p>;
  if (show !== "all" && chosen.length === 0) {
    return <p class="empty">{said.none_of(words.value.figure[show])}</p>;
  }
  return (
    <>
      <div class="search">
        <SearchInput typed={question} label={said.search} />
        <span class="soft" role="status">
          {found.length === rows.length
            ? words.value.people_count(number(rows.length))
            : said.shown(number(found.length), number(rows.length))}
        </span>
      </div>
      {found.length === 0 ? (
        <p class="empty">{said.none_found}</p>
      ) : (
        <table role="table" class="report people" aria-rowcount={found.length + 1}>
          <caption class="unseen">{said.title}</caption>
          <PeopleHead />
          <SeenRows
            keys={found.map((row) => `${row.unit_code ?? ""} ${row.staff_code}`)}
            row={(place) => {
              const row = found[place]!;
              return <PersonLine key={`${row.unit_code ?? ""} ${row.staff_code}`} row={row} place={place} month={month} with_unit={with_units} />;
            }}
          />
        </table>
      )}
    </>
  );
}

export function PeopleHead() {
  const said = words.value;
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" class="name">
          {said.columns.person}
        </th>
        <th role="columnheader" scope="col" class="figure sessions">
          {said.columns.sessions}
        </th>
        <RateHead />
        {doors.slice(1).map((door) => (
          <FigureHead key={door} of={door as Column} />
        ))}
      </tr>
    </thead>
  );
}

interface LineProps {
  row: PersonRow;
  place: number; // among all rows, from 0
  month: string;
  with_unit: boolean;
}

function PersonLine({ row, place, month, with_unit }: LineProps) {
  const to = (show: Door) => href({ page: "person", month, staff: row.staff_code, show });
  const about = [row.position, with_unit ? row.unit_name : ""].filter(Boolean).join(" · ");
  return (
    <tr role="row" aria-rowindex={place + 2}>
      <th role="rowheader" scope="row" class="name">
        <a href={to("all")}>{row.full_name}</a>
        {about && <span class="about">{about}</span>}
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
