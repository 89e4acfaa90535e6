#pragma once
#include "server/app/inspections/issuing_body.hpp"
#include "server/http/router.hpp"

namespace badge::app {
class Evidence;
}

namespace badge::http {

/// /units/{unit}/deviations.json and .pdf (openapi.yaml). A unit that does not exist, or is not the asker's
/// to see, is 404 alike. `evidence` must outlive the router.
void add_deviation_routes(Router& router, const app::Evidence& evidence, app::IssuingBody body);

}  // namespace badge::http
