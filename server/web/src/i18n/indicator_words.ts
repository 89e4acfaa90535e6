import type { Indicator } from "../api/indicators";
import type { Language } from "../format";
import type { Period } from "../model/periods";

const roman = ["", "I", "II", "III", "IV"];

/** The words of what other systems count. */
const vi = {
  title: "Chỉ tiêu từ hệ thống khác",
  about: "Số liệu được nhập nguyên như các hệ thống khác báo cáo, kèm văn bản nguồn, để đối chiếu với tình hình chấp hành kỷ luật; không dùng để chấm công.",
  unit: "Đơn vị",
  all_units: "Tất cả",
  period: "Kỳ",
  kinds: { quarters: "Quý", months: "Tháng", years: "Năm" },
  period_name: ({ year, quarter, half, month }: Period) => {
    if (half) return `6 tháng ${half === 1 ? "đầu" : "cuối"} năm ${year}`;
    return quarter ? `Quý ${roman[quarter]}/${year}` : month ? `Tháng ${month}/${year}` : `Năm ${year}`;
  },
  summary: (period: string, format: string) => `Báo cáo tổng hợp kiểm tra ${period.charAt(0).toLowerCase()}${period.slice(1)} (${format})`,
  compared: (now: string, before: string) => `${now}, so với ${before.charAt(0).toLowerCase()}${before.slice(1)}`,
  groups: { tasks: "Nhiệm vụ được giao", dossiers: "Hồ sơ thủ tục hành chính", online: "Dịch vụ công trực tuyến" },
  heads: {
    tasks_in_time: "Đúng hạn",
    tasks_late: "Quá hạn",
    tasks_not_done: "Chưa hoàn thành",
    dossiers_early: "Trước hạn",
    dossiers_in_time: "Đúng hạn",
    dossiers_late: "Trễ hạn",
    dossiers_late_without_apology: "Trễ hạn, không có phiếu xin lỗi",
    online_service_percent: "Tỷ lệ dịch vụ công trực tuyến",
  } satisfies Record<Indicator, string>,
  source: "Văn bản nguồn",
  before: (value: string) => `kỳ trước ${value}`,
  before_of: (value: string, units: string) => `kỳ trước ${value} (${units} đơn vị)`,
  none_before: "kỳ trước chưa có",
  more: (by: string) => `tăng ${by}`,
  less: (by: string) => `giảm ${by}`,
  same: "không đổi",
  points: (by: string) => `${by} điểm phần trăm`,
  nothing: "chưa có",
  paper_before: (papers: string) => `kỳ trước: ${papers}`,
  own: (unit: string) => `${unit} (số liệu chung)`,
  own_note: "Số liệu chung của đơn vị giữ nguyên như hệ thống nguồn báo cáo, không cộng với các đơn vị trực thuộc.",
  sum: "Cộng các đơn vị nêu trên",
  sum_below: "Cộng các đơn vị trực thuộc",
  of_units: (units: string) => `${units} đơn vị có số liệu`,
  lacking: "Chưa có số liệu kỳ này",
  none: "Chưa có số liệu của kỳ này và kỳ trước.",
};

type IndicatorWords = typeof vi;

const en: IndicatorWords = {
  title: "Indicators of other systems",
  about: "Figures as other systems report them, each with its paper, to be read beside discipline; nobody's attendance is judged by them.",
  unit: "Unit",
  all_units: "All",
  period: "Period",
  kinds: { quarters: "Quarter", months: "Month", years: "Year" },
  period_name: ({ year, quarter, half, month }) => {
    if (half) return `${half === 1 ? "First" : "Second"} half of ${year}`;
    return quarter ? `Quarter ${roman[quarter]} of ${year}` : month ? `Month ${month} of ${year}` : `Year ${year}`;
  },
  summary: (period, format) => `Report on inspections, ${period} (${format})`,
  compared: (now, before) => `${now}, compared with ${before.charAt(0).toLowerCase()}${before.slice(1)}`,
  groups: { tasks: "Assigned tasks", dossiers: "Dossiers of procedures", online: "Online services" },
  heads: {
    tasks_in_time: "In time",
    tasks_late: "Late",
    tasks_not_done: "Not done",
    dossiers_early: "Early",
    dossiers_in_time: "In time",
    dossiers_late: "Late",
    dossiers_late_without_apology: "Late without an apology slip",
    online_service_percent: "Rate of online services",
  },
  source: "Source paper",
  before: (value) => `before: ${value}`,
  before_of: (value, units) => `before: ${value} (units: ${units})`,
  none_before: "none before",
  more: (by) => `up ${by}`,
  less: (by) => `down ${by}`,
  same: "unchanged",
  points: (by) => `${by} percentage points`,
  nothing: "none yet",
  paper_before: (papers) => `before: ${papers}`,
  own: (unit) => `${unit} (the unit's own figure)`,
  own_note: "A unit's own figure stands as the other system reports it; nothing is added to it.",
  sum: "Sum of these units",
  sum_below: "Sum of the units directly below",
  of_units: (units) => `units with figures: ${units}`,
  lacking: "No figures yet in this period",
  none: "There are no figures of this period and the one before.",
};

export const indicator_words: Record<Language, IndicatorWords> = { vi, en };
