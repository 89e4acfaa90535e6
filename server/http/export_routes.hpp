#pragma once
#include "server/http/router.hpp"

namespace badge::app {
class Evidence;
class FactExports;
}  // namespace badge::app

namespace badge::http {

/// GET /api/v1/exports/staff.xlsx, for those who may import that kind: facts in force as a file that can be
/// imported again (app/imports/fact_exports.hpp). Both must outlive the router.
void add_export_routes(Router& router, const app::FactExports& exports, const app::Evidence& evidence);

}  // namespace badge::http
