#include "server/app/imports/schedule_files.hpp"

namespace badge::app {

void plan_schedules(ImportTask& task) {
  auto schedules = is_schedule_table(task.text) ? read_schedule_table(task) : read_schedule_toml(task);
  task.plan.rows = schedules.size();  // one fact each, whatever lines it has
  merge(task, task.stored.schedules, std::move(schedules));
}

}  // namespace badge::app
