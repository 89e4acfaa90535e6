#pragma once
#include "server/attendance/facts.hpp"

namespace badge::attendance {

/// Whether the date's weekday is among `weekdays`: bit 0 Monday … bit 6 Sunday.
[[nodiscard]] constexpr bool has_weekday_of(std::uint8_t weekdays, Date date) {
  return (weekdays & (1U << (std::chrono::weekday(date).iso_encoding() - 1))) != 0;
}

}  // namespace badge::attendance
