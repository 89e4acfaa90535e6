#pragma once
#include "server/app/evidence.hpp"
#include "server/app/iso_time.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// GET /entrances, for administrators: is every door alive, and is the last backup young? `now` is the
/// server's clock; a bridge's clock farther off than `clock_limit` is a trouble.
void add_entrance_routes(Router& router, const store::Store& store, const app::Evidence& evidence,
                         std::function<Instant()> now, std::chrono::seconds clock_limit);

}  // namespace badge::http
