#pragma once
#include "server/http/router.hpp"

namespace badge::app {
class Evidence;
}

namespace badge::http {

/// The list of people, for administrators and HR officers, each within their own units:
///   GET /api/v1/units
///     today's, to choose from
///   GET /api/v1/people/completeness?unit=SNV
///     what the roster does not say yet (roster_gaps.hpp)
///   POST /api/v1/people/reconcile?unit=SNV
///     the body is the file of another system; three lists (reconciliation.hpp). Nothing is stored.
///     With format=csv&list=differs: that list as a table. With format=staff&list=differs&from=2026-07-01:
///     the rows of a staff file that would mend it.
void add_roster_routes(Router& router, const app::Evidence& evidence);

}  // namespace badge::http
