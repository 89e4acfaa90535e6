import type { AssignmentRow, ScheduleRules, Season, Session } from "../api/hours";
import { shift_date } from "./calendar";

export const sessions_max = 4; // of a day in the form; who needs more uses a file

/** What most offices work by, to begin with. */
export const new_session = (name: string, start: string, end: string): Session => ({
  name, start, end, opens_before_min: 120, closes_after_min: 120, late_grace_min: 0, early_grace_min: 0,
});

export const new_season = (valid_from: string): Season => ({
  valid_from,
  weekdays: ["mon", "tue", "wed", "thu", "fri"],
  flex_earlier_min: 0,
  flex_later_min: 0,
  sessions: [
    { ...new_session("sáng", "07:30", "11:30"), closes_after_min: 60 },
    { ...new_session("chiều", "13:30", "17:00"), opens_before_min: 60, closes_after_min: 240 },
  ],
});

export const new_schedule = (): ScheduleRules => ({
  name: "", taps: "each_session", repeat_quiet_s: 60, stay_min: 10, lone_tap_reach_min: 60, noon_one_tap: false,
  minutes_after_grace: false, ignores_calendar: false, explanation_days: 3, season: [],
});

/** The hours that hold on a day: the last that began; before the first one, that. */
export function season_on(seasons: readonly Season[], date: string): Season | null {
  return seasons.filter(({ valid_from }) => valid_from <= date).pop() ?? seasons[0] ?? null;
}

/** With this season in the place of one that begins on its day; in order of time. */
export function with_season(seasons: readonly Season[], season: Season): Season[] {
  const others = seasons.filter(({ valid_from }) => valid_from !== season.valid_from);
  return [...others, season].sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1));
}

export const without_season = (seasons: readonly Season[], valid_from: string): Season[] =>
  seasons.filter((season) => season.valid_from !== valid_from);

type Value = string | number | boolean | readonly string[];
const line = (key: string, value: Value): string => `${key} = ${JSON.stringify(value)}`; // strings and lists as TOML has them

const lines = (object: object, keys: readonly string[]): string[] =>
  keys.map((key) => line(key, (object as Record<string, Value>)[key] ?? ""));

const rule_keys = [
  "name", "taps", "repeat_quiet_s", "stay_min", "lone_tap_reach_min", "noon_one_tap", "minutes_after_grace",
  "ignores_calendar", "explanation_days",
];
const season_keys = ["valid_from", "weekdays", "flex_earlier_min", "flex_later_min"];
const session_keys = ["name", "start", "end", "opens_before_min", "closes_after_min", "late_grace_min", "early_grace_min"];

/** The file that states this schedule. */
export function toml_of(schedule: ScheduleRules): string {
  const text = ["[[schedule]]", ...lines(schedule, rule_keys)];
  for (const season of schedule.season) {
    text.push("[[schedule.season]]", ...lines(season, season_keys));
    for (const session of season.sessions) text.push("[[schedule.season.sessions]]", ...lines(session, session_keys));
  }
  return `${text.join("\n")}\n`;
}

const ends_before = (row: AssignmentRow, date: string): boolean => row.valid_to !== "" && row.valid_to < date;

/** The rows that make a schedule hold for a unit or a person: what held until then ends the day before, and goes on
 *  after the last day where there is one. */
export function assignment_rows(wanted: AssignmentRow, all: readonly AssignmentRow[]): AssignmentRow[] {
  const rows = [wanted];
  for (const { schedule, unit_code, staff_code, valid_from, valid_to } of all) {
    if (unit_code !== wanted.unit_code || staff_code !== wanted.staff_code) continue;
    const row = { schedule, unit_code, staff_code, valid_from, valid_to };
    if (ends_before(row, wanted.valid_from) || (wanted.valid_to !== "" && valid_from > wanted.valid_to)) continue;
    if (valid_from < wanted.valid_from) rows.push({ ...row, valid_to: shift_date(wanted.valid_from, -1) });
    if (wanted.valid_to !== "" && !ends_before(row, shift_date(wanted.valid_to, 1)) && valid_from <= wanted.valid_from) {
      rows.push({ ...row, valid_from: shift_date(wanted.valid_to, 1) });
    }
  }
  return rows;
}
