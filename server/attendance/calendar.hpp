#pragma once
#include <vector>

#include "server/attendance/facts.hpp"

namespace badge::attendance {

/// The days that differ from their weekday. Data, never computed: holidays and swaps come by decision.
class Calendar {
 public:
  Calendar() = default;
  explicit Calendar(std::vector<CalendarDay> days);  // of two rows for one date, the later supersedes

  /// Null: an ordinary day.
  [[nodiscard]] const CalendarDay* on(Date date) const;

  /// Whether people of a schedule with these weekdays (bit 0 Monday) work on that day.
  [[nodiscard]] bool is_working(Date date, std::uint8_t weekdays) const;

 private:
  std::vector<CalendarDay> days_;  // by date, each once
};

}  // namespace badge::attendance
