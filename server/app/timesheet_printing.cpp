#include "server/app/timesheet_printing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "server/app/timesheet_workbook.hpp"

namespace badge::app {

tl::expected<std::string, std::string> xlsx_of(const TimesheetReport& report,
                                               std::chrono::sys_seconds made_at) {
  return documents::xlsx_of(workbook_of(report), made_at);
}

std::string file_name_of(const TimesheetReport& report) {
  std::string code = report.unit.code;
  std::ranges::replace_if(
      code, [](unsigned char letter) { return letter > 0x7E || std::isalnum(letter) == 0; }, '-');
  return fmt::format("bang-cham-cong-{}-{:04}-{:02}", code, static_cast<int>(report.month.year()),
                     static_cast<unsigned>(report.month.month()));
}

}  // namespace badge::app
