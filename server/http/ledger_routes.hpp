#pragma once
#include "server/http/router.hpp"

namespace badge::app {
class Evidence;
}  // namespace badge::app

namespace badge::http {

/// Leave, papers, duty and clocks, for administrators and for HR officers within their unit:
///   GET /api/v1/reports/leave?year=2026&staff=CB001               one person, day by day
///   GET /api/v1/reports/leave?year=2026&unit=SNV[&format=csv]     a row for each person
///   GET /api/v1/reports/papers?month=2026-07&unit=SNV[&format=csv]
///   GET /api/v1/reports/duties?month=2026-07&unit=SNV[&format=csv]
///   GET /api/v1/reports/clocks[?format=csv]                       taps whose clock is in doubt, of
///   everywhere
/// What does not exist, or is not the asker's to see, is 404 alike. `evidence` must outlive the router.
void add_ledger_routes(Router& router, const app::Evidence& evidence);

}  // namespace badge::http
