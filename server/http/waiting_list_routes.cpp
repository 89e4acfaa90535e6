#include <algorithm>
#include <boost/json/array.hpp>

#include "server/app/sentences.hpp"
#include "server/http/notice_routes.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

json::object to_json(const app::WaitingRow& row) {
  json::object object{{"kind", app::to_string(row.kind)},
                      {"count", row.count},
                      {"since", nullptr},
                      {"unit_code", row.unit.code},
                      {"unit_name", row.unit.name},
                      {"entrance", row.entrance},
                      {"head", row.head}};
  if (row.since) {
    const auto day = std::chrono::floor<std::chrono::days>(*row.since);
    object["since"] =
        date_text(day) + 'T' + app::clock_text(std::chrono::floor<std::chrono::minutes>(*row.since - day));
  }
  if (row.kind == app::WaitingKind::month_due) {
    object["month"] = month_text(row.month);
    object["state"] = app::to_string(row.progress);
  }
  return object;
}

Response list(const Request& request, const app::WaitingList& waiting) {
  const auto office = waiting.office();
  const auto rows = app::rows_for(office, request.who);
  json::array listed;
  json::object totals;
  for (const auto kind : app::waiting_kinds) {
    if (const auto total = app::total_of(rows, kind); total > 0) totals[app::to_string(kind)] = total;
  }
  for (std::size_t i = 0; i < std::min(rows.size(), waiting_rows_listed_max); ++i)
    listed.push_back(to_json(rows[i]));
  const auto day = std::chrono::floor<std::chrono::days>(office.now);
  const auto clock = app::clock_text(std::chrono::floor<std::chrono::minutes>(office.now - day));
  return json_response({{"now", date_text(day) + 'T' + clock},
                        {"totals", std::move(totals)},
                        {"rows_total", rows.size()},
                        {"rows", std::move(listed)}});
}

}  // namespace

void add_waiting_list_routes(Router& router, const app::WaitingList& waiting) {
  router.add("GET", "/api/v1/waiting/list",
             {Role::administrator, Role::hr, Role::head, Role::timekeeper, Role::inspector},
             [&waiting](const Request& r) { return list(r, waiting); });
}

}  // namespace badge::http
