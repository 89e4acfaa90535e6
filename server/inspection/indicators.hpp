#pragma once
/// What other systems count of a unit, in their own words: we keep it and put it side by side, no more.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "server/inspection/words.hpp"

namespace badge::inspection {

/// A year, or one quarter or month of it.
struct Period {
  int year = 0;     // 2000 to 2037, the last that zones are known for
  int quarter = 0;  // 1 to 4; 0: not a quarter
  int month = 0;    // 1 to 12; 0: not a month
  friend auto operator<=>(const Period&, const Period&) = default;
};

/// "2026-Q3", "2026-07" or "2026".
[[nodiscard]] std::optional<Period> parse_period(std::string_view text);
[[nodiscard]] std::string to_string(const Period& period);  // as parse_period reads it

/// The one of the same length that ends where this one begins.
[[nodiscard]] Period before(const Period& period);

/// The first day and the last.
[[nodiscard]] std::pair<Date, Date> days_of(const Period& period);

/// What a system says of one unit and period.
struct IndicatorValue {
  std::string unit_code;
  Period period;
  Indicator indicator = Indicator::tasks_in_time;
  std::int64_t value = 0;    // how many; of a rate tenths of a percent
  std::string source_paper;  // which says so
  friend bool operator==(const IndicatorValue&, const IndicatorValue&) = default;
};

/// A share of something that is not told: rates of several units have no sum.
[[nodiscard]] constexpr bool is_rate(Indicator indicator) {
  return indicator == Indicator::online_service_percent;
}

}  // namespace badge::inspection
