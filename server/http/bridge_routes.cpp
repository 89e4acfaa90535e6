#include "server/http/bridge_routes.hpp"

#include <boost/json/array.hpp>

#include "reader-config/tap/tap_wire.hpp"
#include "server/app/roster.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

/// The answers of tap_wire.hpp.
struct ToResponse {
  Response operator()(const Ack& ack) const {
    Response response;
    response.body = encode(ack);
    return response;
  }
  Response operator()(const store::Forked& forked) const {
    return problem(409, "urn:chuyen-can:forked",
                   "This journal continues from a row that the server does not know",
                   {{"stream", forked.stream},
                    {"known_seq", forked.known.seq},
                    {"known_digest", forked.known.digest.hex()}});
  }
  Response operator()(const store::StoreFault&) const {
    constexpr int retry_after_s = 10;  // a full disk is not emptied in one second
    return busy(503, "The server cannot store anything now; keep the rows and try again", retry_after_s);
  }
};

void take_batch(app::Ingest& ingest, Request&& request, Responder respond) {
  const auto taken = ingest.submit(request.who.name, request.body, [respond](app::Ingest::Answer answer) {
    respond(std::visit(ToResponse{}, answer));
  });
  if (taken) return;
  if (taken.error().full) {
    respond(busy(503, "Too many batches are waiting to be stored; try again in a second"));
  } else {
    respond(problem(400, "urn:chuyen-can:bad-batch", taken.error().mistake));
  }
}

Response roster(const Request& request, const app::Rosters& rosters, attendance::LocalTime now) {
  const auto tag = '"' + rosters.tag_of(request.who.name, now) + '"';
  Response response;
  if (request.if_none_match == tag) {
    response.status = 304;
  } else {
    const auto roster = rosters.roster_of(request.who.name, now);
    if (!roster) return problem(404, "urn:chuyen-can:not-found", "This bridge is not known any more");
    json::array credentials;
    for (const auto& credential : roster->credentials) {
      credentials.push_back(
          {{"hash", credential.hash}, {"display", credential.display}, {"state", credential.state}});
    }
    response = json_response(
        {{"version", roster->version}, {"salt", roster->salt}, {"credentials", std::move(credentials)}});
  }
  response.headers.emplace_back("ETag", tag);
  return response;
}

}  // namespace

void add_bridge_routes(Router& router, app::Ingest& ingest, const app::Rosters& rosters,
                       std::function<attendance::LocalTime()> now) {
  router.add_async(
      "POST", "/api/v1/bridge/batches", {Role::bridge},
      [&ingest](Request&& request, Responder respond) {
        take_batch(ingest, std::move(request), std::move(respond));
      },
      batch_bytes_max);
  router.add(
      "GET", "/api/v1/bridge/roster", {Role::bridge},
      [&rosters, now = std::move(now)](const Request& request) { return roster(request, rosters, now()); });
}

}  // namespace badge::http
