#include <utility>

#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {
using attendance::Assignment;

void plan_assignments(ImportTask& task) {
  const ImportColumns columns{{"schedule", "unit_code", "staff_code", "valid_from", "valid_to"}, {}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.assignments);
  std::vector<Stated<Assignment>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    Assignment assignment{row.needed_name("schedule"), row.code("unit_code"), row.code("staff_code"),
                          row.span("valid_from", "valid_to")};
    if (!row.good()) return;
    in_force.trust_unchanged(row, assignment);
    (void)known.schedule(row, "schedule", assignment.schedule);
    if (assignment.unit_code.empty() == assignment.staff_code.empty()) {
      row.refuse("unit_code", task.report.say("điền đúng một trong hai cột unit_code và staff_code",
                                              "fill exactly one of unit_code and staff_code"));
      return;
    }
    if (!assignment.staff_code.empty()) {
      (void)known.staff(row, "staff_code", assignment.staff_code);
    } else {
      known.unit(row, "unit_code", assignment.unit_code, assignment.valid);
    }
    file.push_back({std::move(assignment), row.line()});
  });
  const auto all = merge(task, task.stored.assignments, std::move(file));
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
