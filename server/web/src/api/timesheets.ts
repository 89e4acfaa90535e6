import { with_query } from "./client";

/** One person's sessions without a symbol, one after the other and for one reason. */
export interface TimesheetGap {
  staff_code: string;
  full_name: string;
  from: string;
  to: string;
  sessions: number;
  session: string; // of a single one its name; else empty
  reason: string;
  text: string; // the reason in words
}

/** As much of a unit's timesheet as the page looks at before it is taken as a file. */
export interface Timesheet {
  month: string;
  from: string;
  to: string;
  state: "open" | "preliminary" | "closed";
  complete: boolean;
  rows: unknown[];
  gaps: TimesheetGap[];
}

const of_unit = (unit: string, ending: string) => `/units/${encodeURIComponent(unit)}/timesheet.${ending}`;

export const timesheet_paths = {
  data: (unit: string, month: string, lang: string) => with_query(of_unit(unit, "json"), { month, lang }),
  /** Who was late, left early, missed a session or a tap: to print. */
  deviations: (unit: string, month: string) => `/api/v1${with_query(`/units/${encodeURIComponent(unit)}/deviations.pdf`, { month })}`,
  /** `draft`: also where sessions have no symbol. */
  file: (unit: string, month: string, draft: boolean) => `/api/v1${with_query(of_unit(unit, "xlsx"), { month, draft: draft ? "1" : undefined })}`,
};
