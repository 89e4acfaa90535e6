#include "server/attendance/calendar.hpp"

#include <algorithm>
#include <tuple>

namespace badge::attendance {

namespace {

auto key_of(const CalendarDay& day) { return std::tie(day.date, day.unit_code); }

bool is_among(const std::vector<std::string>& codes, std::string_view code) {
  return std::binary_search(codes.begin(), codes.end(), code);
}

}  // namespace

Calendar::Calendar(std::vector<CalendarDay> days) : days_(std::move(days)) {
  std::reverse(days_.begin(), days_.end());  // the later row first, so that `unique` keeps it
  std::stable_sort(days_.begin(), days_.end(),
                   [](const auto& a, const auto& b) { return key_of(a) < key_of(b); });
  const auto same_key = [](const auto& a, const auto& b) { return key_of(a) == key_of(b); };
  days_.erase(std::unique(days_.begin(), days_.end(), same_key), days_.end());
}

std::span<const CalendarDay> Calendar::on(Date date) const {
  const auto first = std::lower_bound(days_.begin(), days_.end(), date,
                                      [](const CalendarDay& day, Date d) { return day.date < d; });
  auto last = first;
  while (last != days_.end() && last->date == date) ++last;
  return {first, last};
}

const CalendarDay* Calendar::for_everybody_on(Date date) const {
  const auto rows = on(date);
  return rows.empty() || !rows.front().unit_code.empty() ? nullptr : &rows.front();
}

bool has_weekday(std::uint8_t weekdays, std::chrono::weekday day) {
  return (weekdays & (1U << (day.iso_encoding() - 1))) != 0;
}

bool is_working(const CalendarDay* row, Date date, std::uint8_t weekdays) {
  if (row == nullptr) return has_weekday(weekdays, std::chrono::weekday(date));
  switch (row->kind) {
    case CalendarKind::holiday:
    case CalendarKind::off:
      return false;
    case CalendarKind::working:
      // A make-up day is for those who work on the weekday that it makes up for; where none is named, for
      // all.
      return !row->works_like || has_weekday(weekdays, *row->works_like);
    case CalendarKind::closure:
    case CalendarKind::ordinary:
      return has_weekday(weekdays, std::chrono::weekday(date));
  }
  return false;
}

bool excepts_staff(const CalendarDay& row, std::string_view staff_code) {
  return is_among(row.except_staff, staff_code);
}

bool excepts_unit(const CalendarDay& row, std::string_view unit_code) {
  return is_among(row.except_units, unit_code);
}

}  // namespace badge::attendance
