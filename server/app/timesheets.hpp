#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/scope.hpp"
#include "server/app/unit_report.hpp"
#include "server/attendance/timesheet.hpp"

namespace badge::app {

/// A unit's timesheet of the pay period that it calls `month`, with what is printed around it.
struct TimesheetReport {
  std::chrono::year_month month{};
  UnitName unit;     // as the period knew it
  std::string body;  // whose division it is; its own name where nothing stands above it
  attendance::TimesheetForm form;
  attendance::Timesheet sheet;
  UnitState state = UnitState::open;
  std::string closed_by;  // empty: open
  std::optional<attendance::LocalTime> closed_at;
  std::uint64_t version = 0;  // the last position of the facts that it was made from
  attendance::LocalTime made_at;
};

enum class NoTimesheet : std::uint8_t {
  not_found,  // there is no such unit then, or not within the scope
  too_long,   // a period of more days than the form has columns
};

/// Of a closed period the verdicts are those of its sheet, the papers those that it was judged from, and the
/// symbols those that are stated now for that time. Any thread; blocks. Throws SqliteError.
[[nodiscard]] tl::expected<TimesheetReport, NoTimesheet> timesheet_report(const Evidence& evidence,
                                                                          std::string_view unit,
                                                                          std::chrono::year_month month,
                                                                          const Scope& scope);

/// The symbols that hold where an office states none: a file of `symbols` that ships with the program, and
/// what it says.
[[nodiscard]] std::string_view default_symbols_csv();
[[nodiscard]] const std::vector<attendance::TimesheetSymbol>& default_symbols();

}  // namespace badge::app
