#include "server/http/close_routes.hpp"

#include <charconv>

#include "server/app/change_list.hpp"
#include "server/app/period_closes.hpp"
#include "server/http/close_json.hpp"
#include "server/http/close_period.hpp"
#include "server/http/json_body.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Response close(const Request& request, app::PeriodCloses& closes, const app::ToLocal& to_local) {
  const auto body = json_body(request);
  if (!body) return body.error();
  auto period = period_body(request, *body, closes);
  if (!period) return period.error();
  const auto* preliminary = body->if_contains("preliminary");
  const auto closed =
      closes.close({period->unit, period->days,
                    preliminary != nullptr && preliminary->is_bool() && preliminary->get_bool(),
                    request.who.name, request.scope, app::language_of(request.language), period->seen});
  auto response = closed ? json_response(to_json(*closed, to_local), 201) : refused(request, closed.error());
  response.noted = period->noted;
  return response;
}

Response list(const Request& request, const app::PeriodCloses& closes, const app::ToLocal& to_local) {
  const auto period = period_of(request);
  if (!period) return bad_days(request);
  const auto unit = request.query_or("unit", "");
  json::array rows;
  for (const auto& close :
       std::visit([&](const auto& days) { return closes.list(days, request.scope); }, *period)) {
    if (unit.empty() || close.unit_code == unit) rows.push_back(to_json(close, to_local));
  }
  return json_response(json::object{{"closes", std::move(rows)}});
}

Response no_such_close(const Request& request) {
  return problem(404, "urn:chuyen-can:not-found",
                 say(request, "Không có lần chốt công này, hoặc đã mở lại",
                     "There is no such close, or it was re-opened"));
}

Response sheet(const Request& request, const app::PeriodCloses& closes, const app::ToLocal& to_local) {
  const auto id = number(request.params.at("id"));
  const attendance::DateSpan ever{attendance::Date::min(), attendance::DateSpan::forever};
  for (const auto& close : closes.list(ever, request.scope)) {
    if (close.position != id) continue;
    if (const auto sheet = attendance::parse_sheet(close.sheet)) {
      auto answer = to_json(close, to_local);
      answer["people"] = to_json(*sheet);
      return json_response(answer);
    }
  }
  return no_such_close(request);
}

Response reopen(const Request& request, app::PeriodCloses& closes) {
  const auto body = json_body(request);
  if (!body) return body.error();
  const auto reason = text_member(*body, "reason");
  if (!reason) return invalid(reason.error());
  if (reason->find_first_not_of(" \t\r\n") == reason->npos) {
    return invalid(say(request, "Mở lại bảng công phải ghi lý do (reason)", "Re-opening needs a reason"));
  }
  const auto id = number(request.params.at("id"));
  if (!id || !closes.reopen(*id, request.who.name, *reason, request.scope)) return no_such_close(request);
  return no_content();
}

Response changes(const Request& request, const app::PeriodCloses& closes, const app::Evidence& evidence) {
  const auto period = period_of(request);
  if (!period) return bad_days(request);
  const auto text = request.query_or("since", "");
  const auto since = text.empty() ? std::nullopt : number(text);
  if (!text.empty() && !since) return invalid("since must be a position, a whole number");
  const auto language = app::language_of(request.language);
  const auto unit = request.query_or("unit", "");
  const auto list =
      app::change_list(evidence, unit, days_of(*period, unit, closes), since, request.scope, language);
  if (!list) {
    return problem(404, "urn:chuyen-can:not-found",
                   say(request, "Kỳ này của đơn vị chưa chốt; ghi since để so với một thời điểm",
                       "The unit's period is not closed; name since to compare with a moment"));
  }
  return json_response(to_json(*list, language));
}

}  // namespace

void add_close_routes(Router& router, app::PeriodCloses& closes, const app::Evidence& evidence,
                      app::ToLocal to_local) {
  const std::vector<Role> officers = {Role::administrator, Role::hr};
  const std::vector<Role> approvers = {Role::administrator, Role::hr, Role::head};
  const std::vector<Role> readers = {Role::administrator, Role::hr, Role::head, Role::timekeeper};
  router.add("POST", "/api/v1/closes", approvers,
             [&, to_local](const Request& r) { return close(r, closes, to_local); });
  router.add("GET", "/api/v1/closes", readers,
             [&, to_local](const Request& r) { return list(r, closes, to_local); });
  router.add("GET", "/api/v1/closes/{id}/sheet", readers,
             [&, to_local](const Request& r) { return sheet(r, closes, to_local); });
  router.add("POST", "/api/v1/closes/{id}/reopen", officers,
             [&](const Request& r) { return reopen(r, closes); });
  router.add("GET", "/api/v1/reports/changes", readers,
             [&](const Request& r) { return changes(r, closes, evidence); });
}

}  // namespace badge::http
