#pragma once
/// Which days a unit's month of pay has. Pure.
#include <chrono>
#include <functional>

#include "server/attendance/rule_book.hpp"

namespace badge::attendance {

inline constexpr int pay_first_day_max = 28;  // every month has it

/// The day of the month (1 to 28) on which pay periods begin, by the rule of a date.
using PayFirstDay = std::function<int(Date)>;

/// The pay period that is called `month`; it ends in that month. By the rule 1 it is the calendar month; by
/// 26 it runs from the 26th of the month before to the 25th. A period ends by the rule of its last day, or
/// where the rule of the day after begins another. So a new rule moves no period that is over before it, and
/// its own first period begins on the day after the one that ended last, however short or long that makes it.
[[nodiscard]] DateSpan pay_period(std::chrono::year_month month, const PayFirstDay& first_day);

/// … of the unit: by its own rule, else by that of the nearest unit above, as the tree stood on each date.
[[nodiscard]] DateSpan pay_period(std::chrono::year_month month, const RuleBook& book, UnitNo unit);

}  // namespace badge::attendance
