#pragma once
#include <vector>

#include "server/app/live.hpp"
#include "server/http/event_hub.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// GET /live: taps as they become durable, as server-sent events; EventHub says who sees what. GET
/// /live/temporary-cards: only that the box has changed, for those who must not see who passes. GET
/// /live/inspections: only that a file of inspection has changed, for those who may know of it.
void add_live_routes(Router& router);

/// "event: tap" with one line of JSON. A subscriber with a unit scope sees people of those units only, who
/// has none their own taps, and neither an unknown card: it may be anybody's.
[[nodiscard]] std::vector<Event> to_events(std::vector<app::LiveEvent> taps);

/// "event: cards", for the units above a box of temporary cards: ask /temporary-cards again.
[[nodiscard]] Event cards_changed(std::vector<std::string> unit_path);

/// "event: inspection" with the id of a file of inspection (32 hexadecimal digits): ask for it again.
[[nodiscard]] Event inspection_changed(const std::string& file,
                                       std::function<bool(const app::Identity&)> may_know);

/// "event: entrances", for unlimited scopes: ask /entrances again.
[[nodiscard]] Event entrances_changed();

}  // namespace badge::http
