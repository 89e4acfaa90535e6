#include "server/http/ledger_routes.hpp"

#include "server/app/evidence.hpp"
#include "server/http/ledger_json.hpp"
#include "server/http/query_dates.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

Response bad_request(std::string_view title) { return problem(400, "urn:chuyen-can:bad-request", title); }
Response not_found(std::string_view title) { return problem(404, "urn:chuyen-can:not-found", title); }

/// As JSON, or as a CSV file of that name for who asks.
template <class Report>
Response answer(const Request& request, const Report& report, const std::string& file_name) {
  if (request.query_or("format", "json") != "csv") return json_response(to_json(report));
  Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.body = to_csv(report);
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + file_name + ".csv\"");
  return response;
}

Response leave(const Request& request, const app::Evidence& evidence) {
  const auto year = year_of(request.query_or("year", ""));
  if (!year) return bad_request("year must be one of 2000 to 2037, like 2026");
  const auto staff = request.query_or("staff", ""), unit = request.query_or("unit", "");
  if (staff.empty() == unit.empty()) return bad_request("name either a person (staff) or a unit");
  if (!staff.empty()) {
    const auto report =
        app::leave_report(evidence, staff, *year, request.scope, app::language_of(request.language));
    if (!report) return not_found("nobody with this code was in service in that year");
    return json_response(to_json(*report));
  }
  const auto table = app::leave_table(evidence, unit, *year, request.scope);
  if (!table) return not_found("there is no such unit in that year");
  return answer(request, *table, "leave-" + std::to_string(*year));
}

/// A report on a unit's month.
template <class Make>
Response of_month(const Request& request, const app::Evidence& evidence, const std::string& name, Make make) {
  const auto month = month_of(request.query_or("month", ""));
  if (!month) return bad_request("month must be a month of 2000 to 2037, like 2026-07");
  const auto report =
      make(evidence, request.query_or("unit", ""), *month, request.scope, app::language_of(request.language));
  if (!report) return not_found("there is no such unit in that month");
  return answer(request, *report, name + "-" + month_text(*month));
}

}  // namespace

void add_ledger_routes(Router& router, const app::Evidence& evidence) {
  const std::vector<Role> clocks = {Role::administrator, Role::hr};
  const std::vector<Role> readers = {Role::administrator, Role::hr, Role::head, Role::timekeeper};
  auto with_own = readers;  // who sees nothing but their own records
  with_own.push_back(Role::staff);
  router.add("GET", "/api/v1/reports/leave", with_own, [&](const Request& r) { return leave(r, evidence); });
  router.add("GET", "/api/v1/reports/papers", readers,
             [&](const Request& r) { return of_month(r, evidence, "papers", app::paper_report); });
  router.add("GET", "/api/v1/reports/clocks", clocks,
             [&](const Request& r) { return answer(r, app::clock_report(evidence), "clocks"); });
  router.add("GET", "/api/v1/reports/duties", readers,
             [&](const Request& r) { return of_month(r, evidence, "duties", app::duty_report); });
}

}  // namespace badge::http
