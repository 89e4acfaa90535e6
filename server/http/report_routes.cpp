#include "server/http/report_routes.hpp"

#include <boost/json/array.hpp>

#include "server/app/evidence.hpp"
#include "server/app/month_reports.hpp"
#include "server/app/months_to_show.hpp"
#include "server/app/now_board.hpp"
#include "server/http/query_dates.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

Response bad_month() {
  return problem(400, "urn:chuyen-can:bad-request", "month must be a month of 2000 to 2037, like 2026-07");
}
Response bad_date() {
  return problem(400, "urn:chuyen-can:bad-request", "date must be a day of 2000 to 2037, like 2026-07-09");
}
Response not_found(std::string_view title) { return problem(404, "urn:chuyen-can:not-found", title); }

Count count_of(const Request& request, std::string otherwise) {
  return request.query_or("count", std::move(otherwise)) == "own" ? Count::own : Count::subtree;
}

Response months(const app::Evidence& evidence) {
  json::array names;
  const auto months = app::months_to_show(evidence.snapshot());
  for (const auto month : months) names.emplace_back(month_text(month));
  const auto today = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(evidence.now()));
  const auto current = today.year() / today.month();
  // The newest that is not ahead of the office's own calendar.
  auto begin_with = current;
  for (const auto month : months) {
    if (month <= current) begin_with = month;
  }
  return json_response(json::object{{"months", std::move(names)}, {"default", month_text(begin_with)}});
}

Response units(const Request& request, app::MonthReports& months) {
  const auto month = month_of(request.query_or("month", ""));
  if (!month) return bad_month();
  const auto report = app::unit_report(*months.get(*month), request.query_or("unit", ""), request.scope);
  if (!report) return not_found("there is no such unit in that month");
  const auto count = count_of(request, "subtree");
  if (request.query_or("format", "json") != "csv")
    return json_response(to_json(*report, count, app::language_of(request.language)));
  Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.body = to_csv(*report, count);
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"units-" + month_text(*month) + ".csv\"");
  return response;
}

Response people(const Request& request, app::MonthReports& months) {
  const auto month = month_of(request.query_or("month", ""));
  if (!month) return bad_month();
  const auto report = app::people_report(*months.get(*month), request.query_or("unit", ""),
                                         count_of(request, "own") == Count::subtree, request.scope);
  if (!report) return not_found("there is no such unit in that month");
  return json_response(to_json(*report, app::language_of(request.language)));
}

Response days(const Request& request, const app::Evidence& evidence, app::MonthReports& months) {
  const auto month = month_of(request.query_or("month", ""));
  if (!month) return bad_month();
  const auto told = app::unit_days(evidence, *months.get(*month), request.query_or("unit", ""),
                                   count_of(request, "own") == Count::subtree, request.scope);
  return told ? json_response(to_json(*told)) : not_found("there is no such unit in that month");
}

Response person(const Request& request, const app::Evidence& evidence) {
  const auto month = month_of(request.query_or("month", ""));
  if (!month) return bad_month();
  const auto report = app::person_report(evidence, request.query_or("staff", ""), attendance::days_of(*month),
                                         request.scope, app::language_of(request.language));
  if (!report) return not_found("nobody with this code was in service in that month");
  return json_response(to_json(*report));
}

Response now(const Request& request, app::NowBoard& board) {
  const auto report = app::now_report(*board.get(), request.query_or("unit", ""), request.scope,
                                      app::language_of(request.language));
  if (!report) return not_found("there is no such unit today");
  return json_response(to_json(*report));
}

Response why(const Request& request, const app::Evidence& evidence) {
  const auto date = date_of(request.query_or("date", ""));
  if (!date) return bad_date();
  const auto why = app::why(evidence, request.query_or("staff", ""), *date, request.scope,
                            app::language_of(request.language));
  if (!why) return not_found("nobody with this code was in service on that day");
  return json_response(to_json(*why));
}

}  // namespace

void add_report_routes(Router& router, const app::Evidence& evidence, app::MonthReports& judged,
                       app::NowBoard& board) {
  const std::vector<Role> readers = {Role::administrator, Role::hr, Role::head, Role::timekeeper};
  auto with_own = readers;  // who sees nothing but their own records
  with_own.push_back(Role::staff);
  router.add("GET", "/api/v1/months", with_own, [&](const Request&) { return months(evidence); });
  router.add("GET", "/api/v1/reports/units", readers, [&](const Request& r) { return units(r, judged); });
  router.add("GET", "/api/v1/reports/people", readers, [&](const Request& r) { return people(r, judged); });
  router.add("GET", "/api/v1/reports/now", readers, [&](const Request& r) { return now(r, board); });
  router.add("GET", "/api/v1/reports/days", readers,
             [&](const Request& r) { return days(r, evidence, judged); });
  router.add("GET", "/api/v1/reports/person", with_own,
             [&](const Request& r) { return person(r, evidence); });
  router.add("GET", "/api/v1/why", with_own, [&](const Request& r) { return why(r, evidence); });
}

}  // namespace badge::http
