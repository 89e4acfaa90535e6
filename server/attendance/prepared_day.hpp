#pragma once
#include "server/attendance/day_facts.hpp"
#include "server/attendance/owed.hpp"
#include "server/attendance/stated.hpp"
#include "server/attendance/windows.hpp"

namespace badge::attendance {

/// What all rules about one day share, worked out once.
struct PreparedDay {
  explicit PreparedDay(const DayFacts& day)
      : facts(day), plan(*day.plan), owed(owed_on(day)), windows(day.before, *day.plan, day.after) {
    if (has_corrections(day)) stated_by_session = stated_on(day);
    for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
      if (!owed[i].is_excused) continue;
      covered |= 1U << i;
      // An approved correction goes before a paper.
      if (!stated(i).says_anything()) excused |= 1U << i;
    }
  }

  [[nodiscard]] const PlannedSession& session(std::size_t i) const { return plan.sessions[i]; }
  [[nodiscard]] bool is_excused(std::size_t i) const { return has_session(excused, i); }
  /// Whether a paper or a closure moves an end of the session.
  [[nodiscard]] bool is_cut(std::size_t i) const {
    return owed[i].start != session(i).start || owed[i].end != session(i).end;
  }
  [[nodiscard]] bool has_begun(std::size_t i) const { return facts.now >= time(session(i).start); }
  [[nodiscard]] LocalTime time(minutes minute) const { return LocalTime(facts.date) + minute; }
  [[nodiscard]] LocalTime end_of(minutes minute) const { return time(minute) + seconds(59); }
  [[nodiscard]] const Tap& tap(std::int32_t no) const { return facts.taps[static_cast<std::size_t>(no)]; }
  [[nodiscard]] minutes minute_of(std::int32_t no) const { return clock_minute(tap(no), facts.date); }
  [[nodiscard]] const StatedSession& stated(std::size_t i) const {
    static constexpr StatedSession nothing;
    return stated_by_session.empty() ? nothing : stated_by_session[i];
  }

  const DayFacts& facts;
  const DayPlan& plan;
  const OwedDay owed;
  const DayWindows windows;
  StatedDay stated_by_session;  // empty: no correction speaks of the day
  SessionMask covered = 0;      // by papers or a closure: their taps are not asked for
  SessionMask excused = 0;      // … and nothing is stated of them
};

}  // namespace badge::attendance
