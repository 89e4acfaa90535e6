#include "server/app/imports/written_dates.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "server/app/header_words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

constexpr int months = 12;
constexpr int days_max = 31;

/// A number of up to four digits from the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t& digits) {
  constexpr std::size_t digits_max = 4;
  for (digits = 0; digits < text.size() && text[digits] >= '0' && text[digits] <= '9';) ++digits;
  if (digits == 0 || digits > digits_max) return std::nullopt;
  int number = 0;
  std::from_chars(text.data(), text.data() + digits, number);
  text.remove_prefix(digits);
  return number;
}

}  // namespace

std::optional<attendance::Date> WrittenDate::date() const {
  const auto year = is_year_first ? first : third, day = is_year_first ? third : first;
  if (second > months || day > days_max) return std::nullopt;
  const auto date = std::chrono::year(year) / second / day;
  if (!date.ok()) return std::nullopt;
  return attendance::Date(date);
}

bool WrittenDate::is_month_first() const {
  return !is_year_first && second > months && second <= days_max && first >= 1 && first <= months;
}

bool WrittenDate::is_day_first() const { return !is_year_first && first > months && first <= days_max; }

std::optional<WrittenDate> written_date(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != ' ') plain += c;
  }
  std::string_view rest = plain;
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> digits{};
  const auto sign = rest.substr(0, std::min(rest.find_first_not_of("0123456789"), rest.size())).size();
  if (sign == rest.size() || std::string_view("/-.").find(rest[sign]) == std::string_view::npos)
    return std::nullopt;
  const char between = rest[sign];
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto number = take_number(rest, digits[i]);
    const bool is_last = i + 1 == numbers.size();
    if (!number || (is_last ? !rest.empty() : !rest.starts_with(between))) return std::nullopt;
    if (!is_last) rest.remove_prefix(1);
    numbers[i] = *number;
  }
  constexpr std::size_t of_year = 4, of_others_max = 2;
  if (digits[1] > of_others_max) return std::nullopt;
  const bool is_year_first = digits[0] == of_year;
  if (is_year_first ? digits[2] > of_others_max : digits[0] > of_others_max || digits[2] != of_year)
    return std::nullopt;
  return WrittenDate{numbers[0], numbers[1], numbers[2], is_year_first};
}

std::string written_clock(std::string_view text) {
  if (text.find_first_of(":.") != std::string_view::npos) return std::string(text);
  auto words = plain_words(text);
  for (const std::string_view hour : {"gio", "h", "g"}) {
    if (const auto at = words.find(hour); at != std::string::npos) {
      words.replace(at, hour.size(), " ");
      break;
    }
  }
  std::string_view rest = documents::trimmed(words);
  std::size_t digits = 0;
  const auto hours = take_number(rest, digits);
  rest = documents::trimmed(rest);
  const auto minutes = rest.empty() ? std::optional(0) : take_number(rest, digits);
  if (rest.starts_with(" phut")) rest = {};
  constexpr int hours_max = 24, minutes_max = 59;
  if (!hours || !minutes || !rest.empty() || *hours > hours_max || *minutes > minutes_max)
    return std::string(text);
  return fmt::format("{:02}:{:02}", *hours, *minutes);
}

}  // namespace badge::app
