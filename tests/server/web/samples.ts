import type { SessionVerdict, Tally, UnitRow } from "web/api/types";

export const no_tally: Tally = {
  staff: 0, sessions_due: 0, on_time: 0, late: 0, late_min: 0, early: 0, early_min: 0,
  missing: 0, absent: 0, excused: 0, exempt: 0, provisional: 0, on_time_rate: null,
};

export function tally(some: Partial<Tally>): Tally {
  return { ...no_tally, ...some };
}

export function session(some: Partial<SessionVerdict>): SessionVerdict {
  return {
    name: "sáng", start: "07:30", end: "11:30", state: "present", late_min: 0, early_min: 0,
    missing_in: false, missing_out: false, in: "07:20", out: "11:32", text: "", ...some,
  };
}

export function unit(unit_code: string, parent_code: string | null): UnitRow {
  return { unit_code, unit_name: unit_code, parent_code, level: 1, own: no_tally, subtree: no_tally };
}
