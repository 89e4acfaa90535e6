#pragma once
#include "server/app/iso_time.hpp"
#include "server/app/requests.hpp"
#include "server/http/event_hub.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// What people explain and ask for themselves (/own/…), and what waits for those who answer for them
/// (/waiting). Who decides or asks tells the pages that are open: "event: requests".
void add_request_routes(Router& router, app::Requests& requests, EventHub& events, app::ToLocal to_local);

}  // namespace badge::http
