#pragma once
/// Dates and times as offices write them in files. Pure; all of them are the office's wall clock.
#include <optional>
#include <string>
#include <string_view>

#include "server/attendance/facts.hpp"

namespace badge::app {

/// "2026-03-09", "09/03/2026" or "9/3/2026" (day first), from 1900 to the last day of DateSpan::forever.
[[nodiscard]] std::optional<attendance::Date> parse_date(std::string_view text);

/// A date, then 'T' or a space, then "07:30" or "07:30:59"; a date alone is its midnight.
[[nodiscard]] std::optional<attendance::LocalTime> parse_local_time(std::string_view text);

/// "07:30", "7:30", "07:30:59": since midnight, under 24 hours.
[[nodiscard]] std::optional<std::chrono::seconds> parse_clock(std::string_view text);

/// "09/03/2026", in both languages.
[[nodiscard]] std::string show_date(attendance::Date date);

/// "09/03/2026–31/12/2026"; "09/03/2026–" where the end is open.
[[nodiscard]] std::string show_span(const attendance::DateSpan& span);

}  // namespace badge::app
