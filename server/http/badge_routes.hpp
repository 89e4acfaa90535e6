#pragma once
#include "server/app/badge_desk.hpp"
#include "server/app/iso_time.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// Badges and whose they are, for administrators and HR officers of all units; numbers are masked everywhere:
///   GET  /api/v1/badges/unknown     cards that are nobody's yet
///   GET  /api/v1/badges?staff=CODE  a person's badges, old ones too
///   POST /api/v1/badges             one changes its state, another is issued, or both in one step
///   GET  /api/v1/people?find=WORDS  whom to give it to
void add_badge_routes(Router& router, app::BadgeDesk& desk, app::ToLocal to_local);

}  // namespace badge::http
