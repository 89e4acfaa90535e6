#pragma once
/// Dates and times as clerks type them. Pure.
#include <optional>
#include <string>
#include <string_view>

#include "server/attendance/facts.hpp"

namespace badge::app {

/// Three numbers with the same sign between them: "9/3/2026", "09-03-2026", "9.3.2026", "2026-03-09".
struct WrittenDate {
  int first = 0, second = 0, third = 0;
  bool is_year_first = false;

  /// Day before month, or year before both. Nothing: there is no such day.
  [[nodiscard]] std::optional<attendance::Date> date() const;
  /// "03/25/2026": a day only if the month stands first.
  [[nodiscard]] bool is_month_first() const;
  /// "25/03/2026": it says which number is the day.
  [[nodiscard]] bool is_day_first() const;
};

[[nodiscard]] std::optional<WrittenDate> written_date(std::string_view text);

/// "7h30", "7 giờ 30", "07:30" and "7h" as "07:30"; anything else as it is.
[[nodiscard]] std::string written_clock(std::string_view text);

}  // namespace badge::app
