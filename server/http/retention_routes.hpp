#pragma once
#include "server/app/iso_time.hpp"
#include "server/app/retention.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// How long records are kept and what was erased, for administrators and auditors; erasing what is due before
/// the night does, for administrators.
void add_retention_routes(Router& router, app::Retention& retention, app::ToLocal to_local);

}  // namespace badge::http
