import type { RecordKind } from "../api/retention";
import type { Language } from "../format";

const vi = {
  title: "Thời hạn lưu hồ sơ",
  about: "Quá thời hạn, hệ thống tự xoá lúc 3 giờ sáng. Thời hạn do cơ quan quyết định, ghi trong tệp cấu hình của máy chủ.",
  kind: "Loại hồ sơ",
  kept: "Thời hạn lưu",
  kept_from: "Đang giữ từ ngày",
  due: "Đến hạn xoá",
  kinds: {
    taps: "Lượt quét thẻ, nhật ký đầu đọc",
    people: "Người đã nghỉ việc",
    requests: "Đơn đã giải quyết",
    audit: "Nhật ký hệ thống",
    inspections: "Hồ sơ kiểm tra, kế hoạch, phản ánh",
  } satisfies Record<RecordKind, string>,
  hints: {
    taps: "Bảng công đã chốt vẫn giữ nguyên.",
    people: "Họ tên, thẻ, giấy tờ, tài khoản; lượt quét không còn là của ai.",
    requests: "",
    audit: "Phần còn lại vẫn kiểm tra được là nguyên vẹn.",
    inspections: "Tính từ lần ghi cuối cùng vào hồ sơ.",
  } satisfies Record<RecordKind, string>,
  months: (count: number) => (count % 12 === 0 ? `${count / 12} năm` : `${count} tháng`),
  for_ever: "không thời hạn",
  erase: "Xoá ngay phần đến hạn",
  erase_title: "Xoá hồ sơ đến hạn?",
  erase_text: "Việc xoá không thể hoàn tác. Bản sao lưu cũ vẫn còn những hồ sơ này cho đến khi bị huỷ.",
  history: "Đã xoá",
  none_erased: "Chưa xoá hồ sơ nào.",
  at: "Lúc",
  before: "Trước ngày",
  records: "Số lượng",
};

const en: typeof vi = {
  title: "Retention",
  about: "What is older is erased at three in the night. The office decides for how long; the server's configuration file says it.",
  kind: "Records",
  kept: "Kept for",
  kept_from: "Kept from",
  due: "Due",
  kinds: {
    taps: "Taps, and what readers said",
    people: "People who left",
    requests: "Requests that were decided",
    audit: "Audit log",
    inspections: "Inspections, plans, feedback",
  },
  hints: {
    taps: "Sheets that were closed stay as they are.",
    people: "Name, badges, papers, login; their taps become nobody's.",
    requests: "",
    audit: "That the rest is whole can still be verified.",
    inspections: "Since somebody last wrote into the file.",
  },
  months: (count) => (count % 12 === 0 ? (count === 12 ? "1 year" : `${count / 12} years`) : `${count} months`),
  for_ever: "ever",
  erase: "Erase what is due now",
  erase_title: "Erase what is due?",
  erase_text: "This cannot be undone. Older backups still hold these records until they are destroyed.",
  history: "Erased",
  none_erased: "Nothing was erased yet.",
  at: "At",
  before: "Before",
  records: "Records",
};

export const retention_words: Record<Language, typeof vi> = { vi, en };
