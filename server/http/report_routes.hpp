#pragma once
#include "server/http/router.hpp"

namespace badge::app {
class Evidence;
class MonthReports;
class NowBoard;
}  // namespace badge::app

namespace badge::http {

/// /months, /reports/units, /reports/people, /reports/days, /reports/person, /reports/now and /why
/// (openapi.yaml). What does not exist, or is not the asker's to see, is 404 alike. All three must outlive
/// the router.
void add_report_routes(Router& router, const app::Evidence& evidence, app::MonthReports& months,
                       app::NowBoard& board);

}  // namespace badge::http
