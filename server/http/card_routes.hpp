#pragma once
#include "server/app/card_desk.hpp"
#include "server/http/event_hub.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// The box of temporary cards, for guards, HR officers and administrators within their units:
///   GET  /api/v1/temporary-cards                 which are free, who has which
///   GET  /api/v1/temporary-cards/people?find=…   to whom one may be lent
///   POST /api/v1/temporary-cards/{loans,returns,undo}
/// for those of all units:
///   POST /api/v1/temporary-cards, /api/v1/temporary-cards/ends
/// and of oneself:
///   GET  /api/v1/own/loans
void add_card_routes(Router& router, app::CardDesk& desk, EventHub& events);

}  // namespace badge::http
