#pragma once
#include "server/app/papers/unit_papers.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// GET /api/v1/papers/unit.pdf?unit=&period=, presence.pdf?unit=, hours.pdf?unit=, duties.pdf?unit=&month=
/// and overtime.pdf?unit=&month=, each also as .docx. Both must outlive the router.
void add_unit_paper_routes(Router& router, const app::UnitPapers& papers, const app::Evidence& evidence);

}  // namespace badge::http
