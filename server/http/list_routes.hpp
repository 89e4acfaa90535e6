#pragma once
#include "server/app/inspections/issuing_body.hpp"
#include "server/app/iso_time.hpp"
#include "server/app/lists/head_lists.hpp"
#include "server/app/lists/praise_desk.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// /lists/… and /praise/… (openapi.yaml). A unit that does not exist, or is not the asker's to see, is 404
/// alike. Papers of `body`, which is copied; all others must outlive the router.
void add_list_routes(Router& router, const app::HeadLists& lists, const app::Evidence& evidence,
                     const app::IssuingBody& body);
void add_praise_routes(Router& router, app::PraiseDesk& praise, const app::Evidence& evidence,
                       const app::IssuingBody& body, app::ToLocal to_local);

}  // namespace badge::http
