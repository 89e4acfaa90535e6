#include "server/attendance/timesheet_facts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace badge::attendance {

namespace {

constexpr std::array<std::string_view, day_meanings> words = {
    "worked",       "half_worked",  "holiday",    "closure",       "without_reason", "other_unit",
    "annual_leave", "sick",         "child_sick", "maternity",     "accident",       "personal_paid",
    "unpaid",       "compensatory", "study",      "business_trip", "permitted_work", "permitted_private",
    "field_work",   "dispatch"};

}  // namespace

DayMeaning meaning_of(AbsenceKind kind) {
  constexpr auto first = static_cast<std::uint8_t>(DayMeaning::annual_leave);
  static_assert(first + static_cast<std::uint8_t>(AbsenceKind::dispatch) + 1 == day_meanings);
  return static_cast<DayMeaning>(first + static_cast<std::uint8_t>(kind));
}

std::string_view to_string(DayMeaning meaning) { return words[static_cast<std::size_t>(meaning)]; }

std::optional<DayMeaning> parse_day_meaning(std::string_view word) {
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return std::nullopt;
  return static_cast<DayMeaning>(found - words.begin());
}

}  // namespace badge::attendance
