#pragma once
#include "server/app/inspections/desk.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// /api/v1/inspections, /api/v1/inspection-plans, /api/v1/feedback.
void add_inspection_routes(Router& router, app::InspectionDesk& desk, const app::Evidence& evidence);

}  // namespace badge::http
