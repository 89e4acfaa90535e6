#include "server/http/handling.hpp"

#include <spdlog/spdlog.h>

#include <memory>

#include "server/app/failures.hpp"

namespace badge::http {
namespace {

/// Whose records were read, by whom: people may ask that of an office. The log is where it is answered.
void note_reading(const Request& request, const Response& response) {
  const auto staff = request.query.find("staff");
  if (staff == request.query.end() || response.status != 200) return;
  spdlog::info("read: {} read {} of staff {}", request.who.name, request.path, staff->second);
}

Response answer(const Handler& handler, const Request& request) {
  try {
    auto response = handler(request);
    note_reading(request, response);
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

void start_handling(const Route& route, Request request, WorkerPool& workers, Responder respond) {
  if (route.async_handler) {
    route.async_handler(std::move(request), std::move(respond));
    return;
  }
  const auto shared = std::make_shared<const Request>(std::move(request));
  const bool taken = workers.submit([&route, shared, respond] { respond(answer(route.handler, *shared)); });
  if (!taken) respond(busy(503, "The server is busy with other questions; try again in a few seconds", 3));
}

}  // namespace badge::http
