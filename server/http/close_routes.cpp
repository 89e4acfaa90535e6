#include "server/http/close_routes.hpp"

#include <boost/json/value_from.hpp>
#include <charconv>
#include <variant>

#include "server/app/change_list.hpp"
#include "server/app/period_closes.hpp"
#include "server/http/close_json.hpp"
#include "server/http/json_body.hpp"
#include "server/http/query_dates.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::CloseRefused;

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// How a request names a period: the month that it is called by, or its first and last day.
using Period = std::variant<std::chrono::year_month, attendance::DateSpan>;

std::optional<Period> period_of(const std::string& month, const std::string& from, const std::string& to) {
  if (!month.empty()) {
    const auto named = month_of(month);
    return named && from.empty() && to.empty() ? std::optional<Period>(*named) : std::nullopt;
  }
  const auto first = date_of(from), last = date_of(to);
  if (!first || !last || *last < *first) return std::nullopt;
  return attendance::DateSpan{*first, *last};
}

std::optional<Period> period_of(const Request& request) {
  return period_of(request.query_or("month", ""), request.query_or("from", ""), request.query_or("to", ""));
}

attendance::DateSpan days_of(const Period& period, std::string_view unit, const app::PeriodCloses& closes) {
  const auto* month = std::get_if<std::chrono::year_month>(&period);
  return month != nullptr ? closes.period(unit, *month) : std::get<attendance::DateSpan>(period);
}

Response bad_days(const Request& request) {
  return problem(400, "urn:chuyen-can:bad-request",
                 say(request, "Ghi month, ví dụ 2026-07; hoặc from và to, ví dụ 2026-06-26 và 2026-07-25",
                     "Name month, like 2026-07; or from and to, like 2026-06-26 and 2026-07-25"));
}

Response no_such_unit(const Request& request) {
  return problem(
      404, "urn:chuyen-can:not-found",
      say(request, "Không có đơn vị này trong thời gian đó", "There is no such unit in that time"));
}

Response refused(const Request& request, const CloseRefused& why) {
  switch (why.why) {
    case CloseRefused::Why::no_such_unit:
      return no_such_unit(request);
    case CloseRefused::Why::bad_length:
      return problem(422, "urn:chuyen-can:invalid",
                     say(request, "Một kỳ chấm công dài từ 1 đến 62 ngày", "A period has 1 to 62 days"));
    case CloseRefused::Why::closed_already:
      return problem(409, "urn:chuyen-can:closed-already",
                     say(request, "Bảng công của kỳ này đã chốt; muốn chốt lại phải mở lại trước",
                         "This period is closed already; re-open it first"));
    case CloseRefused::Why::still_open:
      return problem(409, "urn:chuyen-can:sessions-open",
                     say(request, "Còn buổi chưa có kết luận; bổ sung dữ liệu, điều chỉnh, hoặc chốt tạm",
                         "Some sessions are not settled; add what is missing, correct them, or close "
                         "preliminarily"),
                     {{"open_sessions", why.open_sessions}, {"open", json::value_from(why.open)}});
  }
  return no_such_unit(request);
}

Response close(const Request& request, app::PeriodCloses& closes, const app::ToLocal& to_local) {
  const auto body = json_body(request);
  if (!body) return body.error();
  const auto unit = text_member(*body, "unit"), month = text_member(*body, "month"),
             from = text_member(*body, "from"), to = text_member(*body, "to");
  for (const auto* member : {&unit, &month, &from, &to}) {
    if (!*member) return invalid(member->error());
  }
  const auto period = period_of(*month, *from, *to);
  if (!period) return bad_days(request);
  const auto* preliminary = body->if_contains("preliminary");
  const auto closed =
      closes.close({*unit, days_of(*period, *unit, closes),
                    preliminary != nullptr && preliminary->is_bool() && preliminary->get_bool(),
                    request.who.name, request.scope, app::language_of(request.language)});
  auto response = closed ? json_response(to_json(*closed, to_local), 201) : refused(request, closed.error());
  response.noted = "of=" + *unit + (month->empty() ? " from=" + *from + " to=" + *to : " month=" + *month);
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
  const std::vector<Role> allowed = {Role::administrator, Role::hr};
  router.add("POST", "/api/v1/closes", allowed,
             [&, to_local](const Request& r) { return close(r, closes, to_local); });
  router.add("GET", "/api/v1/closes", allowed,
             [&, to_local](const Request& r) { return list(r, closes, to_local); });
  router.add("GET", "/api/v1/closes/{id}/sheet", allowed,
             [&, to_local](const Request& r) { return sheet(r, closes, to_local); });
  router.add("POST", "/api/v1/closes/{id}/reopen", allowed,
             [&](const Request& r) { return reopen(r, closes); });
  router.add("GET", "/api/v1/reports/changes", allowed,
             [&](const Request& r) { return changes(r, closes, evidence); });
}

}  // namespace badge::http
