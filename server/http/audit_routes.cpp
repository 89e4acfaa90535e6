#include "server/http/audit_routes.hpp"

#include <boost/json/array.hpp>

#include <charconv>

namespace badge::http {
namespace {

namespace json = boost::json;

std::optional<std::uint64_t> before_of(const Request& request) {
  const auto text = request.query_or("before", "");
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return text.empty() || read.ec != std::errc() ? std::nullopt : std::optional(number);
}

Response answer(const std::vector<app::AuditEntry>& entries, const app::ToLocal& to_local) {
  json::array rows;
  for (const auto& entry : entries) {
    rows.push_back(json::object{{"no", entry.no},
                                {"at", app::iso_time(entry.at, to_local)},
                                {"actor", entry.actor},
                                {"address", entry.address},
                                {"action", entry.action},
                                {"target", entry.target},
                                {"staff_code", entry.staff_code},
                                {"unit_code", entry.unit_code},
                                {"status", entry.status}});
  }
  return json_response({{"entries", std::move(rows)}});
}

Response search(const Request& request, const app::Audit& audit, const app::ToLocal& to_local) {
  return answer(audit.search({request.query_or("actor", ""), request.query_or("staff", ""),
                              request.query_or("unit", ""), "", before_of(request)}),
                to_local);
}

Response own_reads(const Request& request, const app::Audit& audit, app::InspectionBook& inspections,
                   const app::ToLocal& to_local) {
  const auto& who = request.who;
  return answer(app::own_reads(audit, inspections, {"", who.staff_code, "", who.name, before_of(request)}),
                to_local);
}

Response check(const app::Audit& audit) {
  const auto found = audit.check();
  return json_response(
      {{"whole", !found.first_wrong},
       {"entries", found.entries},
       {"erased", found.erased},
       {"digest", found.last.hex()},
       {"first_wrong", found.first_wrong ? json::value(*found.first_wrong) : json::value(nullptr)}});
}

}  // namespace

void add_audit_routes(Router& router, const app::Audit& audit, app::InspectionBook& inspections,
                      app::ToLocal to_local) {
  router.add("GET", "/api/v1/audit", {Role::auditor},
             [&audit, to_local](const Request& r) { return search(r, audit, to_local); });
  router.add("GET", "/api/v1/audit/check", {Role::auditor, Role::administrator},
             [&audit](const Request&) { return check(audit); });
  router.add("GET", "/api/v1/own/reads", {Role::staff}, [&audit, &inspections, to_local](const Request& r) {
    return own_reads(r, audit, inspections, to_local);
  });
}

}  // namespace badge::http
