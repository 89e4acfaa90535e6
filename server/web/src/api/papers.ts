import { with_query } from "./client";

export type PaperFormat = "pdf" | "docx";
export const paper_formats: readonly PaperFormat[] = ["pdf", "docx"];

/** Files that the browser keeps: giấy giải trình of a day, đơn of a request. */
export const explanation_slip_path = (staff: string, date: string, format: PaperFormat): string =>
  `/api/v1${with_query(`/papers/explanation.${format}`, { staff, date })}`;
export const person_sheet_path = (staff: string, period: string, format: PaperFormat): string =>
  `/api/v1${with_query(`/papers/person.${format}`, { staff, period })}`;
export const application_path = (no: number, format: PaperFormat): string => `/api/v1${with_query(`/papers/application.${format}`, { no: String(no) })}`;
