#pragma once
#include "server/app/inspections/desk.hpp"
#include "server/http/event_hub.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// /api/v1/inspections, /api/v1/inspection-plans, /api/v1/feedback. What is written is told to `events`.
void add_inspection_routes(Router& router, app::InspectionDesk& desk, const app::Evidence& evidence,
                           EventHub& events);

}  // namespace badge::http
