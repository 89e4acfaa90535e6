#include "server/http/entrance_routes.hpp"

#include <boost/json/array.hpp>

#include "server/app/door_watch.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::iso_time;

json::object to_json(const app::DoorReader& reader, const app::ToLocal& to_local) {
  return {{"reader", reader.reader},
          {"bridge", reader.bridge},
          {"state", app::to_string(reader.state)},
          {"since", iso_time(reader.since, to_local)},
          {"cause", reader.cause},
          {"clock", badge::to_string(reader.clock)}};
}

json::object to_json(const app::Door& door, const app::ToLocal& to_local) {
  json::array readers, troubles;
  for (const auto& reader : door.readers) readers.push_back(to_json(reader, to_local));
  for (const auto trouble : door.troubles) troubles.push_back(json::value(app::to_string(trouble)));
  json::object object{{"entrance", door.entrance},       {"last_heard", nullptr},
                      {"clock_offset_ms", nullptr},      {"waiting_rows", door.waiting_rows},
                      {"lost_rows", door.lost_rows},     {"quarantined_rows", door.quarantined_rows},
                      {"cannot_wait", door.cannot_wait}, {"troubles", std::move(troubles)},
                      {"readers", std::move(readers)}};
  if (door.last_heard) object["last_heard"] = iso_time(*door.last_heard, to_local);
  if (door.clock_offset) object["clock_offset_ms"] = door.clock_offset->count();
  return object;
}

json::object to_json(const app::DoorWatch& watch, const app::ToLocal& to_local) {
  json::array doors;
  for (const auto& door : watch.doors) doors.push_back(to_json(door, to_local));
  json::object object{{"now", iso_time(watch.now, to_local)},
                      {"queued_batches", watch.queued_batches},
                      {"backup_at", nullptr},
                      {"backup_is_old", watch.backup_is_old},
                      {"entrances", std::move(doors)}};
  if (watch.backup_at) object["backup_at"] = iso_time(*watch.backup_at, to_local);
  return object;
}

}  // namespace

void add_entrance_routes(Router& router, const store::Store& store, const app::Evidence& evidence,
                         std::function<Instant()> now, std::chrono::seconds clock_limit) {
  router.add("GET", "/api/v1/entrances", {Role::administrator},
             [&store, &evidence, now = std::move(now), clock_limit](const Request&) {
               const auto watch = app::watch_doors(store, evidence, now(), clock_limit);
               return json_response(
                   to_json(watch, [&evidence](Instant at) { return evidence.office().to_local(at); }));
             });
}

}  // namespace badge::http
