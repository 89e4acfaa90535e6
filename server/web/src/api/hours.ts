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
