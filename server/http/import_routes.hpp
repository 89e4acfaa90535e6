#pragma once
#include "server/http/router.hpp"

namespace badge::app {
class Evidence;
class FactImports;
class TapImports;
}  // namespace badge::app

namespace badge::http {

/// Imports, for administrators and HR officers of all units:
///   POST /api/v1/imports/{kind}?dry_run=1&file=staff.csv
///     a whole file, CSV or a workbook (app/imports); kinds: imports/plan.hpp. With withdraw=1 it takes back
///     what its rows name by their keys
///   POST /api/v1/imports/taps?file=taps.csv
///     begins a file of taps -> {"id"}
///   PUT /api/v1/imports/taps/{id}/slices/{n}?first_line=2
///     its n-th slice, from 0, each with the header line
///   POST /api/v1/imports/taps/{id}/finish
///     {"complete_for"?,"from"?,"to"?}; all becomes visible
///   DELETE /api/v1/imports/taps/{id}
///     forgets what was staged
/// A file with errors is answered 422 "urn:chuyen-can:import-refused" with "errors" and "error_count";
/// nothing of it is stored. All three must outlive the router.
/// A dry run answers whom the file speaks of too, and what was understood of a workbook; with
/// preview=effects, of kinds that change what everybody owes (effect_preview.hpp), which verdicts would be
/// others.
void add_import_routes(Router& router, app::FactImports& facts, app::TapImports& taps,
                       const app::Evidence& evidence);

}  // namespace badge::http
