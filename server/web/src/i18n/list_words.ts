import type { Language } from "../format";
import type { ListName } from "../model/lists";

/** The words of the lists that a head acts on. */
const vi = {
  title: "Danh sách cần xử lý",
  tabs: "Các danh sách",
  tab: {
    late: "Đi muộn nhiều lần",
    unexplained: "Chưa giải trình",
    missing: "Thiếu lượt quét",
    trips: "Chưa báo cáo công tác",
    away: "Ra ngoài giữa giờ",
    pairs: "Thẻ quét sát nhau",
    praise: "Biểu dương",
    "open-units": "Chưa chốt công",
  } satisfies Record<ListName, string>,
  unit: "Đơn vị",
  choose_unit: "Chọn đơn vị",
  period: "Kỳ",
  kinds: { named: "Kỳ riêng của cơ quan", months: "Tháng", quarters: "Quý", halves: "Nửa năm", years: "Năm" },
  none: "Danh sách không có mục nào.",
  count: (rows: string) => `${rows} mục`,
  take: (format: string) => `Tải về (${format})`,
  release: "Công bố",
  release_title: "Công bố danh sách biểu dương",
  release_about: "Danh sách được giữ nguyên như đang thấy, và mọi người trong đơn vị đọc được.",
  basis: "Căn cứ công bố",
  basis_hint: "Ví dụ: Quyết định số 45/QĐ-SNV ngày 03/8/2026",
  releasing: "Đang công bố",
  released: "Đã công bố",
  released_line: (period: string, by: string, on: string, basis: string) => `${period}; ${by} công bố ngày ${on}; căn cứ: ${basis}`,
};

const en: typeof vi = {
  title: "Lists to act on",
  tabs: "Lists",
  tab: {
    late: "Late often",
    unexplained: "Without explanation",
    missing: "Missing taps",
    trips: "Trips without a report",
    away: "Out during hours",
    pairs: "Badges held together",
    praise: "Proposed for praise",
    "open-units": "Not closed",
  },
  unit: "Unit",
  choose_unit: "Choose a unit",
  period: "Period",
  kinds: { named: "The office's own", months: "Month", quarters: "Quarter", halves: "Half-year", years: "Year" },
  none: "There is nothing on this list.",
  count: (rows) => `${rows} rows`,
  take: (format) => `${format} file`,
  release: "Release",
  release_title: "Release the list of praise",
  release_about: "The list is kept as it stands here, and everybody of the unit can read it.",
  basis: "Ground of the release",
  basis_hint: "For example: Decision 45/QĐ-SNV of 3 Aug 2026",
  releasing: "Releasing",
  released: "Released",
  released_line: (period, by, on, basis) => `${period}; released by ${by} on ${on}; ground: ${basis}`,
};

export const list_words: Record<Language, typeof vi> = { vi, en };
