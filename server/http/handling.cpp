#include "server/http/handling.hpp"

#include <spdlog/spdlog.h>

#include <memory>

#include "server/app/failures.hpp"

namespace badge::http {
namespace {

std::string value_of(const Request& request, const std::string& key) { return request.query_or(key, ""); }

/// "kind=staff file=staff.csv": what path and query named, but for what has a column of its own. Of the body
/// only what its handler notes: it may hold a password.
std::string target_of(const Request& request, const Response& response) {
  std::string target = response.noted;
  for (const auto* named : {&request.params, &request.query}) {
    for (const auto& [key, value] : *named) {
      if (key == "staff" || key == "unit" || key == "lang") continue;
      target.append(target.empty() ? "" : " ").append(key).append("=").append(value);
    }
  }
  return target;
}

/// People may ask an office who read their records, and auditors who changed what.
void note(const Route& route, const Request& request, const Response& response, app::Audit& audit) {
  const auto& actor = response.actor.empty() ? request.who.name : response.actor;
  if (actor.empty()) return;  // whoever is nobody here could fill the log
  const bool is_read = request.method == "GET";
  const auto staff = value_of(request, "staff"), unit = value_of(request, "unit");
  if (is_read && staff.empty() && unit.empty()) return;
  audit.note({0,
              {},
              actor,
              request.address,
              route.method + " " + route.pattern,
              target_of(request, response),
              staff,
              unit,
              response.status},
             !is_read);
}

Response answer(const Route& route, const Request& request, app::Audit& audit) {
  try {
    auto response = route.handler(request);
    note(route, request, response, audit);
    return response;
  } catch (const app::StoreBusy&) {
    return busy(503, "The server has more to write than it can hold; try again in a second");
  } catch (const std::exception& failure) {
    spdlog::error("http: {} {} failed: {}", request.method, request.path, failure.what());
    return problem(500, "urn:chuyen-can:fault",
                   "The server could not do this; its log says why. Nothing was changed by half");
  }
}

}  // namespace

void start_handling(const Route& route, Request request, const Handling& handling, Responder respond) {
  if (route.async_handler) {
    route.async_handler(std::move(request), std::move(respond));
    return;
  }
  const auto shared = std::make_shared<const Request>(std::move(request));
  const bool taken = handling.workers.submit(
      [&route, shared, respond, &audit = handling.audit] { respond(answer(route, *shared, audit)); });
  if (!taken) respond(busy(503, "The server is busy with other questions; try again in a few seconds", 3));
}

}  // namespace badge::http
