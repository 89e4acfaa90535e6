#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "server/attendance/facts.hpp"

namespace badge::attendance {

/// The days that differ from their weekday. Data, never computed: holidays, swaps and closures come by
/// decision.
class Calendar {
 public:
  Calendar() = default;
  explicit Calendar(
      std::vector<CalendarDay> days);  // of two rows for one date and unit, the later supersedes

  /// Every row of that date; that for everybody first, then by unit.
  [[nodiscard]] std::span<const CalendarDay> on(Date date) const;
  /// The row for everybody. Null: an ordinary day.
  [[nodiscard]] const CalendarDay* for_everybody_on(Date date) const;

 private:
  std::vector<CalendarDay> days_;  // by date, then unit; each once
};

/// Whether people of a schedule with these weekdays (bit 0 Monday) work on that day, by the row that holds
/// for them; null: none.
[[nodiscard]] bool is_working(const CalendarDay* row, Date date, std::uint8_t weekdays);

[[nodiscard]] bool has_weekday(std::uint8_t weekdays, std::chrono::weekday day);

/// Whether the row does not concern this person, or this unit (and all below it).
[[nodiscard]] bool excepts_staff(const CalendarDay& row, std::string_view staff_code);
[[nodiscard]] bool excepts_unit(const CalendarDay& row, std::string_view unit_code);

}  // namespace badge::attendance
