import type { DayReport } from "../api/types";
import { counts } from "./doors";

/** Whether a month was counted, as its person asks: of the sessions that were owed and are over, how many are settled,
 *  and what the others want. */
export interface OwnMonth {
  over: number;
  settled: number;
  unexplained: number; // absent, or without a tap that should be there
  unknown: number; // the office lacks data
}

export function own_month(days: DayReport[]): OwnMonth {
  const over = days
    .flatMap((day) => day.sessions)
    .filter(({ state }) => state === "present" || state === "absent" || state === "provisional");
  const count = (kind: "absent" | "missing" | "provisional") => over.filter((each) => counts(kind, each)).length;
  const unexplained = count("absent") + count("missing");
  const unknown = count("provisional");
  return { over: over.length, settled: over.length - unexplained - unknown, unexplained, unknown };
}
