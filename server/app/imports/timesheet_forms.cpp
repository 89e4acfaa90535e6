#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"
#include "server/documents/printable.hpp"

namespace badge::app {

using attendance::TimesheetForm;

namespace {

/// What stands in a corner of the sheet; may be empty.
std::string printed(ImportRow& row, std::string_view column, const ImportReport& report) {
  auto text = row.text(column);
  if (documents::unprintable_in(text)) {
    row.refuse(column, report.say("có ký tự không in được", "holds a character that cannot be printed"));
  }
  return text;
}

}  // namespace

void plan_timesheet_forms(ImportTask& task) {
  const ImportColumns columns{{"unit_code", "valid_from"},
                              {"method", "half_days", "body", "budget_code", "form", "issued_by",
                               "timekeeper", "division_head", "approver"}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.aids.timesheet_forms);
  std::vector<Stated<TimesheetForm>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    TimesheetForm stated;
    stated.unit_code = row.code("unit_code");
    stated.valid_from = row.date("valid_from");
    stated.method = row.word("method", timesheet_method_words()).value_or(stated.method);
    stated.half_days = row.word("half_days", half_days_words()).value_or(stated.half_days);
    stated.body = printed(row, "body", task.report);
    stated.budget_code = printed(row, "budget_code", task.report);
    stated.form = printed(row, "form", task.report);
    stated.issued_by = printed(row, "issued_by", task.report);
    stated.timekeeper = printed(row, "timekeeper", task.report);
    stated.division_head = printed(row, "division_head", task.report);
    stated.approver = printed(row, "approver", task.report);
    if (!row.good()) return;
    in_force.trust_unchanged(row, stated);
    if (!stated.unit_code.empty())
      known.unit(row, "unit_code", stated.unit_code, {stated.valid_from, stated.valid_from});
    file.push_back({std::move(stated), row.line()});
  });
  merge(task, task.aids.timesheet_forms, std::move(file));
}

}  // namespace badge::app
