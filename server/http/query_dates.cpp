#include "server/http/query_dates.hpp"

#include <charconv>

namespace badge::http {
namespace {

constexpr int year_min = 2000;
constexpr int year_max = 2037;  // the last that zones are known for

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto end = digits.data() + digits.size();
  if (digits.empty() || std::from_chars(digits.data(), end, value).ptr != end) return std::nullopt;
  return value;
}

}  // namespace

std::optional<int> year_of(std::string_view text) {
  const auto year = number(text);
  if (text.size() != 4 || !year || *year < year_min || *year > year_max) return std::nullopt;
  return year;
}

std::optional<std::chrono::year_month> month_of(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto year = year_of(text.substr(0, 4)), month = number(text.substr(5));
  if (!year || !month || *month < 1 || *month > 12) return std::nullopt;
  return std::chrono::year(*year) / *month;
}

std::optional<attendance::Date> date_of(std::string_view text) {
  if (text.size() != 10 || text[7] != '-') return std::nullopt;
  const auto month = month_of(text.substr(0, 7));
  const auto day = number(text.substr(8));
  if (!month || !day || *day < 1 || !(*month / *day).ok()) return std::nullopt;
  return attendance::Date(*month / *day);
}

}  // namespace badge::http
