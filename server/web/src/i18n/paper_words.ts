import type { Language } from "../format";

/** What slips that people sign are called. */
const vi = {
  explanation: "Giấy giải trình",
  application: "In đơn",
  presence: "Tình hình có mặt",
  hours: "Niêm yết thời gian làm việc",
  sheet: "Phiếu theo dõi (PDF)",
  unit_report: "Báo cáo tình hình chấp hành (DOCX)",
  as: (paper: string, format: string) => `${paper} (${format})`,
};

const en: typeof vi = {
  explanation: "Explanation slip",
  application: "Print the application",
  presence: "Who is here",
  hours: "Hours to be posted",
  sheet: "Sheet (PDF)",
  unit_report: "Report of the unit (DOCX)",
  as: (paper, format) => `${paper} (${format})`,
};

export const paper_words: Record<Language, typeof vi> = { vi, en };
