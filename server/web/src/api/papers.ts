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
/** Who is away at this moment. */
export const presence_path = (unit: string, format: PaperFormat): string => `/api/v1${with_query(`/papers/presence.${format}`, { unit })}`;
/** The hours of a unit, to be posted at its door. */
export const hours_notice_path = (unit: string, format: PaperFormat): string => `/api/v1${with_query(`/papers/hours.${format}`, { unit })}`;
export const application_path = (no: number, format: PaperFormat): string => `/api/v1${with_query(`/papers/application.${format}`, { no: String(no) })}`;
