#include "tests/server/app/inspections/inspected_office.hpp"

#include <fmt/format.h>

#include <array>

namespace badge::app {
namespace {

using namespace std::chrono_literals;
using inspection::Listed;
using inspection::Observed;
using inspection::Presence;
using inspection::Seen;

constexpr std::array family = {"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ"};
constexpr std::array given = {"Thị Ánh Nguyệt", "Quốc Dũng", "Thị Mỹ Hạnh", "Đức Huy", "Ngọc Phượng"};

std::string code_of(int number) { return fmt::format("CB{:03}", number); }

Listed listed(int number) {
  const auto n = static_cast<std::size_t>(number);
  Listed row;
  row.staff_code = code_of(number);
  row.full_name = fmt::format("{} {}", family[n % family.size()], given[n % given.size()]);
  row.job = number == 1 ? "Chánh Văn phòng" : "Chuyên viên";
  row.unit_code = "SNV-VP";
  row.unit_name = "Văn phòng Sở";
  row.presence = Presence::present;
  row.first_tap = row.last_tap = local(14, 7, 26);
  return row;
}

void away(Listed& row, std::string kind, std::string paper, inspection::LocalTime reported) {
  row.presence = Presence::away;
  row.first_tap = row.last_tap = std::nullopt;
  row.paper_kind = std::move(kind);
  row.paper = std::move(paper);
  row.reported_at = reported;
}

Seen seen(Observed observed, std::string note) {
  return {
      .words =
          {{.id = "m", .by = "vy", .at = local(14, 9, 30), .observed = observed, .paper = "", .note = note}},
      .holds = observed,
      .settled_by = "",
      .settled_reason = ""};
}

Observed observed_of(int number) {
  if (number <= 36) return Observed::worn;
  if (number <= 38) return Observed::not_worn;
  if (number == 39) return Observed::worn_wrongly;
  if (number == 40) return Observed::exempt;
  return number <= 43 ? Observed::absent_with_paper : Observed::absent_without;
}

inspection::Finding finding() {
  inspection::Finding finding;
  finding.by = "vy";
  finding.at = local(14, 10, 5);
  finding.people = {code_of(37), code_of(38)};
  finding.found.finding = "f1";
  finding.found.text = "Hai người không đeo thẻ trong giờ làm việc.";
  finding.found.rule = "Chỉ thị số 26/CT-TTg ngày 05 tháng 9 năm 2016";
  finding.found.house_rule = "Quyết định số 45/QĐ-SNV";
  finding.found.recommendation = "Chấn chỉnh việc đeo thẻ; báo cáo kết quả về Đoàn kiểm tra";
  finding.found.owner = "Văn phòng Sở";
  finding.found.due = std::chrono::local_days(2026y / 7 / 31);
  finding.found.head = {"CB001", "Lê Thị Thu Hà", "Phó Chánh Văn phòng", "", inspection::HeadRole::delegated};
  return finding;
}

}  // namespace

inspection::LocalTime local(int day, int hour, int minute) {
  return std::chrono::local_days(2026y / 7 / day) + std::chrono::hours(hour) + std::chrono::minutes(minute);
}

InspectedOffice inspected_office() {
  InspectedOffice office;
  for (int number = 1; number <= 45; ++number) office.list.push_back(listed(number));
  away(office.list[40], "annual_leave", "05/GNP-SNV", local(10, 8, 5));
  away(office.list[41], "business_trip", "118/QĐ-SNV", local(13, 16, 20));
  away(office.list[42], "sick", "", local(14, 7, 2));
  auto& inspection = office.inspection;
  for (int number = 1; number <= 44; ++number) {
    inspection.marks[code_of(number)] = seen(observed_of(number), number == 37 ? "Để quên thẻ ở nhà" : "");
  }
  inspection.file = "f";
  inspection.state = inspection::State::ended;
  inspection.prepared.unit_code = "SNV-VP";
  inspection.prepared.decision = "102/QĐ-SNV ngày 09 tháng 3 năm 2026";
  inspection.prepared.checklists = {inspection::Checklist::badge, inspection::Checklist::hours};
  inspection.prepared.team = inspection::TeamKind::delegation;
  inspection.team = {{"du", "Trương Hồng Dự", "Phó Giám đốc Sở", inspection::TeamRole::leader},
                     {"vy", "Nguyễn Thị Tường Vy", "Chuyên viên", inspection::TeamRole::secretary},
                     {"", "Hồ Sỹ Quý", "Chuyên viên Văn phòng UBND tỉnh", inspection::TeamRole::member}};
  inspection.started = inspection::Started{"17/2026",
                                           "Văn phòng Sở",
                                           "division",
                                           {"CB001", "Lê Thị Thu Hà", "Phó Chánh Văn phòng",
                                            "Giấy ủy quyền số 09/GUQ-VP", inspection::HeadRole::delegated}};
  inspection.started_at = local(14, 9, 14);
  inspection.ended = inspection::Ended{"Đơn vị thống nhất với nội dung biên bản",
                                       "Lê Thị Thu Hà, Phó Chánh Văn phòng", "", 3};
  inspection.ended_at = local(14, 10, 40);
  inspection.findings = {finding()};
  inspection.answers = {{{"vy", local(14, 10, 0)},
                         {inspection::Checklist::hours, 1, "trips_reported", inspection::Answer::kept, ""}}};
  office.plan.stated = {"94/KH-SNV", "Giám đốc Sở Nội vụ", "Kế hoạch kiểm tra hoạt động công vụ năm 2026",
                        std::chrono::local_days(2026y / 1 / 11), 2026};
  return office;
}

}  // namespace badge::app
