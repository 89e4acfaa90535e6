#include "server/http/hours_routes.hpp"

#include <boost/json.hpp>

#include "server/app/evidence.hpp"
#include "server/app/hours_view.hpp"
#include "server/app/imports/form_rows.hpp"
#include "server/app/imports/words.hpp"
#include "server/app/sentences.hpp"
#include "server/http/query_dates.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using attendance::Season;
using attendance::SessionRule;

json::object cells(const app::FormRow& row) {
  json::object object;
  for (const auto& [column, value] : row) object[column] = value;
  return object;
}

Response calendar(const Request& request, const app::Evidence& evidence) {
  const auto year = year_of(request.query_or("year", ""));
  if (!year) {
    return problem(400, "urn:chuyen-can:bad-request",
                   say(request, "year phải là một năm từ 2000 đến 2037, ví dụ 2026",
                       "year must be a year of 2000 to 2037, like 2026"));
  }
  const auto book = evidence.rule_book(evidence.snapshot());
  json::array days;
  for (const auto& entry : app::calendar_of(*book, request.scope, std::chrono::year(*year))) {
    auto row = cells(app::row_of(entry.day));
    row["unit_name"] = entry.unit_name;
    days.push_back(std::move(row));
  }
  return json_response(json::object{{"year", *year}, {"days", std::move(days)}});
}

json::object to_json(const SessionRule& session) {
  return {{"name", session.name},
          {"start", app::clock_text(session.start)},
          {"end", app::clock_text(session.end)},
          {"opens_before_min", session.opens_before.count()},
          {"closes_after_min", session.closes_after.count()},
          {"late_grace_min", session.late_grace.count()},
          {"early_grace_min", session.early_grace.count()}};
}

json::object to_json(const Season& season) {
  json::array weekdays, sessions;
  for (const auto& word : app::weekday_words()) {
    if ((season.weekdays >> (word.meaning.iso_encoding() - 1) & 1U) != 0) weekdays.emplace_back(word.code);
  }
  for (const auto& session : season.sessions) sessions.push_back(to_json(session));
  return {{"valid_from", date_text(season.valid_from)},
          {"weekdays", std::move(weekdays)},
          {"flex_earlier_min", season.flex_earlier.count()},
          {"flex_later_min", season.flex_later.count()},
          {"sessions", std::move(sessions)}};
}

std::string_view taps_code(attendance::TapsDemanded taps) {
  for (const auto& word : app::taps_demanded_words()) {
    if (word.meaning == taps) return word.code;
  }
  return "";
}

json::object to_json(const app::ScheduleEntry& entry) {
  const auto& schedule = entry.schedule;
  json::array seasons, assignments;
  for (const auto& season : schedule.seasons) seasons.push_back(to_json(season));
  for (const auto& [assignment, name, unit_name] : entry.listed) {
    auto row = cells(app::row_of(assignment));
    row["name"] = name;
    row["unit_name"] = unit_name;
    assignments.push_back(std::move(row));
  }
  return {{"name", schedule.name},
          {"taps", taps_code(schedule.taps)},
          {"repeat_quiet_s", schedule.repeat_quiet.count()},
          {"stay_min", schedule.stay_min.count()},
          {"lone_tap_reach_min", schedule.lone_tap_reach.count()},
          {"noon_one_tap", schedule.noon_one_tap},
          {"minutes_after_grace", schedule.minutes_after_grace},
          {"ignores_calendar", schedule.ignores_calendar},
          {"explanation_days", schedule.explanation_days},
          {"season", std::move(seasons)},
          {"assigned", entry.assigned},
          {"assignments", std::move(assignments)}};
}

Response schedules(const Request& request, const app::Evidence& evidence) {
  const auto book = evidence.rule_book(evidence.snapshot());
  const auto today = std::chrono::floor<std::chrono::days>(evidence.now());
  json::array list;
  for (const auto& entry : app::schedules_of(*book, request.scope, today)) list.push_back(to_json(entry));
  return json_response(json::object{{"date", date_text(today)}, {"schedules", std::move(list)}});
}

}  // namespace

void add_hours_routes(Router& router, const app::Evidence& evidence) {
  const std::vector<Role> allowed = {Role::administrator, Role::hr};
  router.add("GET", "/api/v1/calendar", allowed,
             [&evidence](const Request& request) { return calendar(request, evidence); });
  router.add("GET", "/api/v1/schedules", allowed,
             [&evidence](const Request& request) { return schedules(request, evidence); });
}

}  // namespace badge::http
