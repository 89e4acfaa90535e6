#pragma once
#include <chrono>

#include "server/store/snapshot.hpp"

namespace badge::store {

/// Months as numbers, so that they can be keys: year * 12 + month - 1, UTC.
using MonthNumber = std::int32_t;

[[nodiscard]] constexpr MonthNumber month_number(std::chrono::year_month month) {
  return static_cast<int>(month.year()) * 12 + static_cast<int>(static_cast<unsigned>(month.month())) - 1;
}
[[nodiscard]] constexpr MonthNumber month_number(std::chrono::sys_seconds at) {
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(at));
  return month_number(date.year() / date.month());
}
[[nodiscard]] constexpr std::chrono::year_month month_of(MonthNumber number) {
  return std::chrono::year(number / 12) / std::chrono::month(static_cast<unsigned>(number % 12 + 1));
}

/// The months in whose reach `at` lies: its own and, near an end, its neighbour. first <= last.
struct MonthsReached {
  MonthNumber own, first, last;
};
[[nodiscard]] constexpr MonthsReached months_reached(std::chrono::sys_seconds at) {
  return {month_number(at), month_number(at - month_reach), month_number(at + month_reach)};
}

/// The taps of one credential in one month have one row; its id sorts by month, then credential.
[[nodiscard]] constexpr std::int64_t month_row_id(MonthNumber month, std::uint32_t credential_no) {
  return std::int64_t{month} << 32 | credential_no;
}

}  // namespace badge::store
