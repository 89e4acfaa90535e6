#pragma once
/// Reads whole days from an iCalendar file (.ics, RFC 5545), as calendars of phones and mail programs give
/// them. libical is in its .cpp only. Any thread.
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace badge::documents {

inline constexpr std::size_t ical_events_max = 5000;          // of a province's calendars of ten years
inline constexpr std::chrono::days ical_event_days_max{366};  // a longer one is no event
inline constexpr std::chrono::hours office_ahead_of_utc{7};   // all of Viet Nam, without summer time

/// Why an event gives no days.
enum class EventFault : std::uint8_t {
  none,
  repeats,      // a rule of recurrence, or an exception to one: which days it means is not computed here
  part_of_day,  // it begins or ends within a day
  no_days,      // no beginning, an end before it, or longer than ical_event_days_max
  cancelled,
  other_zone,  // its times are those of a place outside Viet Nam
};

struct CalendarEvent {
  std::string summary;                  // in normal form C, on one line
  std::vector<std::string> categories;  // likewise
  std::chrono::local_days first, last;  // of the office's calendar, both of them in it; where it has no fault
  EventFault fault = EventFault::none;
  friend bool operator==(const CalendarEvent&, const CalendarEvent&) = default;
};

enum class IcalFault : std::uint8_t { no_calendar, not_utf8, too_many_events };

[[nodiscard]] bool looks_like_calendar(std::string_view bytes);

/// In the order of the file.
[[nodiscard]] tl::expected<std::vector<CalendarEvent>, IcalFault> read_ical(std::string_view bytes);

}  // namespace badge::documents
