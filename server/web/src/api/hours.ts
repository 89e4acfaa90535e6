import { with_query } from "./client";

export const calendar_kinds = ["holiday", "off", "working", "closure", "ordinary"] as const;
export type CalendarKind = (typeof calendar_kinds)[number];

/** A row of the calendar in the cells of a file; unit_code empty: for everybody. */
export interface CalendarRow {
  date: string;
  kind: CalendarKind;
  name: string;
  works_like: string;
  unit_code: string;
  from_time: string;
  except_units: string;
  except_staff: string;
  paper: string;
}

export interface CalendarDay extends CalendarRow {
  unit_name: string;
}

export interface CalendarYear {
  year: number;
  days: CalendarDay[];
}

export const calendar_path = (year: string): string => with_query("/calendar", { year });

/** Keys and values as in schedules.toml. */
export interface Session {
  name: string;
  start: string;
  end: string; // not after start: of the next day
  opens_before_min: number;
  closes_after_min: number;
  late_grace_min: number;
  early_grace_min: number;
}

export interface Season {
  valid_from: string;
  weekdays: string[];
  flex_earlier_min: number;
  flex_later_min: number;
  sessions: Session[];
}

export const taps_demanded = ["each_session", "day_ends", "first_only", "none"] as const;
export type TapsDemanded = (typeof taps_demanded)[number];

export interface ScheduleRules {
  name: string;
  taps: TapsDemanded;
  repeat_quiet_s: number;
  stay_min: number;
  lone_tap_reach_min: number;
  noon_one_tap: boolean;
  minutes_after_grace: boolean;
  ignores_calendar: boolean;
  explanation_days: number;
  season: Season[]; // in order of valid_from
}

/** Cells as in assignments.csv; one of unit_code and staff_code is filled. */
export interface AssignmentRow {
  schedule: string;
  unit_code: string;
  staff_code: string;
  valid_from: string;
  valid_to: string; // empty: until further notice
}

export interface Assignment extends AssignmentRow {
  name: string; // of the unit or the person
  unit_name: string; // of the person
}

export interface Schedule extends ScheduleRules {
  assigned: number;
  assignments: Assignment[]; // the first 500, what is over last
}

export interface Schedules {
  date: string; // today
  schedules: Schedule[];
}

export const schedules_path = "/schedules";
