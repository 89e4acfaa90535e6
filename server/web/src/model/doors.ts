import type { SessionVerdict, Tally } from "../api/types";

/** A figure that opens: the column of a table, and the choice of people and sessions behind it. */
export const doors = [
  "on_time",
  "late",
  "early",
  "missing",
  "absent",
  "excused",
  "exempt",
  "provisional",
] as const;

export type Column = (typeof doors)[number];
export type Door = Column | "all";

export function door_of(text: string | null): Door {
  return doors.find((door) => door === text) ?? "all";
}

/** Whether this session is one of those that the figure counts. */
export function counts(door: Door, session: SessionVerdict): boolean {
  const { state } = session;
  const present = state === "present";
  switch (door) {
    case "all":
      return true;
    case "on_time":
      return present && signs_of_present(session).length === 0;
    case "late":
      return present && session.late_min > 0;
    case "early":
      return present && session.early_min > 0;
    case "missing":
      return present && (session.missing_in || session.missing_out);
    case "absent":
    case "excused":
    case "exempt":
    case "provisional":
      return state === door;
  }
}

/** What keeps a present session from being on time: several can hold at once. */
export function signs_of_present(session: SessionVerdict): ("late" | "early" | "missing")[] {
  const held: ("late" | "early" | "missing")[] = [];
  if (session.late_min > 0) held.push("late");
  if (session.early_min > 0) held.push("early");
  if (session.missing_in || session.missing_out) held.push("missing");
  return held;
}

/** People with the most of it first; people without any are left out. "all" keeps everybody, in roster order. */
export function choose<Row extends Tally>(rows: Row[], door: Door): Row[] {
  if (door === "all") return rows;
  return rows.filter((row) => row[door] > 0).sort((a, b) => b[door] - a[door]);
}
