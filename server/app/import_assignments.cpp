#include <algorithm>
#include <tuple>

#include "server/app/import_known_staff.hpp"
#include "server/app/import_merge.hpp"
#include "server/app/import_unit_history.hpp"

namespace badge::app {
namespace {

using attendance::Assignment;

void require_schedule(ImportRow& row, std::string_view name, ImportTask& task) {
  const auto& schedules = task.stored.schedules;
  if (std::ranges::find(schedules, name, &attendance::Schedule::name) != schedules.end()) return;
  std::string known;
  for (const auto& schedule : schedules) known += (known.empty() ? "" : ", ") + schedule.name;
  if (known.empty()) {
    row.refuse("schedule", task.report.say("chưa có lịch làm việc nào; nhập schedules.toml trước",
                                           "there are no schedules yet; import schedules.toml first"));
  } else {
    row.refuse("schedule", task.report.say("không có lịch làm việc này; hiện có: {}",
                                           "there is no such schedule; there are: {}", known));
  }
}

}  // namespace

void plan_assignments(ImportTask& task) {
  const ImportColumns columns{{"schedule", "unit_code", "staff_code", "valid_from", "valid_to"}, {}};
  const UnitHistory units(task.stored.units);
  const KnownStaff staff(task.stored);
  std::vector<Stated<Assignment>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    Assignment assignment{row.needed_code("schedule"), row.code("unit_code"), row.code("staff_code"),
                          row.span("valid_from", "valid_to")};
    if (!row.good()) return;
    require_schedule(row, assignment.schedule, task);
    if (assignment.unit_code.empty() == assignment.staff_code.empty()) {
      row.refuse("unit_code", task.report.say("điền đúng một trong hai cột unit_code và staff_code",
                                              "fill exactly one of unit_code and staff_code"));
      return;
    }
    if (!assignment.staff_code.empty()) {
      staff.require(row, "staff_code", assignment.staff_code, task.report);
    } else if (auto objection = units.objection(assignment.unit_code, assignment.valid, task.report)) {
      row.refuse("unit_code", std::move(*objection));
    }
    file.push_back({std::move(assignment), row.line()});
  });
  const auto all = merge(task, task.stored.assignments, std::move(file), [](const Assignment& assignment) {
    return std::tuple(assignment.unit_code, assignment.staff_code, assignment.valid.from);
  });
  refuse_overlaps(
      task.report, all, "valid_from",
      [](const Assignment& assignment) {
        return std::pair<std::string_view, std::string_view>(assignment.unit_code, assignment.staff_code);
      },
      [&](const Assignment& assignment, const Stated<Assignment>& other) {
        return task.report.say("đã áp dụng lịch \"{}\" trong thời gian {} ({}){}",
                               "schedule \"{}\" already applies during {} ({}){}", other.fact.schedule,
                               show_span(other.fact.valid), place_of(other.line, task.report),
                               how_to_end_before(assignment.valid, other.fact.valid, task.report));
      });
}

}  // namespace badge::app
