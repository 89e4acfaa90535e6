#include "server/app/imports/merge.hpp"
#include "server/app/report_period.hpp"
#include "server/documents/printable.hpp"

namespace badge::app {

using attendance::DateSpan;
using attendance::NamedPeriod;

namespace {

/// Days of at most a year.
DateSpan report_days(ImportRow& row, std::string_view from, std::string_view to, const ImportReport& report) {
  const auto days = row.closed_span(from, to);
  if (row.good() && days.to - days.from >= report_days_max)
    row.refuse(to, report.say("kỳ báo cáo dài quá một năm", "a period has at most a year"));
  return days;
}

}  // namespace

void plan_named_periods(ImportTask& task) {
  const ImportColumns columns{{"code", "name", "from", "to"}, {"compared_from", "compared_to"}};
  std::vector<Stated<NamedPeriod>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    NamedPeriod stated;
    stated.code = row.needed_code("code");
    if (is_calendar_period(stated.code)) {
      row.refuse("code", task.report.say("trùng với cách viết tháng, quý hoặc năm; đặt mã khác",
                                         "reads like a month, a quarter or a year; give another"));
    }
    stated.name = row.needed_text("name");
    if (documents::unprintable_in(stated.name)) {
      row.refuse("name",
                 task.report.say("có ký tự không in được", "holds a character that cannot be printed"));
    }
    stated.days = report_days(row, "from", "to", task.report);
    if (!row.cell("compared_from").empty() || !row.cell("compared_to").empty())
      stated.compared_with = report_days(row, "compared_from", "compared_to", task.report);
    if (row.good()) file.push_back({std::move(stated), row.line()});
  });
  merge(task, task.aids.named_periods, std::move(file));
}

}  // namespace badge::app
