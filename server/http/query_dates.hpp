#pragma once
#include <chrono>
#include <optional>
#include <string_view>

#include "server/attendance/facts.hpp"

namespace badge::http {

// Dates as requests name them. Years from 2000 to 2037, the last that zones are known for.
[[nodiscard]] std::optional<std::chrono::year_month> month_of(std::string_view text);  // "2026-07"
[[nodiscard]] std::optional<attendance::Date> date_of(std::string_view text);          // "2026-07-09"

}  // namespace badge::http
