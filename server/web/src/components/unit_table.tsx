import { signal } from "@preact/signals";
import type { UnitReport, UnitRow } from "../api/types";
import { words } from "../i18n/language";
import { doors } from "../model/doors";
import { visible_lines } from "../model/tree";
import type { Count } from "../route";
import { FigureHead } from "./figure";
import { RateHead } from "./rate";
import { UnitLine } from "./unit_line";

/** Which units the reader opened or closed; what was never touched follows the default. Lives as long as the page. */
const touched = signal<ReadonlyMap<string, boolean>>(new Map());
const depths_open_at_first = 1; // the topmost units show what is right below them

const is_open = (row: UnitRow, depth: number): boolean =>
  touched.value.get(row.unit_code) ?? depth < depths_open_at_first;

export function set_open(codes: string[], open: boolean): void {
  const next = new Map(touched.value);
  for (const code of codes) next.set(code, open);
  touched.value = next;
}

interface Props {
  report: UnitReport;
  count: Count;
}

/** The month's units, a line each, with a bar and doors; the tree opens and closes in place. */
export function UnitTable({ report, count }: Props) {
  const said = words.value;
  const lines = visible_lines(report.rows, is_open);
  return (
    <table role="table" class="report units">
      <caption class="unseen">{said.units.title}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="name">
            {said.columns.unit}
          </th>
          <th role="columnheader" scope="col" class="figure">
            {said.columns.staff}
          </th>
          <th role="columnheader" scope="col" class="figure sessions">
            {said.columns.sessions}
          </th>
          <RateHead />
          {doors.slice(1).map((door) => (
            <FigureHead key={door} of={door} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <UnitLine
            key={line.row.unit_code}
            line={line}
            tally={line.row[count]}
            month={report.month}
            count={count}
            toggle={() => set_open([line.row.unit_code], !line.open)}
          />
        ))}
      </tbody>
    </table>
  );
}
