#pragma once
#include "server/app/papers/personal_papers.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// GET /api/v1/papers/explanation.pdf?staff=&date=, person.pdf?staff=&period= and application.pdf?no=, each
/// also as .docx. Both must outlive the router.
void add_personal_paper_routes(Router& router, const app::PersonalPapers& papers,
                               const app::Evidence& evidence);

}  // namespace badge::http
