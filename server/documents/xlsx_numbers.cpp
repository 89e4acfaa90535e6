#include "server/documents/xlsx_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace badge::documents {
namespace {

using Kind = NumberFormat::Kind;

/// The code without what only decorates: quoted words, escaped letters, colours, languages; lower case.
/// Of the parts for positive, negative and zero the first.
std::string bare(std::string_view code) {
  std::string plain;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == ';') break;
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next letter is shown, or its width is left free
    } else if (c == '[') {
      const auto end = std::min(code.find(']', i), code.size());
      const auto inside = code.substr(i + 1, end - i - 1);
      const bool is_elapsed = !inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos;
      if (is_elapsed) plain += 'h';
      i = end;
    } else {
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return plain;
}

}  // namespace

NumberFormat number_format_of(std::string_view code) {
  const auto plain = bare(code);
  if (plain.starts_with("general")) return {};
  const bool has_clock = plain.find_first_of("hs") != std::string::npos;
  // A month alone ("mmmm") is a date; beside hours an m is minutes.
  const bool has_date =
      plain.find_first_of("dy") != std::string::npos || (!has_clock && plain.find('m') != std::string::npos);
  if (has_date) return {Kind::date};
  if (has_clock) return {Kind::time};
  const bool is_zeros = !plain.empty() && plain.find_first_not_of('0') == std::string::npos;
  constexpr std::size_t digits_max = std::numeric_limits<double>::digits10;
  return {Kind::number,
          is_zeros ? static_cast<std::uint8_t>(std::min(plain.size(), digits_max)) : std::uint8_t{0}};
}

NumberFormat built_in_number_format(std::uint32_t id) {
  const auto within = [&](std::uint32_t first, std::uint32_t last) { return first <= id && id <= last; };
  if (within(18, 21) || within(45, 47)) return {Kind::time};
  if (within(14, 22) || within(27, 36) || within(50, 58)) return {Kind::date};
  return {};
}

std::optional<SheetMoment> moment_of(double serial, DateSystem system, Kind kind) {
  using std::chrono::days;
  using std::chrono::local_days;
  using std::chrono::seconds;
  using std::chrono::year;
  constexpr std::int64_t day_s = 86'400;
  constexpr double serial_max = 2'958'466;  // 31/12/9999 and a day
  constexpr std::int64_t never_was = 60;    // 29/02/1900
  if (!(serial >= 0) || serial >= serial_max) return std::nullopt;
  const auto all = static_cast<std::int64_t>(std::llround(serial * static_cast<double>(day_s)));
  const auto day = all / day_s;
  const seconds of_day(all % day_s);
  if (kind == Kind::time && day == 0) return SheetMoment{std::chrono::local_seconds(of_day), false};
  if (system == DateSystem::from_1904)
    return SheetMoment{local_days(year(1904) / 1 / 1) + days(day) + of_day};
  if (day == 0 || day == never_was) return std::nullopt;
  const auto before_first =
      day < never_was ? local_days(year(1899) / 12 / 31) : local_days(year(1899) / 12 / 30);
  return SheetMoment{before_first + days(day) + of_day};
}

}  // namespace badge::documents
