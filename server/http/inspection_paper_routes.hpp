#pragma once
#include "server/app/inspections/printing.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// Papers of inspections and plans as files. Both must outlive the router.
void add_inspection_paper_routes(Router& router, const app::InspectionPapers& papers);

}  // namespace badge::http
