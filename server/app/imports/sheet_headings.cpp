// How clerks head the columns of their lists.
#include <algorithm>
#include <array>
#include <optional>

#include "server/app/header_words.hpp"
#include "server/app/imports/sheet_columns.hpp"

namespace badge::app {
namespace {

using Kind = std::optional<ImportKind>;

/// The first of a column is the one that is named to who lacks it. Words as plain_words() leaves them.
struct SheetHeading {
  std::string_view column, shown, words;
  Kind only_in = std::nullopt;
  bool is_loose = false;
};

constexpr bool loose = true;
constexpr Kind any = std::nullopt;
constexpr Kind units = ImportKind::units, staff = ImportKind::staff, calendar = ImportKind::calendar,
               absences = ImportKind::absences, badges = ImportKind::badges, duties = ImportKind::duties,
               credits = ImportKind::credits, regimes = ImportKind::regimes,
               schedules = ImportKind::schedules;

constexpr std::array headings = {
    SheetHeading{"code", "Mã đơn vị", "ma don vi", units},
    SheetHeading{"code", "", "ma co quan", units},
    SheetHeading{"code", "", "ma phong ban", units},
    SheetHeading{"code", "", "ma phong", units},
    SheetHeading{"code", "", "ma dinh danh", units},
    SheetHeading{"code", "", "ma so", units},
    SheetHeading{"code", "", "ma", units},
    SheetHeading{"code", "Mã số", "ma so", staff},
    SheetHeading{"code", "", "so hieu", staff},
    SheetHeading{"code", "", "ma", staff},
    SheetHeading{"code", "", "ma so cb cc vc", staff},
    SheetHeading{"staff_code", "Mã số", "ma so"},
    SheetHeading{"staff_code", "", "so hieu"},
    SheetHeading{"staff_code", "", "ma"},
    SheetHeading{"full_name", "Họ và tên", "ho va ten"},
    SheetHeading{"full_name", "", "ho ten"},
    SheetHeading{"full_name", "", "ho va ten khai sinh"},
    SheetHeading{"full_name", "", "ten can bo"},
    SheetHeading{"full_name", "", "ten nhan vien"},
    SheetHeading{"name", "Tên đơn vị", "ten don vi", units},
    SheetHeading{"name", "", "ten co quan", units},
    SheetHeading{"name", "", "ten co quan don vi", units},
    SheetHeading{"name", "", "ten phong ban", units},
    SheetHeading{"name", "", "don vi", units, loose},
    SheetHeading{"name", "", "co quan don vi", units, loose},
    SheetHeading{"name", "Nội dung", "noi dung", calendar},
    SheetHeading{"name", "", "ten ngay nghi", calendar},
    SheetHeading{"name", "", "ten ngay", calendar},
    SheetHeading{"name", "", "ngay le", calendar},
    SheetHeading{"name", "", "dip", calendar},
    SheetHeading{"name", "", "dip nghi", calendar},
    SheetHeading{"name", "", "dien giai", calendar, loose},
    SheetHeading{"name", "", "ghi chu", calendar, loose},
    SheetHeading{"name", "Tên", "ten"},
    SheetHeading{"unit_code", "Mã đơn vị", "ma don vi"},
    SheetHeading{"unit_code", "", "ma phong ban"},
    SheetHeading{"unit_code", "", "ma phong"},
    SheetHeading{"unit_code", "", "ma co quan"},
    SheetHeading{"unit_code", "", "don vi", any, loose},
    SheetHeading{"unit_code", "", "ten don vi", any, loose},
    SheetHeading{"unit_code", "", "don vi cong tac", any, loose},
    SheetHeading{"unit_code", "", "co quan don vi", any, loose},
    SheetHeading{"unit_code", "", "co quan don vi cong tac", any, loose},
    SheetHeading{"unit_code", "", "phong ban", any, loose},
    SheetHeading{"unit_code", "", "phong", any, loose},
    SheetHeading{"unit_code", "", "phong ban don vi", any, loose},
    SheetHeading{"unit_code", "", "noi cong tac", any, loose},
    SheetHeading{"parent_code", "Đơn vị cấp trên", "don vi cap tren"},
    SheetHeading{"parent_code", "", "ma don vi cap tren"},
    SheetHeading{"parent_code", "", "ma cap tren"},
    SheetHeading{"parent_code", "", "truc thuoc"},
    SheetHeading{"parent_code", "", "thuoc don vi"},
    SheetHeading{"parent_code", "", "don vi truc thuoc"},
    SheetHeading{"parent_code", "", "don vi chu quan"},
    SheetHeading{"works_at", "Nơi làm việc", "noi lam viec"},
    SheetHeading{"works_at", "", "noi biet phai"},
    SheetHeading{"position", "Chức vụ", "chuc vu"},
    SheetHeading{"position", "", "chuc danh"},
    SheetHeading{"position", "", "chuc vu chuc danh"},
    SheetHeading{"position", "", "chuc danh chuc vu"},
    SheetHeading{"position", "", "chuc vu hien tai"},
    SheetHeading{"position", "", "vi tri viec lam", any, loose},
    SheetHeading{"category", "Đối tượng", "doi tuong"},
    SheetHeading{"category", "", "loai can bo"},
    SheetHeading{"category", "", "loai cbcc"},
    SheetHeading{"category", "", "phan loai"},
    SheetHeading{"category", "", "loai", staff},
    SheetHeading{"list_order", "Thứ tự danh sách", "thu tu danh sach"},
    SheetHeading{"entrances", "Điểm quét thẻ", "diem quet the"},
    SheetHeading{"entrance", "Điểm quét thẻ", "diem quet the"},
    SheetHeading{"entrance", "", "ma diem quet"},
    SheetHeading{"entrance", "", "cong"},
    SheetHeading{"reader", "Đầu đọc thẻ", "dau doc the"},
    SheetHeading{"valid_from", "Từ ngày", "tu ngay"},
    SheetHeading{"valid_from", "", "ngay hieu luc"},
    SheetHeading{"valid_from", "", "hieu luc tu"},
    SheetHeading{"valid_from", "", "hieu luc tu ngay"},
    SheetHeading{"valid_from", "", "ap dung tu ngay"},
    SheetHeading{"valid_from", "", "ap dung tu"},
    SheetHeading{"valid_from", "", "ngay bat dau"},
    SheetHeading{"valid_from", "", "ngay cap", badges},
    SheetHeading{"valid_from", "", "tu"},
    SheetHeading{"valid_to", "Đến ngày", "den ngay"},
    SheetHeading{"valid_to", "", "den het ngay"},
    SheetHeading{"valid_to", "", "ngay het hieu luc"},
    SheetHeading{"valid_to", "", "het hieu luc"},
    SheetHeading{"valid_to", "", "ngay ket thuc"},
    SheetHeading{"valid_to", "", "den"},
    SheetHeading{"from", "Từ ngày", "tu ngay"},
    SheetHeading{"from", "", "nghi tu ngay"},
    SheetHeading{"from", "", "ngay bat dau"},
    SheetHeading{"from", "", "ngay bat dau nghi"},
    SheetHeading{"from", "", "bat dau"},
    SheetHeading{"from", "", "tu"},
    SheetHeading{"to", "Đến ngày", "den ngay"},
    SheetHeading{"to", "", "den het ngay"},
    SheetHeading{"to", "", "nghi den ngay"},
    SheetHeading{"to", "", "nghi den het ngay"},
    SheetHeading{"to", "", "ngay ket thuc"},
    SheetHeading{"to", "", "ket thuc"},
    SheetHeading{"to", "", "den"},
    SheetHeading{"date", "Ngày", "ngay"},
    SheetHeading{"date", "", "ngay thang"},
    SheetHeading{"date", "", "ngay truc", duties},
    SheetHeading{"date", "", "ngay lam", credits},
    SheetHeading{"date", "", "ngay lam them", credits},
    SheetHeading{"date", "", "ngay nghi", calendar},
    SheetHeading{"kind", "Loại nghỉ", "loai nghi", absences},
    SheetHeading{"kind", "", "loai phep", absences},
    SheetHeading{"kind", "", "hinh thuc nghi", absences},
    SheetHeading{"kind", "", "hinh thuc", absences},
    SheetHeading{"kind", "", "che do nghi", absences},
    SheetHeading{"kind", "", "ly do nghi", absences, loose},
    SheetHeading{"kind", "", "ly do", absences, loose},
    SheetHeading{"kind", "", "loai giay", absences, loose},
    SheetHeading{"kind", "Loại ngày", "loai ngay", calendar},
    SheetHeading{"kind", "", "tinh chat", calendar},
    SheetHeading{"kind", "", "tinh chat ngay", calendar},
    SheetHeading{"kind", "Loại đơn vị", "loai don vi", units},
    SheetHeading{"kind", "", "loai hinh", units},
    SheetHeading{"kind", "", "cap", units},
    SheetHeading{"kind", "Chế độ", "che do", regimes},
    SheetHeading{"kind", "Loại", "loai"},
    SheetHeading{"works_like", "Làm theo ngày", "lam theo ngay"},
    SheetHeading{"works_like", "", "lam viec nhu"},
    SheetHeading{"works_like", "", "lam bu cho"},
    SheetHeading{"works_like", "", "lam nhu thu"},
    SheetHeading{"sessions", "Buổi", "buoi"},
    SheetHeading{"sessions", "", "buoi nghi"},
    SheetHeading{"session", "Buổi", "buoi"},
    SheetHeading{"paper", "Số quyết định", "so quyet dinh"},
    SheetHeading{"paper", "", "quyet dinh"},
    SheetHeading{"paper", "", "so giay"},
    SheetHeading{"paper", "", "so van ban"},
    SheetHeading{"paper", "", "van ban"},
    SheetHeading{"paper", "", "giay to"},
    SheetHeading{"paper", "", "so don"},
    SheetHeading{"paper", "", "don giay phep"},
    SheetHeading{"paper", "", "so qd"},
    SheetHeading{"paper", "", "qd so"},
    SheetHeading{"paper", "", "can cu"},
    SheetHeading{"source_paper", "Nguồn số liệu", "nguon so lieu"},
    SheetHeading{"source_paper", "", "nguon"},
    SheetHeading{"source_paper", "", "so van ban"},
    SheetHeading{"reported_at", "Thời điểm báo", "thoi diem bao"},
    SheetHeading{"reported_at", "", "bao luc"},
    SheetHeading{"approved_by", "Người duyệt", "nguoi duyet"},
    SheetHeading{"approved_by", "", "nguoi phe duyet"},
    SheetHeading{"approved_by", "", "nguoi cho phep"},
    SheetHeading{"from_time", "Từ giờ", "tu gio"},
    SheetHeading{"from_time", "", "gio bat dau"},
    SheetHeading{"to_time", "Đến giờ", "den gio"},
    SheetHeading{"to_time", "", "gio ket thuc"},
    SheetHeading{"at", "Giờ", "gio"},
    SheetHeading{"weekdays", "Thứ", "thu"},
    SheetHeading{"weekdays", "", "thu trong tuan"},
    SheetHeading{"weekdays", "", "cac thu"},
    SheetHeading{"year", "Năm", "nam"},
    SheetHeading{"service_from", "Ngày vào ngành", "ngay vao nganh"},
    SheetHeading{"service_from", "", "ngay bat dau lam viec"},
    SheetHeading{"service_from", "", "ngay vao lam"},
    SheetHeading{"service_from", "", "ngay vao lam viec"},
    SheetHeading{"service_from", "", "ngay tuyen dung"},
    SheetHeading{"service_from", "", "lam viec tu ngay"},
    SheetHeading{"base_days", "Số ngày phép", "so ngay phep"},
    SheetHeading{"base_days", "", "so ngay phep nam"},
    SheetHeading{"base_days", "", "ngay phep"},
    SheetHeading{"base_days", "", "phep nam"},
    SheetHeading{"base_days", "", "so phep"},
    SheetHeading{"carried_days", "Phép năm trước chuyển sang", "phep nam truoc chuyen sang"},
    SheetHeading{"carried_days", "", "phep nam truoc"},
    SheetHeading{"carried_days", "", "phep chuyen sang"},
    SheetHeading{"carried_days", "", "phep ton"},
    SheetHeading{"carried_days", "", "so ngay chuyen sang"},
    SheetHeading{"carried_until", "Hạn nghỉ phép năm trước", "han nghi phep nam truoc"},
    SheetHeading{"carried_until", "", "han nghi"},
    SheetHeading{"carried_until", "", "nghi truoc ngay"},
    SheetHeading{"carried_until", "", "han su dung"},
    SheetHeading{"earns_min", "Số phút nghỉ bù", "so phut nghi bu"},
    SheetHeading{"earns_min", "", "so phut"},
    SheetHeading{"expires", "Hạn nghỉ bù", "han nghi bu"},
    SheetHeading{"expires", "", "nghi bu truoc ngay"},
    SheetHeading{"expires", "", "han su dung"},
    SheetHeading{"schedule", "Lịch làm việc", "lich lam viec"},
    SheetHeading{"schedule", "Ca trực", "ca truc", duties},
    SheetHeading{"schedule", "", "lich"},
    SheetHeading{"schedule", "", "ten lich"},
    SheetHeading{"schedule", "", "ma lich"},
    SheetHeading{"schedule", "", "ca truc"},
    SheetHeading{"schedule", "", "ca"},
    SheetHeading{"valid_from", "Áp dụng từ ngày", "ap dung tu ngay", schedules},
    SheetHeading{"valid_from", "", "tu ngay", schedules},
    SheetHeading{"session", "", "ten buoi", schedules},
    SheetHeading{"start", "Từ giờ", "tu gio"},
    SheetHeading{"start", "", "gio bat dau"},
    SheetHeading{"start", "", "bat dau"},
    SheetHeading{"start", "", "gio vao"},
    SheetHeading{"start", "", "gio den"},
    SheetHeading{"end", "Đến giờ", "den gio"},
    SheetHeading{"end", "", "gio ket thuc"},
    SheetHeading{"end", "", "ket thuc"},
    SheetHeading{"end", "", "gio ra"},
    SheetHeading{"end", "", "gio ve"},
    SheetHeading{"weekdays", "", "ngay lam viec", schedules},
    SheetHeading{"weekdays", "", "ngay trong tuan", schedules},
    SheetHeading{"opens_before_min", "Nhận lượt quét trước (phút)", "nhan luot quet truoc phut"},
    SheetHeading{"opens_before_min", "", "nhan quet truoc gio vao phut"},
    SheetHeading{"opens_before_min", "", "nhan quet truoc phut"},
    SheetHeading{"closes_after_min", "Nhận lượt quét sau (phút)", "nhan luot quet sau phut"},
    SheetHeading{"closes_after_min", "", "nhan quet sau gio ra phut"},
    SheetHeading{"closes_after_min", "", "nhan quet sau phut"},
    SheetHeading{"late_grace_min", "Cho phép đi muộn (phút)", "cho phep di muon phut"},
    SheetHeading{"late_grace_min", "", "cho phep muon phut"},
    SheetHeading{"early_grace_min", "Cho phép về sớm (phút)", "cho phep ve som phut"},
    SheetHeading{"early_grace_min", "", "cho phep som phut"},
    SheetHeading{"flex_earlier_min", "Linh hoạt đến sớm (phút)", "linh hoat den som phut"},
    SheetHeading{"flex_later_min", "Linh hoạt đến muộn (phút)", "linh hoat den muon phut"},
    SheetHeading{"taps", "Lượt quét bắt buộc", "luot quet bat buoc"},
    SheetHeading{"repeat_quiet_s", "Quét lặp trong (giây)", "quet lap trong giay"},
    SheetHeading{"stay_min", "Hai lượt quét cách nhau (phút)", "hai luot quet cach nhau phut"},
    SheetHeading{"lone_tap_reach_min", "Lượt quét lẻ cách giờ (phút)", "luot quet le cach gio phut"},
    SheetHeading{"noon_one_tap", "Buổi trưa một lượt quét", "buoi trua mot luot quet"},
    SheetHeading{"minutes_after_grace", "Tính phút sau thời gian cho phép",
                 "tinh phut sau thoi gian cho phep"},
    SheetHeading{"ignores_calendar", "Không theo ngày nghỉ", "khong theo ngay nghi"},
    SheetHeading{"explanation_days", "Hạn giải trình (ngày)", "han giai trinh ngay"},
    SheetHeading{"people_min", "Số người", "so nguoi"},
    SheetHeading{"role", "Vai trò", "vai tro"},
    SheetHeading{"role", "", "cuong vi"},
    SheetHeading{"role", "", "chuc vu", any, loose},
    SheetHeading{"uid", "Số thẻ", "so the"},
    SheetHeading{"uid", "", "uid"},
    SheetHeading{"uid", "", "ma the"},
    SheetHeading{"number", "Số in trên thẻ", "so in tren the"},
    SheetHeading{"number", "", "so the"},
    SheetHeading{"label", "Tên thẻ", "ten the"},
    SheetHeading{"state", "Tình trạng", "tinh trang"},
    SheetHeading{"state", "", "trang thai"},
    SheetHeading{"minutes_a_day", "Số phút mỗi ngày", "so phut moi ngay"},
    SheetHeading{"minutes_a_day", "", "so phut"},
    SheetHeading{"explanation", "Giải trình", "giai trinh"},
    SheetHeading{"explanation", "", "noi dung giai trinh"},
    SheetHeading{"decision", "Kết quả", "ket qua"},
    SheetHeading{"decided_by", "Người duyệt", "nguoi duyet"},
    SheetHeading{"indicator", "Chỉ tiêu", "chi tieu"},
    SheetHeading{"period", "Kỳ", "ky"},
    SheetHeading{"value", "Giá trị", "gia tri"},
    SheetHeading{"value", "", "so lieu"},
    SheetHeading{"meaning", "Ý nghĩa", "y nghia"},
    SheetHeading{"symbol", "Ký hiệu", "ky hieu"},
    SheetHeading{"code", "Mã kỳ", "ma ky"},
    SheetHeading{"trip_from", "Ngày bắt đầu công tác", "ngay bat dau cong tac"},
    SheetHeading{"trip_from", "", "cong tac tu ngay"},
    SheetHeading{"reported_on", "Ngày báo cáo", "ngay bao cao"},
    SheetHeading{"late_times", "Số lần đi muộn", "so lan di muon"},
    SheetHeading{"away_min", "Số phút ra ngoài", "so phut ra ngoai"},
    SheetHeading{"rule", "Quy định", "quy dinh"},
    SheetHeading{"compared_from", "So sánh từ ngày", "so sanh tu ngay"},
    SheetHeading{"compared_to", "So sánh đến ngày", "so sanh den ngay"},
    SheetHeading{"kept", "Giữ dù có quét thẻ", "giu du co quet the"},
    SheetHeading{"except_units", "Trừ đơn vị", "tru don vi"},
    SheetHeading{"except_staff", "Trừ người", "tru nguoi"},
};

/// "Mã CBCC", "Mã nhân viên", "Số hiệu công chức": a code of a person in one of the many words for them.
bool is_code_of_person(std::string_view words) {
  for (const std::string_view lead : {"ma so ", "ma ", "so hieu "}) {
    if (!words.starts_with(lead)) continue;
    const auto whom = words.substr(lead.size());
    constexpr std::array people = {"cb",
                                   "cc",
                                   "cbcc",
                                   "cbccvc",
                                   "cbccvc nld",
                                   "can bo",
                                   "cb cc vc",
                                   "cb cc",
                                   "nv",
                                   "nhan vien",
                                   "ho so",
                                   "can bo cong chuc",
                                   "cong chuc",
                                   "vien chuc",
                                   "nguoi lam",
                                   "nguoi lao dong",
                                   "can bo cong chuc vien chuc"};
    if (std::ranges::find(people, whom) != people.end()) return true;
  }
  return false;
}

bool has_column(ImportKind kind, std::string_view name) {
  return std::ranges::find(sheet_columns(kind), name, &SheetColumn::name) != sheet_columns(kind).end();
}

/// The rows that speak of this kind alone go before those of every kind.
template <class Is>
const SheetHeading* first_heading(ImportKind kind, Is is) {
  for (const bool of_this_kind : {true, false}) {
    for (const auto& heading : headings) {
      const bool fits = of_this_kind ? heading.only_in == kind : !heading.only_in.has_value();
      if (fits && has_column(kind, heading.column) && is(heading)) return &heading;
    }
  }
  return nullptr;
}

}  // namespace

MeantColumn meant_column(ImportKind kind, std::string_view heading) {
  const auto words = plain_words(heading);
  if (words.empty()) return {};
  for (const auto& column : sheet_columns(kind)) {
    if (plain_words(column.name) == words) return {column.name};
  }
  if (is_code_of_person(words)) {
    const std::string_view column = kind == ImportKind::staff ? "code" : "staff_code";
    if (kind != ImportKind::units && has_column(kind, column)) return {column};
  }
  const auto* found = first_heading(kind, [&](const SheetHeading& one) { return one.words == words; });
  return found == nullptr ? MeantColumn{} : MeantColumn{found->column, found->is_loose};
}

bool counts_lines(std::string_view heading) {
  const auto words = plain_words(heading);
  constexpr std::array ways = {"stt", "tt", "so tt", "so thu tu", "no"};
  return std::ranges::find(ways, words) != ways.end();
}

std::string_view usual_heading(ImportKind kind, std::string_view column) {
  const auto* found = first_heading(
      kind, [&](const SheetHeading& one) { return one.column == column && !one.shown.empty(); });
  return found == nullptr ? column : found->shown;
}

}  // namespace badge::app
