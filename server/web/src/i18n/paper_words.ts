import type { Language } from "../format";

/** What slips that people sign are called. */
const vi = {
  explanation: "Giấy giải trình",
  application: "In đơn",
  presence: "Tình hình có mặt",
  hours: "Niêm yết thời gian làm việc",
  duties: "Bảng theo dõi trực",
  overtime: "Bảng theo dõi làm thêm giờ, nghỉ bù",
  sheet: "Phiếu theo dõi",
  unit_report: "Báo cáo tình hình chấp hành",
  by_unit: "Tổng hợp theo đơn vị (XLSX)",
  by_person: "Tổng hợp theo người (XLSX)",
  by_month: "Tổng hợp từng tháng (XLSX)",
  period: "Báo cáo của kỳ",
  own_days: "Từ ngày – đến ngày…",
  from: "Từ ngày",
  to: "Đến ngày",
  which_days: "Chọn ngày đầu và ngày cuối của kỳ báo cáo, không quá một năm.",
  as: (paper: string, format: string) => `${paper} (${format})`,
};

const en: typeof vi = {
  explanation: "Explanation slip",
  application: "Print the application",
  presence: "Who is here",
  hours: "Hours to be posted",
  duties: "Duty sheet",
  overtime: "Overtime and compensatory leave",
  sheet: "Personal sheet",
  unit_report: "Report on hours and badges",
  by_unit: "By unit (XLSX)",
  by_person: "By person (XLSX)",
  by_month: "Month by month (XLSX)",
  period: "Report of the period",
  own_days: "From one day to another…",
  from: "From",
  to: "To",
  which_days: "Choose the first and the last day of the period, at most a year.",
  as: (paper, format) => `${paper} (${format})`,
};

export const paper_words: Record<Language, typeof vi> = { vi, en };
