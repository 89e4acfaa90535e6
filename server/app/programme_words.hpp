#pragma once
/// How programmes of a week write days, times and people. Pure.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/attendance/facts.hpp"

namespace badge::app {

/// "Thứ Hai, 06/7/2026", "Thứ Hai (06/7)", "06/7" or "Thứ Hai": the day of that week. Nothing: none, or a
/// day of another week.
[[nodiscard]] std::optional<attendance::Date> programme_date(std::string_view cell,
                                                             const attendance::DateSpan& week);

/// What a cell says of the time of day.
struct ProgrammeTime {
  bool morning = false, afternoon = false;       // both: the whole day
  std::vector<attendance::minutes> clocks = {};  // "8h00 - 11g30": two of them
};
/// Nothing: it says none, or hours in no order.
[[nodiscard]] std::optional<ProgrammeTime> programme_time(std::string_view cell);

/// "Đ/c Nguyễn Văn An - Phó Giám đốc; các phòng": "Nguyễn Văn An", "các phòng".
[[nodiscard]] std::vector<std::string> programme_people(std::string_view cell);

}  // namespace badge::app
