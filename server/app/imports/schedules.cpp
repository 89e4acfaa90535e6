#include "server/app/imports/schedule_files.hpp"

namespace badge::app {
namespace {

/// Taps that count only from the minute of the start on, or up to that of the end: allowed, and seldom meant.
void note_narrow_windows(ImportTask& task, const attendance::Schedule& schedule) {
  if (schedule.taps == attendance::TapsDemanded::none) return;
  for (const auto& season : schedule.seasons) {
    for (const auto& session : season.sessions) {
      if (session.opens_before.count() > 0 && session.closes_after.count() > 0) continue;
      task.plan.notes.push_back(task.report.say(
          "lịch \"{}\", buổi \"{}\": lượt quét trước giờ bắt đầu hoặc sau giờ kết thúc không được tính; xem "
          "lại opens_before_min và closes_after_min",
          "schedule \"{}\", session \"{}\": taps before its start, or after its end, do not count; look at "
          "opens_before_min and closes_after_min",
          schedule.name, session.name));
      return;  // the first says enough
    }
  }
}

}  // namespace

void plan_schedules(ImportTask& task) {
  auto schedules = is_schedule_table(task.text) ? read_schedule_table(task) : read_schedule_toml(task);
  for (const auto& [schedule, line] : schedules) note_narrow_windows(task, schedule);
  task.plan.rows = schedules.size();  // one fact each, whatever lines it has
  merge(task, task.stored.schedules, std::move(schedules));
}

}  // namespace badge::app
