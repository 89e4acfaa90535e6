#pragma once
/// What timesheets say in words. Pure.
#include <string>
#include <string_view>

#include "server/app/language.hpp"
#include "server/app/timesheets.hpp"

namespace badge::app {

inline constexpr int first_sum_number = 32;  // of the form's columns: 1 to 31 are days

/// "Số công hưởng lương thời gian" of "time"; a heading of the office's own comes back as it is.
[[nodiscard]] std::string heading_of(std::string_view column, Language language);

/// "Chấm công theo giờ (8 giờ là một công)".
[[nodiscard]] std::string_view describe(attendance::TimesheetMethod method, Language language);

/// Why the cell has no symbol, and what mends that; a sentence.
[[nodiscard]] std::string describe(const attendance::TimesheetGap& gap, Language language);

/// A figure as it is printed: "20,5" days, or by hour "22,4".
[[nodiscard]] std::string sum_text(const attendance::TimesheetSum& sum, attendance::TimesheetMethod method,
                                   Language language);

}  // namespace badge::app
