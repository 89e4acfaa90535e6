#pragma once
#include "server/app/iso_time.hpp"
#include "server/http/router.hpp"

namespace badge::app {
class PeriodCloses;
class SignOff;
}  // namespace badge::app

namespace badge::http {

/// Signing a unit's sheet before it is closed, and how far each unit is:
///   POST /api/v1/closes/prepare   {"unit", "month"} or {"unit", "from", "to"}, "sheet_sha256"; timekeepers
///   POST /api/v1/closes/confirm   the same; heads
///   GET  /api/v1/closes/preview?unit=&month= (or &from=&to=)   what would be signed or closed
///   GET  /api/v1/reports/progress?month=[&unit=]   every unit that the asker sees, or this one
/// Both must outlive the router.
void add_sign_off_routes(Router& router, app::SignOff& sign_off, const app::PeriodCloses& closes,
                         app::ToLocal to_local);

}  // namespace badge::http
