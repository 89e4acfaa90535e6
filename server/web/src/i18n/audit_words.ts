import type { AuditEntry } from "../api/audit";
import type { Language } from "../format";

const actions: Record<string, Record<Language, string>> = {
  "GET /api/v1/reports/person": { vi: "xem tháng công", en: "read a month" },
  "GET /api/v1/why": { vi: "xem lý do của một ngày", en: "read the reasons of a day" },
  "GET /api/v1/reports/leave": { vi: "xem phép năm", en: "read the year's leave" },
  "GET /api/v1/reports/people": { vi: "xem danh sách của đơn vị", en: "read the people of a unit" },
  "GET /api/v1/reports/units": { vi: "xem báo cáo của đơn vị", en: "read the report of a unit" },
  "GET /api/v1/reports/papers": { vi: "xem giấy tờ của đơn vị", en: "read the papers of a unit" },
  "GET /api/v1/reports/duties": { vi: "xem lịch trực của đơn vị", en: "read the duties of a unit" },
  "GET /api/v1/reports/changes": { vi: "xem thay đổi sau khi chốt", en: "read what changed since a close" },
  "GET /api/v1/closes": { vi: "xem các lần chốt công", en: "read the closes" },
  "GET /api/v1/reports/now": { vi: "xem có mặt lúc này của đơn vị", en: "read who of a unit is present" },
  "POST /api/v1/own/explanations": { vi: "gửi giải trình", en: "sent an explanation" },
  "POST /api/v1/own/requests": { vi: "gửi đơn", en: "sent a request" },
  "DELETE /api/v1/own/requests/{no}": { vi: "rút đơn", en: "took a request back" },
  "POST /api/v1/waiting/explanations": { vi: "quyết định giải trình", en: "decided on an explanation" },
  "POST /api/v1/waiting/requests/{no}": { vi: "quyết định đơn", en: "decided on a request" },
  "POST /api/v1/rules": { vi: "ban hành nội quy", en: "published a rule" },
  "POST /api/v1/rules/{no}/reminders": { vi: "nhắc đọc nội quy", en: "reminded of a rule" },
  "POST /api/v1/own/rules/{no}/read": { vi: "xác nhận đã đọc nội quy", en: "confirmed having read a rule" },
  "POST /api/v1/session": { vi: "đăng nhập", en: "signed in" },
  "PUT /api/v1/session/provider": { vi: "đăng nhập bằng tài khoản của cơ quan", en: "signed in with the office's account" },
  "PUT /api/v1/session/password": { vi: "đổi mật khẩu", en: "changed the password" },
  "POST /api/v1/session/second-factor": { vi: "bắt đầu thiết lập xác thực hai bước", en: "began to set up two-step sign-in" },
  "PUT /api/v1/session/second-factor": { vi: "bật xác thực hai bước", en: "turned on two-step sign-in" },
  "POST /api/v1/password": { vi: "đặt mật khẩu theo lời mời", en: "answered an invitation" },
  "POST /api/v1/imports/{kind}": { vi: "nhập dữ liệu", en: "imported a file" },
  "POST /api/v1/imports/taps/{id}/finish": { vi: "nhập lượt quét thẻ", en: "imported taps" },
  "POST /api/v1/closes": { vi: "chốt công tháng", en: "closed a month" },
  "POST /api/v1/closes/{id}/reopen": { vi: "mở lại bảng công", en: "re-opened a month" },
  "GET /api/v1/badges": { vi: "xem thẻ của một người", en: "looked at a person's badges" },
  "POST /api/v1/badges": { vi: "cấp thẻ, đổi trạng thái thẻ", en: "issued or changed a badge" },
  "POST /api/v1/logins": { vi: "thêm tài khoản", en: "added a login" },
  "POST /api/v1/logins/{name}/invitation": { vi: "tạo lời mời mới", en: "invited again" },
  "PUT /api/v1/logins/{name}/grants": { vi: "đổi quyền của tài khoản", en: "changed roles" },
  "DELETE /api/v1/logins/{name}/second-factor": { vi: "đặt lại xác thực hai bước", en: "reset two-step sign-in" },
  "DELETE /api/v1/logins/{name}": { vi: "khóa tài khoản", en: "disabled a login" },
  "POST /api/v1/bridges": { vi: "thêm điểm quét thẻ", en: "added a bridge" },
  "POST /api/v1/backups": { vi: "sao lưu dữ liệu", en: "made a backup" },
};

/** "xem tháng công (month=2026-07)"; an action without words of its own as the server names it. */
export function audit_words(entry: AuditEntry, language: Language): string {
  const action = actions[entry.action]?.[language] ?? entry.action;
  return entry.target ? `${action} (${entry.target})` : action;
}
