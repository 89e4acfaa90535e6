#pragma once
#include "server/http/message.hpp"
#include "server/http/router.hpp"
#include "server/http/worker_pool.hpp"

namespace badge::http {

/// Runs the route's handler where it belongs: an asynchronous one here, any other on a worker. `respond` is
/// called once: with the handler's answer, with 503 where the workers' queue is full or the store is, with
/// 500 and a line in the log where the handler failed.
void start_handling(const Route& route, Request request, WorkerPool& workers, Responder respond);

}  // namespace badge::http
