#include "server/http/retention_routes.hpp"

#include <boost/json/array.hpp>

#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

json::array to_json(const std::vector<app::Erasure>& erasures, const app::ToLocal& to_local) {
  json::array listed;
  for (const auto& erasure : erasures) {
    listed.push_back(json::object{{"kind", to_string(erasure.kind)},
                                  {"before", date_text(erasure.before)},
                                  {"records", erasure.records},
                                  {"at", app::iso_time(erasure.at, to_local)}});
  }
  return listed;
}

Response show(const app::Retention& retention, const app::ToLocal& to_local) {
  json::array kinds;
  for (const auto& line : retention.lines()) {
    kinds.push_back(
        json::object{{"kind", to_string(line.kind)},
                     {"months", line.months ? json::value(*line.months) : json::value(nullptr)},
                     {"before", line.before ? json::value(date_text(*line.before)) : json::value(nullptr)},
                     {"due", line.due}});
  }
  return json_response({{"kinds", std::move(kinds)}, {"erased", to_json(retention.history(), to_local)}});
}

}  // namespace

void add_retention_routes(Router& router, app::Retention& retention, app::ToLocal to_local) {
  router.add("GET", "/api/v1/retention", {Role::administrator, Role::auditor},
             [&retention, to_local](const Request&) { return show(retention, to_local); });
  router.add("POST", "/api/v1/retention/erase", {Role::administrator},
             [&retention, to_local](const Request&) {
               return json_response({{"erased", to_json(retention.erase_due(), to_local)}});
             });
}

}  // namespace badge::http
