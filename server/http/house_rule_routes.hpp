#pragma once
#include "server/app/house_rules.hpp"
#include "server/app/iso_time.hpp"
#include "server/http/router.hpp"

namespace badge::http {

/// The office's own rules: /own/rules for who must read them, /rules for who publishes them and asks who has.
void add_house_rule_routes(Router& router, app::HouseRules& rules, app::ToLocal to_local);

}  // namespace badge::http
