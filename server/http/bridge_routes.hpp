#pragma once
#include <functional>

#include "server/app/ingest.hpp"
#include "server/app/roster.hpp"
#include "server/attendance/facts.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// What bridges ask: /bridge/batches and /bridge/roster. `today` is the office's date.
void add_bridge_routes(Router& router, app::Ingest& ingest, const app::Rosters& rosters,
                       std::function<attendance::LocalTime()> now);

}  // namespace badge::http
