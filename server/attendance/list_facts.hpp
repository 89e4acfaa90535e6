#pragma once
/// What offices state about the lists that a head acts on. Judges nobody. Plain values, like those of
/// facts.hpp.
#include <cstdint>
#include <optional>
#include <string>

#include "server/attendance/facts.hpp"

namespace badge::attendance {

inline constexpr std::int32_t late_times_max = 1000;  // more sessions than a year has

/// From `valid_from` on, whom the lists of the unit and all below it name. Nobody guesses these numbers:
/// where none is stated there is no such list.
struct ListRule {
  std::string unit_code;  // empty: for everybody
  Date valid_from;
  std::optional<std::int32_t> late_times;  // late so often in a period, or more
  std::optional<minutes> away_min;         // out between taps for longer than this
  std::string rule;  // that says so: "Điều 5 Nội quy số 12/QĐ-SNV"; empty: the house rules in force
  friend bool operator==(const ListRule&, const ListRule&) = default;
};

/// The report (*báo cáo kết quả*) on a business trip that begins on this day.
struct TripReport {
  std::string staff_code;
  Date trip_from;
  Date reported_on;
  std::string paper;  // its number
  friend bool operator==(const TripReport&, const TripReport&) = default;
};

}  // namespace badge::attendance
