#pragma once
#include <chrono>
#include <string>
#include <tl/expected.hpp>

#include "server/app/timesheets.hpp"

namespace badge::app {

/// The timesheet as an .xlsx file (timesheet_workbook.hpp). The same report made at the same time gives the
/// same bytes. An error names the place and the rule: a text that no paper may hold.
[[nodiscard]] tl::expected<std::string, std::string> xlsx_of(const TimesheetReport& report,
                                                             std::chrono::sys_seconds made_at);

}  // namespace badge::app
