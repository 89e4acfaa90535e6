import { signal } from "@preact/signals";
import type { UnitReport, UnitRow } from "../api/types";
import { words } from "../i18n/language";
import { doors } from "../model/doors";
import { left_below, type ProgressByUnit } from "../model/progress";
import { visible_lines, type TreeLine } from "../model/tree";
import type { Count } from "../route";
import { FigureHead } from "./figure";
import { RateHead } from "./rate";
import { SeenRows } from "./seen_rows";
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
  progress: ProgressByUnit;
  count: Count;
  chosen: UnitRow[] | null; // these alone, without their tree; null: the tree
}

/** The month's units, a line each, with a bar, doors and how far it is; the tree opens and closes in place. */
export function UnitTable({ report, progress, count, chosen }: Props) {
  const said = words.value;
  const lines: TreeLine[] =
    chosen?.map((row) => ({ row, depth: 0, has_children: false, open: false })) ?? visible_lines(report.rows, is_open);
  const left = left_below(report.rows, progress);
  const names = new Map(chosen && report.rows.map((row) => [row.unit_code, row.unit_name]));
  return (
    <table role="table" class={`report units${chosen ? " flat" : ""}`} aria-rowcount={lines.length + 1}>
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
          <th role="columnheader" scope="col" class="state">
            {said.progress.column}
          </th>
        </tr>
      </thead>
      <SeenRows
        keys={lines.map((line) => line.row.unit_code)}
        row={(place) => {
          const line = lines[place]!;
          const { unit_code, parent_code, head } = line.row;
          return (
            <UnitLine
              key={unit_code}
              line={line}
              place={place}
              tally={line.row[count]}
              progress={progress.get(unit_code)}
              left_below={chosen ? 0 : (left.get(unit_code) ?? 0)}
              about={chosen ? [names.get(parent_code ?? ""), head && said.units.head(head)] : []}
              month={report.month}
              count={count}
              toggle={() => set_open([unit_code], !line.open)}
            />
          );
        }}
      />
    </table>
  );
}
