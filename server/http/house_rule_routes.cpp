#include "server/http/house_rule_routes.hpp"

#include <boost/json/array.hpp>
#include <charconv>

#include "server/http/json_body.hpp"
#include "server/http/query_dates.hpp"
#include "server/http/query_span.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

json::value moment(const std::optional<Instant>& at, const app::ToLocal& to_local) {
  return at ? json::value(app::iso_time(*at, to_local)) : json::value(nullptr);
}

json::object to_json(const store::HouseRule& rule, const app::UnitName& unit, const app::ToLocal& to_local) {
  return {{"no", rule.no},
          {"unit_code", rule.unit_code},
          {"unit_name", unit.name},
          {"name", rule.name},
          {"valid_from", date_text(rule.valid_from)},
          {"paper", rule.paper},
          {"text", rule.text},
          {"published_by", rule.published_by},
          {"at", app::iso_time(rule.at, to_local)}};
}

json::object to_json(const app::RuleKnown& known, const app::ToLocal& to_local) {
  auto object = to_json(known.rule, known.unit, to_local);
  object["in_force"] = known.in_force;
  object["people"] = known.people;
  object["read"] = known.read;
  return object;
}

std::optional<std::int64_t> number_of(const Request& request) {
  const auto& text = request.params.at("no");
  std::int64_t no = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), no);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(no) : std::nullopt;
}

Response no_such_rule(const Request& request) {
  return problem(404, "urn:chuyen-can:not-found",
                 say(request, "Không có nội quy này", "There is no such rule"));
}

Response own(const Request& request, const app::HouseRules& rules, const app::ToLocal& to_local) {
  json::array listed;
  for (const auto& mine : rules.own(request.who)) {
    auto object = to_json(mine.rule, mine.unit, to_local);
    object["read_at"] = moment(mine.read_at, to_local);
    object["reminded_at"] = moment(mine.reminded_at, to_local);
    listed.push_back(std::move(object));
  }
  return json_response({{"rules", std::move(listed)}});
}

Response confirm(const Request& request, app::HouseRules& rules) {
  const auto no = number_of(request);
  return no && rules.confirm(request.who, *no) ? no_content() : no_such_rule(request);
}

Response publish(const Request& request, app::HouseRules& rules) {
  const auto body = json_body(request);
  if (!body) return body.error();
  const auto unit = text_member(*body, "unit"), name = text_member(*body, "name"),
             from = text_member(*body, "valid_from"), paper = text_member(*body, "paper"),
             text = text_member(*body, "text");
  for (const auto* member : {&unit, &name, &from, &paper, &text}) {
    if (!*member) return invalid(member->error());
  }
  const auto valid_from = date_of(*from);
  if (!valid_from) {
    return invalid(say(request, "Ngày có hiệu lực phải là một ngày, ví dụ 2026-07-01",
                       "valid_from must be a day, like 2026-07-01"));
  }
  const auto no = rules.publish({*unit, *name, *valid_from, *paper, *text, request.who.name}, request.scope,
                                app::language_of(request.language));
  if (!no) return invalid(no.error());
  auto response = json_response({{"no", *no}}, 201);
  response.noted = "name=" + *name + " valid_from=" + *from;
  return response;
}

Response list(const Request& request, const app::HouseRules& rules, const app::ToLocal& to_local) {
  json::array listed;
  for (const auto& known : rules.list(request.scope)) listed.push_back(to_json(known, to_local));
  return json_response({{"rules", std::move(listed)}});
}

Response in_force(const Request& request, const app::HouseRules& rules) {
  const auto days = span_of(request);
  if (!days) return days.error();
  const auto found = rules.in_force_during(request.query_or("unit", ""), *days, request.who, request.scope);
  if (!found) {
    return problem(404, "urn:chuyen-can:not-found",
                   say(request, "Không có đơn vị này", "There is no such unit"));
  }
  json::array listed;
  for (const auto& rule : *found) {
    listed.push_back(json::object{{"no", rule.no},
                                  {"name", rule.name},
                                  {"paper", rule.paper},
                                  {"valid_from", date_text(rule.valid_from)}});
  }
  return json_response({{"rules", std::move(listed)}});
}

Response readers(const Request& request, const app::HouseRules& rules, const app::ToLocal& to_local) {
  const auto no = number_of(request);
  const auto found = no ? rules.readers(*no, request.scope) : std::nullopt;
  if (!found) return no_such_rule(request);
  auto object = to_json(found->rule, to_local);
  json::array units, unread, reminders;
  for (const auto& unit : found->units) {
    units.push_back(json::object{{"unit_code", unit.unit.code},
                                 {"unit_name", unit.unit.name},
                                 {"people", unit.people},
                                 {"read", unit.read}});
  }
  for (const auto& person : found->unread) {
    json::object row;
    add_person(row, person);
    unread.push_back(std::move(row));
  }
  for (const auto& reminder : found->reminders) {
    reminders.push_back(json::object{{"unit_code", reminder.unit_code},
                                     {"unread", reminder.unread},
                                     {"sent_by", reminder.sent_by},
                                     {"at", app::iso_time(reminder.at, to_local)}});
  }
  object["units"] = std::move(units);
  object["unread"] = std::move(unread);
  object["reminders"] = std::move(reminders);
  return json_response(object);
}

Response remind(const Request& request, app::HouseRules& rules) {
  const auto no = number_of(request);
  const auto reminded = no ? rules.remind(*no, request.who, request.scope) : std::nullopt;
  if (!reminded) return no_such_rule(request);
  return json_response({{"reminded", *reminded}});
}

}  // namespace

void add_house_rule_routes(Router& router, app::HouseRules& rules, app::ToLocal to_local) {
  const std::vector<Role> oneself = {Role::staff}, publishing = {Role::administrator, Role::hr},
                          asking = {Role::administrator, Role::hr, Role::head};
  router.add("GET", "/api/v1/own/rules", oneself,
             [&rules, to_local](const Request& r) { return own(r, rules, to_local); });
  router.add("POST", "/api/v1/own/rules/{no}/read", oneself,
             [&rules](const Request& r) { return confirm(r, rules); });
  router.add("GET", "/api/v1/rules", asking,
             [&rules, to_local](const Request& r) { return list(r, rules, to_local); });
  router.add("POST", "/api/v1/rules", publishing, [&rules](const Request& r) { return publish(r, rules); });
  router.add("GET", "/api/v1/rules/in-force",
             {Role::administrator, Role::hr, Role::head, Role::timekeeper, Role::staff},
             [&rules](const Request& r) { return in_force(r, rules); });
  router.add("GET", "/api/v1/rules/{no}", asking,
             [&rules, to_local](const Request& r) { return readers(r, rules, to_local); });
  router.add("POST", "/api/v1/rules/{no}/reminders", asking,
             [&rules](const Request& r) { return remind(r, rules); });
}

}  // namespace badge::http
