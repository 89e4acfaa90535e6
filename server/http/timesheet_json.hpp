#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "server/app/language.hpp"
#include "server/app/timesheets.hpp"

namespace badge::http {

/// The sheet as data (openapi.yaml). Figures by day are numbers; by hour they are texts, "22,4".
[[nodiscard]] boost::json::object to_json(const app::TimesheetReport& report, app::Language language);

/// What has no symbol, by person and reason; the first `count` of them.
[[nodiscard]] boost::json::array gaps_json(const app::TimesheetReport& report, app::Language language,
                                           std::size_t count);

}  // namespace badge::http
