#include "server/inspection/indicators.hpp"

#include <charconv>

namespace badge::inspection {
namespace {

constexpr int year_min = 2000, year_max = 2037;
constexpr int quarters = 4, months = 12;

/// All of `text` in digits, from `min` to `max`.
std::optional<int> number(std::string_view text, int min, int max) {
  int value = 0;
  const auto* const end = text.data() + text.size();
  if (text.empty() || text.front() == '-') return std::nullopt;
  const auto read = std::from_chars(text.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end || value < min || value > max) return std::nullopt;
  return value;
}

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

}  // namespace

std::optional<Period> parse_period(std::string_view text) {
  const auto year = number(text.substr(0, 4), year_min, year_max);
  if (!year) return std::nullopt;
  if (text.size() == 4) return Period{*year};
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  if (text[5] == 'Q' || text[5] == 'q') {
    const auto quarter = number(text.substr(6), 1, quarters);
    return quarter ? std::optional(Period{*year, *quarter}) : std::nullopt;
  }
  const auto month = number(text.substr(5), 1, months);
  return month ? std::optional(Period{*year, 0, *month}) : std::nullopt;
}

std::string to_string(const Period& period) {
  const auto year = std::to_string(period.year);
  if (period.quarter != 0) return year + "-Q" + std::to_string(period.quarter);
  return period.month == 0 ? year : year + "-" + two_digits(period.month);
}

Period before(const Period& period) {
  if (period.quarter > 1) return {period.year, period.quarter - 1};
  if (period.month > 1) return {period.year, 0, period.month - 1};
  return {period.year - 1, period.quarter == 0 ? 0 : quarters, period.month == 0 ? 0 : months};
}

std::pair<Date, Date> days_of(const Period& period) {
  using namespace std::chrono;
  const auto first = static_cast<unsigned>(period.quarter != 0 ? 3 * period.quarter - 2
                                           : period.month != 0 ? period.month
                                                               : 1);
  const auto last = static_cast<unsigned>(period.quarter != 0 ? 3 * period.quarter
                                          : period.month != 0 ? period.month
                                                              : months);
  const std::chrono::year in(period.year);
  return {Date(in / month(first) / 1), Date(in / month(last) / std::chrono::last)};
}

}  // namespace badge::inspection
