#pragma once
#include "server/http/router.hpp"

namespace badge::app {
class Evidence;
class MonthReports;
}  // namespace badge::app

namespace badge::http {

/// Reports, for administrators and for HR officers within their unit:
///   GET /api/v1/months                                          months that hold taps, and the one to begin
///   with GET /api/v1/reports/units?month=2026-07[&unit=][&count=own|subtree][&format=json|csv] GET
///   /api/v1/reports/people?month=2026-07&unit=SNV[&count=own|subtree] GET
///   /api/v1/reports/person?staff=CB001&month=2026-07 GET /api/v1/why?staff=CB001&date=2026-07-09
/// What does not exist, or is not the asker's to see, is 404 alike. Both must outlive the router.
void add_report_routes(Router& router, const app::Evidence& evidence, app::MonthReports& months);

}  // namespace badge::http
