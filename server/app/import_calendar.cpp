#include "server/app/import_merge.hpp"

namespace badge::app {

using attendance::CalendarDay;
using attendance::CalendarKind;

void plan_calendar(ImportTask& task) {
  const ImportColumns columns{{"date", "kind", "name", "works_like"}, {}};
  std::vector<Stated<CalendarDay>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    CalendarDay day{row.date("date"),
                    row.needed_word("kind", calendar_words()).value_or(CalendarKind::holiday),
                    row.needed_text("name"), row.word("works_like", weekday_words())};
    if (!row.good()) return;
    if (day.kind == CalendarKind::working && !day.works_like) {
      row.refuse("works_like",
                 task.report.say("ngày làm việc bù phải ghi làm theo ngày nào, ví dụ mon hoặc thứ Hai",
                                 "a working day must say which weekday it works like, for example mon"));
    } else if (day.kind != CalendarKind::working && day.works_like) {
      row.refuse("works_like", task.report.say("chỉ ghi ở ngày làm việc (working); để trống",
                                               "belongs to working days only; leave it empty"));
    } else {
      file.push_back({std::move(day), row.line()});
    }
  });
  (void)merge(task, task.stored.calendar, std::move(file), [](const CalendarDay& day) { return day.date; });
}

}  // namespace badge::app
