#pragma once
/// Reports as JSON (openapi.yaml).
#include <boost/json/object.hpp>
#include <chrono>
#include <string>

#include "server/app/now_report.hpp"
#include "server/app/unit_days.hpp"
#include "server/app/unit_report.hpp"
#include "server/app/why.hpp"

namespace badge::http {

using app::Count;

[[nodiscard]] boost::json::object to_json(const app::UnitReport& report, Count count, app::Language language);
[[nodiscard]] boost::json::object to_json(const app::PeopleReport& report, app::Language language);
[[nodiscard]] boost::json::object to_json(const app::UnitDays& days);
[[nodiscard]] boost::json::object to_json(const app::PersonReport& report);
[[nodiscard]] boost::json::object to_json(const app::Why& why);
[[nodiscard]] boost::json::object to_json(const app::NowCounts& counts);
[[nodiscard]] boost::json::object to_json(const app::NowReport& report);

/// staff_code, full_name, position, unit_code, unit_name.
void add_person(boost::json::object& object, const app::PersonName& person);
[[nodiscard]] boost::json::object to_json(const attendance::Tally& tally, std::uint32_t staff);

[[nodiscard]] std::string month_text(std::chrono::year_month month);  // "2026-07"
[[nodiscard]] std::string date_text(attendance::Date date);           // "2026-07-09"
/// "2026-07-09T07:37", of the office's wall clock; null where there is none.
[[nodiscard]] std::string minute_text(attendance::LocalTime at);
[[nodiscard]] boost::json::value minute_value(const std::optional<attendance::LocalTime>& at);

}  // namespace badge::http
