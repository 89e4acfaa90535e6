#include "server/http/live_routes.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace badge::http {

void add_live_routes(Router& router) {
  router.add_event_stream("/api/v1/live",
                          {Role::administrator, Role::hr, Role::head, Role::timekeeper, Role::staff},
                          Topic::people);
  router.add_event_stream("/api/v1/live/temporary-cards", {Role::administrator, Role::hr, Role::guard},
                          Topic::cards);
  router.add_event_stream("/api/v1/live/inspections", {Role::inspector, Role::head, Role::hr, Role::staff},
                          Topic::inspections);
}

std::vector<Event> to_events(std::vector<app::LiveEvent> taps) {
  std::vector<Event> events;
  for (auto& tap : taps) {
    if (!tap.box_path.empty()) events.push_back(cards_changed(std::move(tap.box_path)));
    const boost::json::object data{{"at", tap.at},
                                   {"entrance", tap.entrance},
                                   {"reader", tap.reader},
                                   {"state", app::to_string(tap.state)},
                                   {"staff_code", tap.staff_code},
                                   {"full_name", tap.full_name},
                                   {"unit_name", tap.unit_name},
                                   {"uid_masked", tap.uid_masked}};
    events.push_back({"event: tap\ndata: " + boost::json::serialize(data) + "\n\n", std::move(tap.unit_path),
                      tap.staff_code});
  }
  return events;
}

Event cards_changed(std::vector<std::string> unit_path) {
  return {"event: cards\ndata: {}\n\n", std::move(unit_path), "", false, Topic::cards};
}

Event inspection_changed(const std::string& file, std::function<bool(const app::Identity&)> may_know) {
  return {"event: inspection\ndata: {\"file\":\"" + file + "\"}\n\n",
          {},
          "",
          false,
          Topic::inspections,
          std::move(may_know)};
}

Event entrances_changed() { return {"event: entrances\ndata: {}\n\n", {}, "", false}; }

}  // namespace badge::http
