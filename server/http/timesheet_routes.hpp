#pragma once
#include "server/http/router.hpp"

namespace badge::app {
class Evidence;
}

namespace badge::http {

/// /units/{unit}/timesheet.xlsx and .json (openapi.yaml). A unit that does not exist, or is not the asker's
/// to see, is 404 alike. `evidence` must outlive the router.
void add_timesheet_routes(Router& router, const app::Evidence& evidence);

}  // namespace badge::http
