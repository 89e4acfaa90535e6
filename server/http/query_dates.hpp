#pragma once
/// Months and days as a query names them, within the years that time zones are known for: 2000 to 2037.
#include <chrono>
#include <optional>
#include <string_view>

#include "server/attendance/facts.hpp"

namespace badge::http {

[[nodiscard]] std::optional<int> year_of(std::string_view text);                       // "2026"
[[nodiscard]] std::optional<std::chrono::year_month> month_of(std::string_view text);  // "2026-07"
[[nodiscard]] std::optional<attendance::Date> date_of(std::string_view text);          // "2026-07-09"

}  // namespace badge::http
