#pragma once
#include <span>

#include "server/attendance/day_plan.hpp"
#include "server/attendance/session_taps.hpp"
#include "server/attendance/tap.hpp"
#include "server/attendance/verdict.hpp"
#include "server/attendance/watch.hpp"

namespace badge::attendance {

/// Everything that one person's day is judged from.
struct DayFacts {
  Date date;
  const DayPlan* before = nullptr;  // the person's plan of the day before; null: not in service
  const DayPlan* plan = nullptr;    // never null
  const DayPlan* after = nullptr;
  std::span<const Tap> taps;        // in order, repeats marked; at least all that the day's windows can hold
  std::span<const Absence> papers;  // of the person; those of other days are passed over
  bool has_badge = true;
  LocalTime now;  // sessions after it are not due, those around it not settled
};

/// Judges one person's day, session by session, by the rules in ARCHITECTURE.md. Pure: the same facts give
/// the same verdict. `verdict` is overwritten; handing the same one in again saves making it anew.
void judge(const DayFacts& facts, const Watch& watch, DayVerdict& verdict);

/// The same verdict without the short cut for regular days.
void judge_by_all_rules(const DayFacts& facts, const Watch& watch, DayVerdict& verdict);

/// Which sessions of the day a paper covers. Null in a place: none does.
[[nodiscard]] InlineVector<const Absence*, sessions_max> papers_of_sessions(const DayFacts& facts);
[[nodiscard]] SessionMask excused_sessions(const DayFacts& facts);

}  // namespace badge::attendance
