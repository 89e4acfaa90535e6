#include "server/http/handling.hpp"

#include <spdlog/spdlog.h>

#include <memory>

#include "server/app/failures.hpp"
#include "server/http/compressed.hpp"

namespace badge::http {
namespace {

/// In the path or in the query.
std::string value_of(const Request& request, const std::string& key) {
  const auto found = request.params.find(key);
  return found != request.params.end() ? found->second : request.query_or(key, "");
}

/// "kind=staff file=staff.csv": what path and query named, but for what has a column of its own, and for the
/// text of a badge: it holds a card number. Of the body only what its handler notes: it may hold a password.
std::string target_of(const Request& request, const Response& response) {
  std::string target = response.noted;
  for (const auto* named : {&request.params, &request.query}) {
    for (const auto& [key, value] : *named) {
      if (key == "staff" || key == "unit" || key == "lang" || key == "text") continue;
      target.append(target.empty() ? "" : " ").append(key).append("=").append(value);
    }
  }
  return target;
}

app::AuditEntry entry_of(const Route& route, const Request& request, const Response& response) {
  return {0,
          {},
          response.actor.empty() ? request.who.name : response.actor,
          request.address,
          route.method + " " + route.pattern,
          target_of(request, response),
          response.noted_staff.empty() ? value_of(request, "staff") : response.noted_staff,
          value_of(request, "unit"),
          response.status};
}

/// `what` names it in the log.
template <class Make>
Response made(const Make& make, std::string_view what) {
  try {
    return make();
  } catch (const app::StoreBusy&) {
    return busy(503, "The server has more to write than it can hold; try again in a second");
  } catch (const std::exception& failure) {
    spdlog::error("http: {} failed: {}", what, failure.what());
    return problem(500, "urn:chuyen-can:fault",
                   "The server could not do this; its log says why. Nothing was changed by half");
  }
}

Response handled(const Route& route, const Request& request) {
  return made([&] { return route.handler(request); }, request.method + " " + request.path);
}

/// A reading that names somebody's records. What nobody who signed in asks is not noted: it could fill the
/// log.
Response noted_reading(const Route& route, const Request& request, app::Audit& audit) {
  auto response = handled(route, request);
  auto entry = entry_of(route, request, response);
  if (!entry.actor.empty() && !(entry.staff_code.empty() && entry.unit_code.empty())) {
    audit.note_reading(std::move(entry));
  }
  return response;
}

/// Signing in: who it is, its handler finds out.
Response noted_arrival(const Route& route, const Request& request, app::Audit& audit) {
  auto response = handled(route, request);
  auto entry = entry_of(route, request, response);
  if (!entry.actor.empty()) audit.note(std::move(entry), true);
  return response;
}

/// Noted before it is begun, so that a change without a row cannot be; and its outcome after it.
Response noted_change(const Route& route, const Request& request, app::Audit& audit) {
  const auto begun = audit.begin(entry_of(route, request, {}));
  auto response = handled(route, request);
  try {
    audit.end(begun, entry_of(route, request, response));
  } catch (const std::exception& failure) {
    // The change stands and so does the note that it was begun: whoever asked must hear what became of it.
    spdlog::error("http: the outcome of {} {} is not in the audit log: {}", request.method, request.path,
                  failure.what());
  }
  return response;
}

Response answer(const Route& route, const Request& request, app::Audit& audit) {
  try {
    if (request.method == "GET") return noted_reading(route, request, audit);
    if (request.who.name.empty()) return noted_arrival(route, request, audit);
    return noted_change(route, request, audit);
  } catch (const app::StoreBusy&) {
    return busy(503, "The server has more to write than it can hold; try again in a second");
  } catch (const std::exception& failure) {
    spdlog::error("http: {} {} could not be noted in the audit log: {}", request.method, request.path,
                  failure.what());
    return problem(500, "urn:chuyen-can:not-noted",
                   "The server could not note this in its audit log, and does nothing that is not noted");
  }
}

Response all_busy() {
  return busy(503, "The server is busy with other questions; try again in a few seconds", 3);
}

}  // namespace

void start_handling(const Route& route, Request request, const Handling& handling, Responder respond) {
  if (route.async_handler) {
    route.async_handler(std::move(request), std::move(respond));
    return;
  }
  const auto shared = std::make_shared<const Request>(std::move(request));
  const bool taken = handling.workers.submit([&route, shared, respond, &audit = handling.audit] {
    respond(compressed(answer(route, *shared, audit), shared->takes_gzip));
  });
  if (!taken) respond(all_busy());
}

void start_renewal(const Gate& gate, Head head, const Handling& handling, Responder respond) {
  const auto shared = std::make_shared<const Head>(std::move(head));
  const bool taken = handling.workers.submit([&gate, shared, respond] {
    const auto renew = [&] {
      gate.renew(*shared);
      return no_content();
    };
    respond(made(renew, "reading a session's rights"));
  });
  if (!taken) respond(all_busy());
}

}  // namespace badge::http
