#include <algorithm>

#include "server/attendance/day_plan.hpp"
#include "server/scenario/parts.hpp"

namespace badge::scenario {
namespace {

using attendance::Schedule;
using attendance::Season;
using attendance::SessionRule;

constexpr std::int64_t repeat_quiet_s_max = 3600;  // a longer one would swallow the way out for lunch

SessionRule read_session(Keys& keys) {
  SessionRule session;
  keys.require({"name", "start", "end"});
  keys.read("name", session.name);
  keys.read_clock("start", session.start);
  keys.read_clock("end", session.end);
  keys.read_minutes("opens_before_min", session.opens_before, attendance::window_reach_max);
  keys.read_minutes("closes_after_min", session.closes_after, attendance::window_reach_max);
  keys.read_minutes("late_grace_min", session.late_grace);
  keys.read_minutes("early_grace_min", session.early_grace);
  auto& report = keys.report();
  if (session.end <= session.start) session.end += day_length;  // night duty: ends the next morning
  if (session.end > attendance::session_end_max) {
    keys.refuse("end", report.say("buổi trực đêm phải kết thúc trước 12:00 hôm sau",
                                  "night duty must end by 12:00 of the next day"));
  }
  const auto length = session.end - session.start;
  for (const auto& [key, grace] :
       {std::pair("late_grace_min", session.late_grace), std::pair("early_grace_min", session.early_grace)}) {
    if (grace < length) continue;
    keys.refuse(key, report.say("thời gian cho phép phải ngắn hơn cả buổi ({} phút)",
                                "grace must be shorter than the session ({} min)", length.count()));
  }
  return session;
}

/// `session` comes after all of `season` on the same day.
void check_follows(Keys& keys, const Season& season, const SessionRule& session) {
  auto& report = keys.report();
  if (std::ranges::find(season.sessions, session.name, &SessionRule::name) != season.sessions.end()) {
    keys.refuse("name", report.say("đã có một buổi tên này trong cùng mùa",
                                   "this season has a session of this name"));
  }
  if (!season.sessions.empty() && session.start < season.sessions.back().end) {
    keys.refuse("start",
                report.say("bắt đầu trước khi buổi \"{}\" kết thúc; ghi các buổi theo thứ tự trong ngày",
                           "begins before session \"{}\" ends; write the sessions in order of the day",
                           season.sessions.back().name));
  }
}

Season read_season(Keys& keys) {
  Season season;
  season.valid_from = always_from;
  keys.require({"valid_from", "weekdays", "sessions"});
  keys.read("valid_from", season.valid_from);
  keys.read_weekdays("weekdays", season.weekdays);
  keys.read_minutes("flex_earlier_min", season.flex_earlier, attendance::window_reach_max);
  keys.read_minutes("flex_later_min", season.flex_later, attendance::window_reach_max);
  keys.each("sessions", [&](Keys& each) {
    auto session = read_session(each);
    check_follows(each, season, session);
    season.sessions.push_back(std::move(session));
  });
  auto& report = keys.report();
  if (season.sessions.size() > attendance::sessions_max) {
    keys.refuse("sessions", report.say("nhiều nhất {} buổi một ngày", "at most {} sessions a day",
                                       attendance::sessions_max));
    season.sessions.resize(attendance::sessions_max);
  }
  if (!season.sessions.empty() && season.sessions.back().end - day_length > season.sessions.front().start) {
    keys.refuse("sessions", report.say("buổi \"{}\" kéo sang buổi \"{}\" của ngày hôm sau",
                                       "session \"{}\" runs into \"{}\" of the next day",
                                       season.sessions.back().name, season.sessions.front().name));
  }
  return season;
}

}  // namespace

Schedule read_schedule(Keys& keys) {
  Schedule schedule;
  keys.require({"name", "season"});
  keys.read("name", schedule.name);
  keys.read("taps", schedule.taps, taps_demanded_words());
  std::int64_t quiet = schedule.repeat_quiet.count();
  keys.read("repeat_quiet_s", quiet, 0, repeat_quiet_s_max);
  schedule.repeat_quiet = std::chrono::seconds(quiet);
  keys.read_minutes("stay_min", schedule.stay_min);
  keys.read_minutes("lone_tap_reach_min", schedule.lone_tap_reach);
  keys.read("noon_one_tap", schedule.noon_one_tap);
  keys.read("minutes_after_grace", schedule.minutes_after_grace);
  keys.read("ignores_calendar", schedule.ignores_calendar);
  keys.each("season", [&](Keys& each) {
    auto season = read_season(each);
    if (!schedule.seasons.empty() && season.valid_from <= schedule.seasons.back().valid_from) {
      each.refuse("valid_from",
                  keys.report().say("không sau mùa trước đó; ghi các mùa theo thứ tự thời gian",
                                    "is not after the season before it; write the seasons in order of time"));
    }
    schedule.seasons.push_back(std::move(season));
  });
  return schedule;
}

}  // namespace badge::scenario
