import type { NowUnit } from "../api/now";
import { format_number } from "../format";
import { language, words } from "../i18n/language";
import { missing_first } from "../model/now_board";
import { href } from "../route";

/** A line for each unit: of those who are due, how many are here; the way to its people. */
export function NowUnits({ units }: { units: NowUnit[] }) {
  const said = words.value.now;
  const has_slots = units.some(({ open_slots }) => open_slots > 0);
  const number = (count: number) => (count === 0 ? "–" : format_number(count, language.value));
  return (
    <table class="report now-units" role="table">
      <caption class="unseen">{said.title}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="name">{words.value.columns.unit}</th>
          <th role="columnheader" scope="col">{said.present_of_due}</th>
          <th role="columnheader" scope="col">{said.columns.not_seen}</th>
          <th role="columnheader" scope="col">{said.columns.unknown}</th>
          <th role="columnheader" scope="col">{said.columns.away}</th>
          {has_slots && <th role="columnheader" scope="col">{said.columns.slots}</th>}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {missing_first(units).map((unit) => (
          <tr key={unit.unit_code} role="row">
            <th role="rowheader" scope="row" class="name">
              <a href={href({ page: "now", unit: unit.unit_code })}>{unit.unit_name}</a>
            </th>
            <td role="cell" class="figure">
              <Word text={said.present_of_due} />
              {unit.due === 0 ? said.nobody_due : `${format_number(unit.present, language.value)}/${number(unit.due)}`}
            </td>
            <td role="cell" class="figure"><Word text={said.columns.not_seen} />{number(unit.not_seen)}</td>
            <td role="cell" class="figure"><Word text={said.columns.unknown} />{number(unit.unknown)}</td>
            <td role="cell" class="figure"><Word text={said.columns.away} />{number(unit.away)}</td>
            {has_slots && <td role="cell" class="figure"><Word text={said.columns.slots} />{number(unit.open_slots)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The column's head, where the table stands as cards. */
const Word = ({ text }: { text: string }) => <span class="figure-word">{text} </span>;
