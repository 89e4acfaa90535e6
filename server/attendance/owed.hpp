#pragma once
#include "server/attendance/day_facts.hpp"

namespace badge::attendance {

/// A bit for each session of a day.
using SessionMask = std::uint32_t;
[[nodiscard]] constexpr bool has_session(SessionMask mask, std::size_t session) {
  return (mask & (1U << session)) != 0;
}

/// What a session still asks when papers and closures are cut out of it. A cut in its middle changes nothing:
/// only its two ends are asked for.
struct OwedSession {
  minutes start{0}, end{0};        // the session's own, moved inward by what is cut off, unless that is all
  const Absence* paper = nullptr;  // the last one that was stated of those that excuse all of it, or else
                                   // of those that move an end
  bool closure = false;            // a closure excuses all of it, or moves its end
  bool is_excused = false;         // nothing is left
};
using OwedDay = InlineVector<OwedSession, sessions_max>;

/// For each session of the plan.
[[nodiscard]] OwedDay owed_on(const DayFacts& facts);

/// Whether the paper speaks of this date at all.
[[nodiscard]] bool is_of(const Absence& paper, Date date);

/// Which paper excuses each session of the day. Null in a place: none does.
[[nodiscard]] InlineVector<const Absence*, sessions_max> papers_of_sessions(const DayFacts& facts);
/// The sessions that papers, or a closure, excuse.
[[nodiscard]] SessionMask excused_sessions(const DayFacts& facts);

}  // namespace badge::attendance
