#include <boost/json/array.hpp>

#include "server/app/status.hpp"
#include "server/http/admin_routes.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::iso_time;

constexpr std::size_t unknown_badges_listed_max =
    200;  // the newest: enough to find a badge that was just shown

json::object to_json(const store::ReaderStatus& reader, const app::ToLocal& to_local) {
  return {{"reader", reader.reader},
          {"entrance", reader.entrance},
          {"state", reader.listening ? "listening" : "deaf"},
          {"since", iso_time(reader.since, to_local)},
          {"until", iso_time(reader.until, to_local)},
          {"cause", reader.deaf_cause}};
}

json::object to_json(const store::StreamStatus& stream, const app::ToLocal& to_local) {
  json::array readers;
  for (const auto& reader : stream.readers) readers.push_back(to_json(reader, to_local));
  return {{"bridge", stream.bridge},
          {"stream", stream.stream},
          {"stored_seq", stream.stored.seq},
          {"backed_up_seq", stream.backed_up.seq},
          {"last_heard", iso_time(stream.last_heard, to_local)},
          {"lost_rows", stream.lost_rows},
          {"quarantined_rows", stream.quarantined_rows},
          {"readers", std::move(readers)}};
}

json::object to_json(const store::LostRows& lost, const app::ToLocal& to_local) {
  return {{"bridge", lost.bridge},
          {"stream", lost.stream},
          {"first_seq", lost.first},
          {"last_seq", lost.last},
          {"from", iso_time(lost.from, to_local)},
          {"to", iso_time(lost.to, to_local)}};
}

// In full: an administrator binds an unknown badge to a person by its UID.
json::object to_json(const store::UnknownCredential& unknown, const app::ToLocal& to_local) {
  return {{"uid", unknown.credential.hex()},
          {"taps", unknown.taps},
          {"last", iso_time(unknown.last, to_local)},
          {"last_reader", unknown.last_reader},
          {"last_entrance", unknown.last_entrance}};
}

json::object to_json(const store::BackupRecord& backup, const app::ToLocal& to_local) {
  return {{"id", backup.id},
          {"bytes", backup.bytes},
          {"at", iso_time(backup.at, to_local)},
          {"completed", backup.completed}};
}

template <typename Item>
json::array list(const std::vector<Item>& items, const app::ToLocal& to_local,
                 std::size_t count_max = std::size_t(-1)) {
  json::array listed;
  for (const auto& item : items) {
    if (listed.size() == count_max) break;
    listed.push_back(to_json(item, to_local));
  }
  return listed;
}

}  // namespace

void add_status_routes(Router& router, const store::Store& store, std::function<Instant()> now,
                       app::ToLocal to_local) {
  const auto answer = [&store, now = std::move(now), to_local = std::move(to_local)](const Request&) {
    const auto status = app::status_of(store, now());
    return json_response(
        {{"now", iso_time(status.now, to_local)},
         {"position", status.version.last_position},
         {"roster_version", status.version.roster_version},
         {"folded_to", status.version.folded_to},
         {"queued_batches", status.queued_batches},
         {"streams", list(status.streams, to_local)},
         {"lost_rows", list(status.lost_rows, to_local)},
         {"quarantined_rows", status.quarantined_rows},
         {"unknown_badges", status.unknown_badges.size()},
         {"unknown_badge_list", list(status.unknown_badges, to_local, unknown_badges_listed_max)},
         {"backups", list(status.backups, to_local)}});
  };
  router.add("GET", "/api/v1/status", {Role::administrator}, answer);
}

}  // namespace badge::http
