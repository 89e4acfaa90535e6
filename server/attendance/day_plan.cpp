#include "server/attendance/day_plan.hpp"

#include <algorithm>

namespace badge::attendance {

namespace {

constexpr minutes day_length{24 * 60};
constexpr minutes session_end_max{36 * 60};   // night duty ends by noon of the next day
constexpr minutes window_reach_max{12 * 60};  // farther, a tap would belong to another day

DayKind kind_of(const Season* season, const Calendar& calendar, const CalendarDay* day, Date date) {
  if (day != nullptr && day->kind == CalendarKind::holiday) return DayKind::holiday;
  if (day != nullptr && day->kind == CalendarKind::off) return DayKind::off;
  if (season == nullptr) return DayKind::unscheduled;
  if (!calendar.is_working(date, season->weekdays)) return DayKind::weekend;
  return day != nullptr ? DayKind::make_up : DayKind::working;
}

PlannedSession planned(const SessionRule& rule) {
  return {rule.start,
          rule.end,
          rule.start - rule.opens_before,
          rule.end + rule.closes_after,
          rule.late_grace,
          rule.early_grace,
          &rule};
}

}  // namespace

const Season* season_on(const Schedule& schedule, Date date) {
  const Season* in_force = nullptr;
  for (const auto& season : schedule.seasons) {
    if (season.valid_from <= date) in_force = &season;
  }
  return in_force;
}

DayPlan plan_day(const Schedule* schedule, const Calendar& calendar, Date date) {
  DayPlan plan;
  const Season* season = schedule != nullptr ? season_on(*schedule, date) : nullptr;
  plan.calendar = calendar.on(date);
  plan.schedule = schedule;
  plan.kind = kind_of(season, calendar, plan.calendar, date);
  if (plan.kind != DayKind::working && plan.kind != DayKind::make_up) return plan;
  for (const auto& rule : season->sessions) {
    if (plan.sessions.size() == sessions_max) break;
    auto session = planned(rule);
    if (!plan.sessions.empty()) {
      // Neighbours never claim each other's time; what lies between them is shared (the noon rule).
      auto& earlier = plan.sessions.back();
      session.opens = std::max(session.opens, earlier.end);
      earlier.closes = std::min(earlier.closes, session.start);
    }
    plan.sessions.push_back(session);
  }
  return plan;
}

std::vector<std::string> schedule_faults(const Schedule& schedule) {
  std::vector<std::string> faults;
  const auto fault = [&](const SessionRule& rule, const std::string& what) {
    faults.push_back("session \"" + rule.name + "\": " + what);
  };
  if (schedule.seasons.empty()) faults.emplace_back("has no season");
  for (std::size_t s = 0; s < schedule.seasons.size(); ++s) {
    const auto& season = schedule.seasons[s];
    if (s > 0 && season.valid_from <= schedule.seasons[s - 1].valid_from) {
      faults.emplace_back("seasons must begin one after the other");
    }
    if (season.sessions.size() > sessions_max) {
      faults.push_back("more than " + std::to_string(sessions_max) + " sessions a day");
    }
    const SessionRule* earlier = nullptr;
    for (const auto& rule : season.sessions) {
      if (rule.start < minutes(0) || rule.start >= day_length)
        fault(rule, "must start between 00:00 and 23:59");
      if (rule.end <= rule.start) fault(rule, "must end after it starts");
      if (rule.end > session_end_max) fault(rule, "must end by 12:00 of the next day");
      for (const auto span : {rule.opens_before, rule.closes_after}) {
        if (span < minutes(0) || span > window_reach_max)
          fault(rule, "a tap window reaches 0 to 720 minutes");
      }
      if (rule.late_grace < minutes(0) || rule.early_grace < minutes(0))
        fault(rule, "grace cannot be negative");
      if (earlier != nullptr && rule.start < earlier->end) {
        fault(rule, "starts before \"" + earlier->name + "\" ends");
      }
      earlier = &rule;
    }
    // The last session of one day against the first of the next.
    if (!season.sessions.empty() && season.sessions.back().end - day_length > season.sessions.front().start) {
      fault(season.sessions.back(), "runs into \"" + season.sessions.front().name + "\" of the next day");
    }
  }
  return faults;
}

}  // namespace badge::attendance
