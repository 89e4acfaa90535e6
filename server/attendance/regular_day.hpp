#pragma once
#include "server/attendance/day_facts.hpp"
#include "server/attendance/verdict.hpp"

namespace badge::attendance {

/// When the taps of a regular day by this plan come.
[[nodiscard]] RegularTaps regular_taps(const DayPlan& plan);

/// Nearly every day of nearly everybody: in and out of every session, in time, by kept taps that can mean
/// nothing else, long settled, without a paper. Of such a day all rules together say "present" and nothing
/// more, so a month need not ask each of them. False says nothing about a day.
[[nodiscard]] bool is_regular_day(const DayFacts& facts);
/// Where it is one, `verdict` is overwritten.
[[nodiscard]] bool judge_regular_day(const DayFacts& facts, DayVerdict& verdict);

}  // namespace badge::attendance
