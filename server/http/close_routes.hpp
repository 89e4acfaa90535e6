#pragma once
#include "server/app/iso_time.hpp"
#include "server/http/router.hpp"

namespace badge::app {
class Evidence;
class PeriodCloses;
}  // namespace badge::app

namespace badge::http {

/// Closing a unit's period (heads too, who thereby approve it), opening it again (not heads), and what came
/// after; each within the asker's unit:
///   POST /api/v1/closes              {"unit", "month"} or {"unit", "from", "to"}, "preliminary"
///   GET  /api/v1/closes?month=
///   GET  /api/v1/closes/{id}/sheet   the frozen sheet, every session
///   POST /api/v1/closes/{id}/reopen  {"reason"}
///   GET  /api/v1/reports/changes?unit=&month= (or &from=&to=)[&since=]
/// Both must outlive the router.
void add_close_routes(Router& router, app::PeriodCloses& closes, const app::Evidence& evidence,
                      app::ToLocal to_local);

}  // namespace badge::http
