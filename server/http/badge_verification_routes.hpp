#pragma once
#include "server/app/inspections/badge_verification.hpp"
#include "server/app/inspections/desk.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// GET /api/v1/inspections/badge?text=&inspection=: whose badge an inspector holds in their hands. Everything
/// must outlive the router.
void add_badge_verification_routes(Router& router, const app::Evidence& evidence, app::NowBoard& board,
                                   const app::SecretKey& key, const app::InspectionDesk& desk);

}  // namespace badge::http
