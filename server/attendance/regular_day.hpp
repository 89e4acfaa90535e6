#pragma once
#include "server/attendance/judge.hpp"

namespace badge::attendance {

/// Nearly every day of nearly everybody: in and out of every session, in time, by kept taps that can mean
/// nothing else, long settled, without a paper. Of such a day all rules together say "present" and nothing
/// more, so a month need not ask each of them. False says nothing about a day.
[[nodiscard]] bool is_regular_day(const DayFacts& facts);

}  // namespace badge::attendance
