#pragma once
#include "server/app/inspections/secret_reads.hpp"
#include "server/app/iso_time.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// The log of who did what and who read whose records:
///   GET /api/v1/audit?actor=&staff=&unit=&before=   newest first, for auditors
///   GET /api/v1/audit/check                         whether it is whole
///   GET /api/v1/own/reads?before=                   who else looked at one's own records; for an
///                                                   inspection, from its start on
/// `audit` and `inspections` must outlive the router.
void add_audit_routes(Router& router, const app::Audit& audit, app::InspectionBook& inspections,
                      app::ToLocal to_local);

}  // namespace badge::http
