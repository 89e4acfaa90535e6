#include "server/attendance/day_plan.hpp"

#include <algorithm>
#include <array>

namespace badge::attendance {

namespace {

DayKind kind_of(const CalendarDay* row, const Season* season, Date date) {
  if (row != nullptr && row->kind == CalendarKind::holiday) return DayKind::holiday;
  if (row != nullptr && row->kind == CalendarKind::off) return DayKind::off;
  if (season == nullptr) return DayKind::unscheduled;
  if (!is_working(row, date, season->weekdays)) return DayKind::weekend;
  return row != nullptr && row->kind == CalendarKind::working ? DayKind::make_up : DayKind::working;
}

/// The sessions of a season, whatever the day.
void add_sessions(const Schedule& schedule, const Season& season, bool is_duty,
                  InlineVector<PlannedSession, sessions_max>& sessions) {
  for (const auto& rule : season.sessions) {
    if (sessions.size() == sessions_max) return;
    sessions.push_back({rule.start, rule.end, rule.start - rule.opens_before, rule.end + rule.closes_after,
                        rule.late_grace, rule.early_grace, &rule, &schedule, is_duty});
  }
}

/// Neighbours never claim each other's time; what lies between them is shared (the noon rule).
void trim_windows(InlineVector<PlannedSession, sessions_max>& sessions) {
  for (std::size_t i = 0; i + 1 < sessions.size(); ++i) {
    auto& earlier = sessions[i];
    auto& later = sessions[i + 1];
    later.opens = std::max(later.opens, earlier.end);
    earlier.closes = std::min(earlier.closes, later.start);
  }
}

bool overlap(const PlannedSession& a, const PlannedSession& b) { return a.start < b.end && b.start < a.end; }

}  // namespace

const Season* season_on(const Schedule& schedule, Date date) {
  const Season* in_force = nullptr;
  for (const auto& season : schedule.seasons) {
    if (season.valid_from <= date) in_force = &season;
  }
  return in_force;
}

DayPlan plan_day(const Schedule* schedule, const CalendarRows& calendar, Date date) {
  DayPlan plan;
  const Season* season = schedule != nullptr ? season_on(*schedule, date) : nullptr;
  plan.schedule = schedule;
  const bool ignores_calendar = schedule != nullptr && schedule->ignores_calendar;
  const auto* row = ignores_calendar ? nullptr : calendar.nearest;
  const bool is_closure = row != nullptr && row->kind == CalendarKind::closure;
  plan.calendar = row;
  // Whether the closure falls on a working day, the row beneath it says.
  plan.kind = kind_of(is_closure ? calendar.beneath : row, season, date);
  if (plan.kind != DayKind::working && plan.kind != DayKind::make_up) {
    if (is_closure) plan.calendar = calendar.beneath;
    return plan;
  }
  if (is_closure) {
    plan.kind = DayKind::closure;
    plan.closed_from = row->from;
  }
  plan.flex_earlier = season->flex_earlier;
  plan.flex_later = season->flex_later;
  add_sessions(*schedule, *season, false, plan.sessions);
  trim_windows(plan.sessions);
  return plan;
}

DayPlan with_duties(const DayPlan& plan, std::span<const Schedule* const> duties, Date date) {
  DayPlan merged = plan;
  merged.sessions.clear();
  for (const auto* schedule : duties) {
    if (const auto* season = season_on(*schedule, date)) {
      add_sessions(*schedule, *season, true, merged.sessions);
      if (merged.schedule == nullptr) {
        merged.schedule = schedule;
        merged.explain_until = date + std::chrono::days(schedule->explanation_days);
      }
    }
  }
  if (merged.sessions.empty()) return plan;
  merged.has_duty = true;
  if (plan.sessions.empty()) merged.kind = DayKind::duty;
  const auto duty_count = merged.sessions.size();
  for (auto session : plan.sessions) {
    const std::span duties_planned(merged.sessions.begin(), duty_count);
    const auto overlaps = [&](const PlannedSession& duty) { return overlap(duty, session); };
    if (merged.sessions.size() == sessions_max ||
        std::any_of(duties_planned.begin(), duties_planned.end(), overlaps))
      continue;
    session.opens = session.rule->start - session.rule->opens_before;
    session.closes = session.rule->end + session.rule->closes_after;
    merged.sessions.push_back(session);
  }
  std::sort(merged.sessions.begin(), merged.sessions.end(),
            [](const auto& a, const auto& b) { return a.start < b.start; });
  trim_windows(merged.sessions);
  return merged;
}

Date explain_until(const Schedule& schedule, const Calendar& calendar, Date date) {
  constexpr int days_looked_at_max = 60;  // no run of holidays is nearly as long
  auto left = schedule.explanation_days;
  for (int i = 0; i < days_looked_at_max && left > 0; ++i) {
    date += std::chrono::days(1);
    const auto* row = calendar.for_everybody_on(date);
    const auto kind = plan_day(&schedule, {row, nullptr}, date).kind;
    left -= kind == DayKind::working || kind == DayKind::make_up;
  }
  return date;
}

}  // namespace badge::attendance
