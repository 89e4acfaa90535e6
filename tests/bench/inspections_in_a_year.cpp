#include "tests/bench/inspections_in_a_year.hpp"

#include <fmt/format.h>

#include <array>

namespace badge::bench {
namespace {

using namespace inspection;
using namespace std::chrono_literals;

constexpr std::array family = {"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"};
constexpr std::array given = {"Thị Ánh Nguyệt", "Quốc Dũng", "Thị Mỹ Hạnh", "Đức Huy",
                              "Ngọc Phượng",    "Văn An",    "Minh Kha",    "Thị Lan"};

std::string unit_code(int body, int division) {
  return division == 0 ? fmt::format("S{:02}", body) : fmt::format("S{:02}-P{}", body, division);
}
std::string unit_name(int body, int division) {
  return division == 0 ? fmt::format("Sở số {}", body) : fmt::format("Phòng {} Sở số {}", division, body);
}
std::string staff_code(int body, int division, int person) {
  return fmt::format("S{:02}P{}{:03}", body, division, person);
}
std::string name_of(int person) {
  const auto n = static_cast<std::size_t>(person);
  return fmt::format("{} {}", family[n % family.size()], given[n / family.size() % given.size()]);
}

/// Ids that are never the same twice; the files of a run are always the same.
std::string id_of(int kind, int file, int step) {
  return fmt::format("{:08x}{:012x}{:012x}", kind, file, step);
}

/// Writes the steps of one file, one minute after the other.
class File {
 public:
  File(int number, std::string id, LocalTime at) : number_(number), id_(std::move(id)), at_(at) {}
  void write(What what, std::string by = "kha") {
    at_ += 5s;
    steps_.push_back(
        {id_of(2, number_, static_cast<int>(steps_.size())), id_, std::move(by), at_, at_, std::move(what)});
  }
  std::vector<Step> steps() && { return std::move(steps_); }
  [[nodiscard]] LocalTime at() const { return at_; }

