#pragma once
#include "server/http/router.hpp"

namespace badge::app {
class Evidence;
}  // namespace badge::app

namespace badge::http {

/// What readers saw in check mode (badge_checks.hpp), for inspectors, HR officers and heads within their
/// units:
///   GET /api/v1/badge-checks?from=2026-07-01&to=2026-07-31[&inspector=CB001]
/// `evidence` must outlive the router.
void add_badge_check_routes(Router& router, const app::Evidence& evidence);

}  // namespace badge::http
