#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>

#include "server/scenario/scenario_json.hpp"
#include "server/scenario/words.hpp"

namespace badge::scenario {
namespace {

namespace json = boost::json;

std::string date_text(Date date) {
  const std::chrono::year_month_day day(date);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string time_text(LocalTime at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss clock(at - LocalTime(day));
  return fmt::format("{}T{:02}:{:02}:{:02}", date_text(day), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

json::value clock_or_null(const std::string& clock) {
  return clock.empty() ? json::value(nullptr) : json::value(clock);
}

json::object session_json(const AnsweredSession& session) {
  return {{"name", session.name},
          {"start", session.start},
          {"end", session.end},
          {"state", to_string(session.state)},
          {"in", clock_or_null(session.in)},
          {"out", clock_or_null(session.out)},
          {"late_min", session.late_min},
          {"early_min", session.early_min},
          {"missing_in", session.missing_in},
          {"missing_out", session.missing_out},
          {"reasons", json::value_from(session.reasons)},
          {"text", session.text}};
}

json::object tap_json(const AnsweredTap& tap) {
  return {{"at", time_text(tap.at)},
          {"reader", tap.reader},
          {"use", code_of(tap.use, tap_use_words())},
          {"text", tap.text}};
}

json::object day_json(const AnsweredDay& day) {
  json::array sessions, taps;
  for (const auto& session : day.sessions) sessions.push_back(session_json(session));
  for (const auto& tap : day.taps) taps.push_back(tap_json(tap));
  return {{"staff_code", day.staff_code}, {"full_name", day.full_name}, {"date", date_text(day.date)},
          {"kind", to_string(day.kind)},  {"name", day.name},           {"sessions", std::move(sessions)},
          {"taps", std::move(taps)}};
}

}  // namespace

std::string to_json(const Answer& answer) {
  json::array days;
  for (const auto& day : answer.days) days.push_back(day_json(day));
  return json::serialize(json::object{{"zone", answer.zone},
                                      {"days", std::move(days)},
                                      {"differences", json::value_from(answer.differences)}});
}

}  // namespace badge::scenario
