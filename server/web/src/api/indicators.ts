import { with_query } from "./client";

/** What other systems count of a unit. */
export type Indicator =
  | "tasks_in_time" | "tasks_late" | "tasks_not_done"
  | "dossiers_early" | "dossiers_in_time" | "dossiers_late" | "dossiers_late_without_apology"
  | "online_service_percent"; // in tenths of a percent

/** null: nobody stated it. */
export interface IndicatorFigure {
  now: number | null;
  before: number | null; // of the period before
  difference: number | null;
  paper: string; // which says so
  paper_before: string;
}

/** Of the units directly below; of rates there is none. */
export interface IndicatorSum {
  now: number | null;
  before: number | null;
  difference: number | null; // only where the same units were counted
  units: number;
  units_before: number;
}

export interface UnitIndicators {
  unit_code: string;
  unit_name: string;
  figures: Partial<Record<Indicator, IndicatorFigure>>;
}

export interface IndicatorTable {
  unit_code: string; // empty: all that the reader may see
  unit_name: string;
  period: string; // "2026-Q3"
  before: string;
  units: UnitIndicators[]; // directly below, then the unit itself
  sums: Partial<Record<Indicator, IndicatorSum>>;
}

/** Of inspections and indicators together. */
export const summary_path = (unit: string, period: string, format: "pdf" | "docx"): string =>
  `/api/v1${with_query(`/inspections/summary.${format}`, { unit, period })}`;
export const indicators_path = (unit: string, period: string): string => with_query("/inspections/indicators", { unit, period });
