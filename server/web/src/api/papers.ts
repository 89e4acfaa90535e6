import { with_query } from "./client";

export type PaperFormat = "pdf" | "docx";
export const paper_formats: readonly PaperFormat[] = ["pdf", "docx"];

/** Files that the browser keeps: giấy giải trình of a day, phiếu theo dõi, báo cáo of a unit, đơn of a request. */
export const explanation_slip_path = (staff: string, date: string, format: PaperFormat): string =>
  `/api/v1${with_query(`/papers/explanation.${format}`, { staff, date })}`;
export const person_sheet_path = (staff: string, period: string, format: PaperFormat): string =>
  `/api/v1${with_query(`/papers/person.${format}`, { staff, period })}`;
export const unit_report_path = (unit: string, period: string, format: PaperFormat): string =>
  `/api/v1${with_query(`/papers/unit.${format}`, { unit, period })}`;
/** Days that the office reports about under a name of its own. */
export interface NamedPeriod {
  code: string;
  name: string;
  from: string;
  to: string;
}
export const named_periods_path = "/periods";

/** The figures of a period as a sheet: of units, of people, of a unit's months or a person's. */
export const period_sheet_path = (sheet: "units" | "people" | "months", unit: string, period: string): string =>
  `/api/v1${with_query(`/periods/${sheet}.xlsx`, { unit, period })}`;
export const person_months_path = (staff: string, period: string): string =>
  `/api/v1${with_query("/periods/person.xlsx", { staff, period })}`;

/** Who is away at this moment. */
export const presence_path = (unit: string, format: PaperFormat): string => `/api/v1${with_query(`/papers/presence.${format}`, { unit })}`;
/** The hours of a unit, to be posted at its door. */
export const hours_notice_path = (unit: string, format: PaperFormat): string => `/api/v1${with_query(`/papers/hours.${format}`, { unit })}`;
/** Who was on duty in a month, and what work beyond the hours earned. */
export const duty_sheet_path = (unit: string, month: string, format: PaperFormat): string =>
  `/api/v1${with_query(`/papers/duties.${format}`, { unit, month })}`;
export const overtime_sheet_path = (unit: string, month: string, format: PaperFormat): string =>
  `/api/v1${with_query(`/papers/overtime.${format}`, { unit, month })}`;
export const application_path = (no: number, format: PaperFormat): string => `/api/v1${with_query(`/papers/application.${format}`, { no: String(no) })}`;
