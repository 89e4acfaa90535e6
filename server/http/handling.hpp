#pragma once
#include "server/app/audit.hpp"
#include "server/http/gate.hpp"
#include "server/http/message.hpp"
#include "server/http/router.hpp"
#include "server/http/worker_pool.hpp"

namespace badge::http {

/// What handlers run with. Both must outlive every answer.
struct Handling {
  WorkerPool& workers;
  app::Audit& audit;
};

/// Runs the route's handler where it belongs: an asynchronous one here, any other on a worker. `respond` is
/// called once: with the handler's answer, with 503 where the workers' queue is full or the store is, with
/// 500 and a line in the log where the handler failed.
///
/// Whose records a person reads is in the audit log before they see the answer; what a person changes, before
/// it is begun. Where that cannot be written, there is no answer and no change.
void start_handling(const Route& route, Request request, const Handling& handling, Responder respond);

/// Reads anew, on a worker, what the session of a request may do. `respond` is called once: with 204, or with
/// 503 or 500 as above.
void start_renewal(const Gate& gate, Head head, const Handling& handling, Responder respond);

}  // namespace badge::http
