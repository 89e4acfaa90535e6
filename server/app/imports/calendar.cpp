#include <algorithm>

#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {
namespace {

using attendance::CalendarDay;
using attendance::CalendarKind;

/// What belongs to one kind of day stands at that kind only.
void check_kind(ImportRow& row, const CalendarDay& day, const ImportReport& report) {
  if (day.kind == CalendarKind::working && !day.works_like) {
    row.refuse("works_like",
               report.say("ngày làm việc bù phải ghi làm theo ngày nào, ví dụ mon hoặc thứ Hai",
                          "a working day must say which weekday it works like, for example mon"));
  } else if (day.kind != CalendarKind::working && day.works_like) {
    row.refuse_filled("works_like", "là ngày làm việc (working)", "working days");
  }
  if (day.kind != CalendarKind::closure && !row.cell("from_time").empty()) {
    row.refuse_filled("from_time", "là ngày ngừng làm việc (closure)", "closures");
  }
}

void check_exceptions(ImportRow& row, const CalendarDay& day, const Known& known,
                      const ImportReport& report) {
  for (const auto& code : day.except_units) {
    if (code == day.unit_code) {
      row.refuse("except_units",
                 report.say("là chính đơn vị của dòng này, nên dòng này không áp dụng cho ai; bỏ mã này",
                            "is the unit of this row itself, which would concern nobody; remove it"));
    } else {
      known.unit(row, "except_units", code, {day.date, day.date});
    }
  }
  for (const auto& code : day.except_staff) (void)known.staff(row, "except_staff", code);
}

}  // namespace

void plan_calendar(ImportTask& task) {
  const ImportColumns columns{{"date", "kind", "name", "works_like"},
                              {"unit_code", "from_time", "except_units", "except_staff", "paper"}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.calendar);
  std::vector<Stated<CalendarDay>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    CalendarDay day{
        row.date("date"),          row.needed_word("kind", calendar_words()).value_or(CalendarKind::holiday),
        row.needed_text("name"),   row.word("works_like", weekday_words()),
        row.code("unit_code"),     row.clock("from_time").value_or(attendance::minutes(0)),
        row.codes("except_units"), row.codes("except_staff"),
        row.text("paper")};
    if (!row.good()) return;
    in_force.trust_unchanged(row, day);
    check_kind(row, day, task.report);
    if (!day.unit_code.empty()) known.unit(row, "unit_code", day.unit_code, {day.date, day.date});
    check_exceptions(row, day, known, task.report);
    file.push_back({std::move(day), row.line()});
  });
  merge(task, task.stored.calendar, std::move(file));
}

}  // namespace badge::app
