#pragma once
#include <algorithm>
#include <span>
#include <vector>

#include "server/attendance/day_plan.hpp"
#include "server/attendance/papers.hpp"
#include "server/attendance/people.hpp"
#include "server/attendance/tap.hpp"

namespace badge::attendance {

/// Everything that one person's day is judged from. Of papers, regimes, corrections and badges, those of
/// other days are passed over.
struct DayFacts {
  Date date;
  const DayPlan* before = nullptr;  // the person's plan of the day before; null: not in service
  const DayPlan* plan = nullptr;    // never null
  const DayPlan* after = nullptr;
  std::span<const Tap> taps;        // in order, repeats marked; at least all that the day's windows can hold
  std::span<const Absence> papers;  // of the person
  std::span<const Regime> regimes;
  std::span<const Correction> corrections;
  const std::vector<const Correction*>* outages = nullptr;  // approved ones of the unit; null: none
  std::span<const TimeSpan> badge_times;                    // in which the person held a badge
  LocalTime now;  // sessions after it are not due, those around it not settled

  [[nodiscard]] bool has_badge() const { return has_badge_within({date, date + std::chrono::days(1)}); }
  /// At some time of this session: who was lent a card in the afternoon had none in the morning.
  [[nodiscard]] bool has_badge_in(const PlannedSession& session) const {
    return has_badge_within({date + session.start, date + session.end});
  }
  [[nodiscard]] bool has_badge_within(const TimeSpan& time) const {
    return std::any_of(badge_times.begin(), badge_times.end(),
                       [&](const TimeSpan& held) { return held.overlaps(time); });
  }
};

}  // namespace badge::attendance
