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

using Sessions = InlineVector<PlannedSession, sessions_max>;

/// Those that stand beside all that were placed before them; nobody is in two places at once.
void add_beside(const Sessions& more, Sessions& placed) {
  for (const auto& session : more) {
    const auto overlaps = [&](const PlannedSession& other) { return overlap(other, session); };
    if (placed.size() < sessions_max && std::none_of(placed.begin(), placed.end(), overlaps))
      placed.push_back(session);
  }
}

/// The duties of the day before, as this day sees them.
Sessions nights(const DayPlan* before) {
  Sessions nights;
  if (before == nullptr || !before->has_duty) return nights;
  for (auto session : before->sessions) {
    session.start -= day_length;
    session.end -= day_length;
    if (session.is_duty && session.end > minutes(0)) nights.push_back(session);
  }
  return nights;
}

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

DayPlan with_duties(const DayPlan& plan, std::span<const Schedule* const> duties, const DayPlan* before,
                    Date date) {
  DayPlan merged = plan;
  merged.sessions.clear();
  merged.regular = {};
  for (const auto* schedule : duties) {
    const auto* season = season_on(*schedule, date);
    if (season == nullptr) continue;
    Sessions turn;
    add_sessions(*schedule, *season, true, turn);
    add_beside(turn, merged.sessions);
    if (merged.schedule == nullptr) {
      merged.schedule = schedule;
      merged.explain_until = date + std::chrono::days(schedule->explanation_days);
    }
  }
  const auto nights_before = nights(before);
  if (merged.sessions.empty() && nights_before.empty()) return plan;
  merged.has_duty = !merged.sessions.empty();
  Sessions ordinary;
  for (auto session : plan.sessions) {
    const auto overlaps = [&](const PlannedSession& night) { return overlap(night, session); };
    if (std::any_of(nights_before.begin(), nights_before.end(), overlaps)) continue;
    session.opens = session.rule->start - session.rule->opens_before;
    session.closes = session.rule->end + session.rule->closes_after;
    ordinary.push_back(session);
  }
  if (ordinary.empty() && (merged.has_duty || !plan.sessions.empty())) merged.kind = DayKind::duty;
  add_beside(ordinary, merged.sessions);
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
