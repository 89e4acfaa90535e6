import type { UnitRow } from "../api/types";

/** A unit as a line of the table: where it stands, and whether it can be opened. */
export interface TreeLine {
  row: UnitRow;
  depth: number; // 0 for the topmost lines of this report
  has_children: boolean;
  open: boolean;
}

/** The lines to show, in the order of the report (depth first). A unit whose parent is not in the report is a top
 *  line. `is_open` is asked only for units that have children. */
export function visible_lines(rows: UnitRow[], is_open: (row: UnitRow, depth: number) => boolean): TreeLine[] {
  const parents = new Set(rows.map((row) => row.parent_code).filter(Boolean));
  const known = new Set(rows.map((row) => row.unit_code));
  const state = new Map<string, { depth: number; shows_children: boolean }>();
  const lines: TreeLine[] = [];
  for (const row of rows) {
    const parent = row.parent_code && known.has(row.parent_code) ? state.get(row.parent_code) : undefined;
    const depth = parent ? parent.depth + 1 : 0;
    const visible = parent ? parent.shows_children : true;
    const has_children = parents.has(row.unit_code);
    const open = has_children && is_open(row, depth);
    state.set(row.unit_code, { depth, shows_children: visible && open });
    if (visible) lines.push({ row, depth, has_children, open });
  }
  return lines;
}
