import type { Language } from "../format";

/** The words of a unit's timesheet. */
const vi = {
  open: "Bảng chấm công (XLSX)",
  title: (month: string) => `Bảng chấm công · ${month}`,
  people: (count: string) => `${count} người`,
  days: (from: string, to: string) => `từ ${from} đến ${to}`,
  state: {
    open: "Tháng này chưa chốt công: tệp có ghi “BẢN NHÁP”.",
    preliminary: "Tháng này mới chốt công tạm: tệp có ghi “BẢN NHÁP”.",
    closed: "Theo bảng công đã chốt.",
  },
  complete: "Mọi ngày làm việc đều có ký hiệu.",
  incomplete: (count: string) => `Còn ${count} buổi chưa có ký hiệu:`,
  draft_only: "Xử lý các buổi này để lập bảng chính thức. Bản nháp ghi “?” vào các ô đó và kèm danh sách này.",
  sessions: (count: string) => `${count} buổi`,
  more: (count: string) => `Và ${count} dòng nữa, có đủ trong bản nháp.`,
  take: "Tải tệp XLSX",
  take_draft: "Tải bản nháp XLSX",
  close: "Đóng",
  deviations: "Danh sách muộn, vắng (PDF)",
};

export type TimesheetWords = typeof vi;

const en: TimesheetWords = {
  open: "Timesheet (XLSX)",
  title: (month) => `Timesheet · ${month}`,
  people: (count) => `${count} people`,
  days: (from, to) => `${from} to ${to}`,
  state: {
    open: "The month is not closed: the file is marked as a draft.",
    preliminary: "The month is closed preliminarily: the file is marked as a draft.",
    closed: "As the closed sheet says.",
  },
  complete: "Every working day has a symbol.",
  incomplete: (count) => `Sessions without a symbol: ${count}`,
  draft_only: "Settle them for the sheet to sign. A draft has “?” in these cells, and this list.",
  sessions: (count) => `sessions: ${count}`,
  more: (count) => `Lines more, all in the draft: ${count}.`,
  take: "Take the XLSX file",
  take_draft: "Take a draft (XLSX)",
  close: "Close",
  deviations: "Late and absent (PDF)",
};

export const timesheet_words: Record<Language, TimesheetWords> = { vi, en };