 private:
  int number_;
  std::string id_;
  LocalTime at_;
  std::vector<Step> steps_;
};

Listed listed(int body, int division, int person, LocalTime at) {
  Listed row;
  row.staff_code = staff_code(body, division, person);
  row.full_name = name_of(person);
  row.job = "Chuyên viên";
  row.unit_code = unit_code(body, division);
  row.unit_name = unit_name(body, division);
  row.presence = person % 12 == 0 ? Presence::away : Presence::present;
  if (row.presence == Presence::away) {
    row.paper_kind = "business_trip";
    row.paper = fmt::format("{}/QĐ-SNV", 100 + person);
    row.reported_at = at - 24h;
  } else {
    row.first_tap = row.last_tap = at - 100min;
  }
  return row;
}

Observed observed(const Listed& row, int number, int person) {
  if (row.presence == Presence::away) return Observed::absent_with_paper;
  if ((person + number) % 17 == 0) return Observed::not_worn;
  if ((person + number) % 23 == 0) return Observed::absent_without;
  return (person + number) % 29 == 0 ? Observed::worn_wrongly : Observed::worn;
}

void write_finding(File& file, int body, const std::string& id, const std::string& person, bool closed) {
  Found found;
  found.finding = id;
  found.unit_code = unit_code(body, 0);
  found.text = "Có người không đeo thẻ trong giờ làm việc";
  found.rule = "Chỉ thị số 26/CT-TTg ngày 05 tháng 9 năm 2016";
  found.recommendation = "Chấn chỉnh việc đeo thẻ, báo cáo kết quả khắc phục";
  found.owner = unit_name(body, 0);
  found.due = std::chrono::local_days(2026y / 8 / 31);
  found.head = {staff_code(body, 1, 1), name_of(1), "Giám đốc", "", HeadRole::head};
  file.write(found);
  file.write(Named{id, person});
  if (!closed) return;
  file.write(Repaired{id, "Đã chấn chỉnh", "Báo cáo số 12"});
  file.write(Reviewed{id, true, ""});
  file.write(
      Handled{id, "Chủ quan", name_of(7), "Chưa đôn đốc", Outcome::within_competence, "Phê bình", "", ""});
  file.write(Closed{id});
  file.write(Carried{id, person, "2026-Q3"});
}

}  // namespace

std::string units_csv() {
  std::string csv =
      "code,name,kind,parent_code,valid_from,valid_to\nTINH,Ủy ban nhân dân tỉnh,tỉnh,,2020-01-01,\n";
  for (int body = 1; body <= bodies; ++body) {
    for (int division = 0; division <= divisions; ++division) {
      csv += fmt::format("{},{},{},{},2020-01-01,\n", unit_code(body, division), unit_name(body, division),
                         division == 0 ? "sở" : "phòng", division == 0 ? "TINH" : unit_code(body, 0));
    }
  }
  return csv;
}

std::string staff_csv() {
  std::string csv = "code,full_name,unit_code,position,category,valid_from,valid_to\n";
  for (int body = 1; body <= bodies; ++body) {
    for (int division = 1; division <= divisions; ++division) {
      for (int person = 1; person <= people_of_division; ++person) {
        csv += fmt::format("{},{},{},Chuyên viên,công chức,2020-01-01,\n", staff_code(body, division, person),
                           name_of(person), unit_code(body, division));
      }
    }
  }
  return csv;
}

std::string heads_csv() {
  std::string csv = "unit_code,staff_code,role,valid_from,valid_to,paper\n";
  for (int body = 1; body <= bodies; ++body) {
    csv += fmt::format("{},{},head,2020-01-01,,QĐ {}\n", unit_code(body, 0), staff_code(body, 1, 1), body);
  }
  return csv;
}

std::string plan_file() { return id_of(9, 0, 0); }

std::vector<Step> plan_steps() {
  File file(inspections, plan_file(), std::chrono::local_days(2026y / 1 / 11) + 8h);
  file.write(PlanStated{"94/KH-SNV", "Giám đốc Sở Nội vụ", "Kế hoạch kiểm tra hoạt động công vụ năm 2026",
                        std::chrono::local_days(2026y / 1 / 11), 2026});
  file.write(PlanLine{1, "sở", bodies, {2, 3}});
  return std::move(file).steps();
}

std::string inspection_file(int number) { return id_of(1, number, 0); }

Made make_inspection(int number) {
  const int body = 1 + number % bodies;
  const auto started = std::chrono::local_days(2026y / 2 / 2) + std::chrono::days(number / 4) + 9h;
  File file(number, inspection_file(number), started - 1h);
  Prepared prepared;
  prepared.unit_code = unit_code(body, 0);
  prepared.plan = plan_file();
  prepared.decision = "102/QĐ-SNV";
  prepared.checklists = {Checklist::badge, Checklist::hours, Checklist::alcohol, Checklist::postings};
  file.write(prepared);
  file.write(Joined{"kha", "Đỗ Minh Kha", "Trưởng phòng", TeamRole::leader});
  file.write(Joined{"lan", "Hồ Thị Lan", "Chuyên viên", TeamRole::secretary});
  file.write(Started{fmt::format("{}/2026", number + 1),
                     unit_name(body, 0),
                     "sở",
                     {staff_code(body, 1, 1), name_of(1), "Giám đốc", "QĐ 1", HeadRole::head}});
  Made made;
  for (int division = 1; division <= divisions; ++division) {
    for (int person = 1; person <= people_of_division; ++person) {
      made.list.push_back(listed(body, division, person, file.at()));
      const auto& row = made.list.back();
      const Marked marked{row.staff_code, observed(row, number, person), "", ""};
      file.write(marked, person % 2 == 0 ? "kha" : "lan");
      if (person % 10 == 0) file.write(marked, "lan");  // both walked past this desk
    }
  }
  for (const auto& [list, line] :
       {std::pair(Checklist::hours, "trips_reported"), std::pair(Checklist::alcohol, "lunch_break"),
        std::pair(Checklist::postings, "hotline"), std::pair(Checklist::postings, "new_procedures")}) {
    file.write(Answered{list, 1, line, Answer::kept, ""});
  }
  const bool ended = number % 10 != 0;
  write_finding(file, body, id_of(3, number, 1), staff_code(body, 1, 7), ended);
  write_finding(file, body, id_of(3, number, 2), staff_code(body, 2, 7), number % 3 != 0);
  if (ended) {
    file.write(Ended{"Đơn vị nhất trí", name_of(1) + ", Giám đốc", "", 2});
    file.write(Issued{Paper::report, fmt::format("{}/BC-SNV", number + 1),
                      std::chrono::floor<std::chrono::days>(started)});
  }
  made.steps = std::move(file).steps();
  return made;
}

}  // namespace badge::bench
