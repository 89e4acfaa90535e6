#pragma once
/// Reports as JSON (openapi.yaml) and as CSV.
#include <boost/json/object.hpp>
#include <chrono>
#include <string>

#include "server/app/unit_report.hpp"
#include "server/app/why.hpp"

namespace badge::http {

enum class Count : std::uint8_t { own, subtree };  // which people a row's figures are about

[[nodiscard]] boost::json::object to_json(const app::UnitReport& report, Count count);
[[nodiscard]] boost::json::object to_json(const app::PeopleReport& report);
[[nodiscard]] boost::json::object to_json(const app::PersonReport& report);
[[nodiscard]] boost::json::object to_json(const app::Why& why);

/// One row a unit; the columns are those of the JSON, the rate with four decimals.
[[nodiscard]] std::string to_csv(const app::UnitReport& report, Count count);

[[nodiscard]] std::string month_text(std::chrono::year_month month);  // "2026-07"

}  // namespace badge::http
