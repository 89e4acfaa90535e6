#include "server/attendance/day_plan.hpp"

#include <algorithm>

namespace badge::attendance {

namespace {

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

}  // namespace badge::attendance
