#pragma once
#include "server/http/router.hpp"

namespace badge::app {
class Evidence;
}

namespace badge::http {

/// What holds, for administrators and HR officers, each as far as it holds for their own units; it is changed
/// by imports (import_routes.hpp), whose columns and keys these answers use:
///   GET /api/v1/calendar?year=2026
///   GET /api/v1/schedules
void add_hours_routes(Router& router, const app::Evidence& evidence);

}  // namespace badge::http
