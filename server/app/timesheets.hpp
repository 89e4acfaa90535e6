#pragma once
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/period_sheet.hpp"
#include "server/attendance/timesheet.hpp"

namespace badge::app {

/// A unit's timesheet, with what is printed around it.
struct TimesheetReport {
  PeriodSheet of;
  std::string body;  // whose division it is
  attendance::TimesheetForm form;
  attendance::Timesheet sheet;
};

enum class NoTimesheet : std::uint8_t {
  not_found,  // there is no such unit then, or not within the scope
  too_long,   // a period of more days than the form has columns
};

/// Of the pay period that the unit calls `month`; of a closed one as period_sheet.hpp has it, by the symbols
/// and the form that were stated for that time when it was closed. What it could not print then for want of a
/// symbol takes the one that is stated now; and if no form was stated then, the texts of today's stand around
/// it. Any thread; blocks. Throws SqliteError.
[[nodiscard]] tl::expected<TimesheetReport, NoTimesheet> timesheet_report(const Evidence& evidence,
                                                                          std::string_view unit,
                                                                          std::chrono::year_month month,
                                                                          const Scope& scope);

/// The symbols that hold where an office states none: a file of `symbols` that ships with the program, and
/// what it says.
[[nodiscard]] std::string_view default_symbols_csv();
[[nodiscard]] const std::vector<attendance::TimesheetSymbol>& default_symbols();

}  // namespace badge::app
