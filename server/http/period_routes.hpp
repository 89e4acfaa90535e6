#pragma once
#include "server/app/month_reports.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// Reports of a month, a quarter, a half-year, a year, two days or a named period, beside the period before:
/// GET /api/v1/periods/units?period=&unit=&count=, people?…, months?… (of a unit) and person?period=&staff=,
/// each as .json, .csv and .xlsx; and GET /api/v1/periods, the names that the office has stated. Both must
/// outlive the router.
void add_period_routes(Router& router, const app::Evidence& evidence, app::MonthReports& months);

}  // namespace badge::http
