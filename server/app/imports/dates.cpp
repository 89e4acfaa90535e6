#include "server/app/imports/dates.hpp"

#include <fmt/format.h>

#include <charconv>

namespace badge::app {
namespace {

using attendance::Date;
using attendance::DateSpan;

/// Takes a number of `digits_min` to `digits_max` digits from the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t digits_min, std::size_t digits_max) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < digits_max && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits < digits_min) return std::nullopt;
  int number = 0;
  std::from_chars(text.data(), text.data() + digits, number);
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> date_of(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1900 || Date(date) > DateSpan::forever) return std::nullopt;
  return Date(date);
}

std::optional<Date> take_date(std::string_view& text) {
  const bool day_first = text.find('/') != std::string_view::npos;
  const char separator = day_first ? '/' : '-';
  const auto first = day_first ? take_number(text, 1, 2) : take_number(text, 4, 4);
  if (!first || !take(text, separator)) return std::nullopt;
  const auto month = take_number(text, day_first ? 1 : 2, 2);
  if (!month || !take(text, separator)) return std::nullopt;
  const auto last = day_first ? take_number(text, 4, 4) : take_number(text, 2, 2);
  if (!last) return std::nullopt;
  return day_first ? date_of(*last, *month, *first) : date_of(*first, *month, *last);
}

std::optional<std::chrono::seconds> take_clock(std::string_view& text) {
  const auto hour = take_number(text, 1, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
  const auto minute = take_number(text, 2, 2);
  if (!minute || *minute > 59) return std::nullopt;
  int second = 0;
  if (take(text, ':')) {
    const auto read = take_number(text, 2, 2);
    if (!read || *read > 59) return std::nullopt;
    second = *read;
  }
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(second);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  const auto date = take_date(text);
  return text.empty() ? date : std::nullopt;
}

std::optional<std::chrono::seconds> parse_clock(std::string_view text) {
  const auto clock = take_clock(text);
  return text.empty() ? clock : std::nullopt;
}

std::optional<attendance::LocalTime> parse_local_time(std::string_view text) {
  const auto date = take_date(text);
  if (!date) return std::nullopt;
  if (text.empty()) return attendance::LocalTime(*date);
  if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
  const auto clock = parse_clock(text);
  if (!clock) return std::nullopt;
  return attendance::LocalTime(*date) + *clock;
}

std::string show_date(Date date) {
  const std::chrono::year_month_day day(date);
  return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(day.day()), static_cast<unsigned>(day.month()),
                     static_cast<int>(day.year()));
}

std::string show_span(const DateSpan& span) {
  return show_date(span.from) + "–" + (span.to == DateSpan::forever ? "" : show_date(span.to));
}

}  // namespace badge::app
