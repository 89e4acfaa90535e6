#pragma once
#include <algorithm>
#include <span>
#include <vector>

#include "server/attendance/day_plan.hpp"
#include "server/attendance/papers.hpp"
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
  std::span<const DateSpan> badge_days;                     // on which the person held a badge
  LocalTime now;  // sessions after it are not due, those around it not settled

  [[nodiscard]] bool has_badge() const {
    return std::any_of(badge_days.begin(), badge_days.end(),
                       [this](const DateSpan& days) { return days.contains(date); });
  }
};

}  // namespace badge::attendance
