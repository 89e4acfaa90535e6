#include "server/app/timesheet_printing.hpp"

#include "server/app/timesheet_workbook.hpp"

namespace badge::app {

tl::expected<std::string, std::string> xlsx_of(const TimesheetReport& report,
                                               std::chrono::sys_seconds made_at) {
  return documents::xlsx_of(workbook_of(report), made_at);
}

}  // namespace badge::app
