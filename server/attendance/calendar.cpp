#include "server/attendance/calendar.hpp"

#include <algorithm>

namespace badge::attendance {

namespace {
bool has_weekday(std::uint8_t weekdays, std::chrono::weekday day) {
  return (weekdays & (1U << (day.iso_encoding() - 1))) != 0;
}
}  // namespace

Calendar::Calendar(std::vector<CalendarDay> days) : days_(std::move(days)) {
  std::reverse(days_.begin(), days_.end());  // the later row first, so that `unique` keeps it
  std::stable_sort(days_.begin(), days_.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
  const auto same_date = [](const auto& a, const auto& b) { return a.date == b.date; };
  days_.erase(std::unique(days_.begin(), days_.end(), same_date), days_.end());
}

const CalendarDay* Calendar::on(Date date) const {
  const auto found = std::lower_bound(days_.begin(), days_.end(), date,
                                      [](const CalendarDay& day, Date d) { return day.date < d; });
  return found == days_.end() || found->date != date ? nullptr : &*found;
}

bool Calendar::is_working(Date date, std::uint8_t weekdays) const {
  const auto* day = on(date);
  if (day == nullptr) return has_weekday(weekdays, std::chrono::weekday(date));
  if (day->kind != CalendarKind::working) return false;
  // A make-up day is for those who work on the weekday that it makes up for; where none is named, for all.
  return !day->works_like || has_weekday(weekdays, *day->works_like);
}

}  // namespace badge::attendance
