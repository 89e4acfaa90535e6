#include "server/http/badge_check_routes.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "server/app/badge_checks.hpp"
#include "server/http/query_span.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

json::object to_json(const app::SeenInCheck& check) {
  json::array shown;
  for (const auto& person : check.shown) {
    shown.push_back({{"staff_code", person.staff_code},
                     {"full_name", person.full_name},
                     {"unit_code", person.unit_code},
                     {"at", person.at}});
  }
  json::object object{{"ref", check.ref},
                      {"reader", check.reader},
                      {"entrance", check.entrance},
                      {"portable", check.entrance.empty()},
                      {"inspector_code", check.inspector_code},
                      {"inspector_name", check.inspector_name},
                      {"from", check.from},
                      {"to", check.to},
                      {"shown", std::move(shown)}};
  if (check.whole) {
    object["without_badge"] = check.whole->without_badge;
    object["unknown_badges"] = check.whole->unknown_badges;
  }
  return object;
}

Response badge_checks(const Request& request, const app::Evidence& evidence) {
  const auto days = span_of(request, year_span_max);
  if (!days) return days.error();
  json::array checks;
  for (const auto& check :
       app::badge_checks(evidence, *days, request.query_or("inspector", ""), request.scope))
    checks.push_back(to_json(check));
  return json_response(json::object{{"checks", std::move(checks)}});
}

}  // namespace

void add_badge_check_routes(Router& router, const app::Evidence& evidence) {
  const std::vector<Role> readers = {Role::administrator, Role::hr, Role::head, Role::inspector};
  router.add("GET", "/api/v1/badge-checks", readers,
             [&](const Request& request) { return badge_checks(request, evidence); });
}

}  // namespace badge::http
