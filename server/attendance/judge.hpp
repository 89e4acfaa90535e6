#pragma once
#include "server/attendance/day_facts.hpp"
#include "server/attendance/owed.hpp"
#include "server/attendance/session_taps.hpp"
#include "server/attendance/verdict.hpp"
#include "server/attendance/watch.hpp"

namespace badge::attendance {

/// Judges one person's day, session by session, by the rules in ARCHITECTURE.md. Pure: the same facts give
/// the same verdict. `verdict` is overwritten; handing the same one in again saves making it anew.
void judge(const DayFacts& facts, const Watch& watch, DayVerdict& verdict);

/// The same verdict without the short cut for regular days.
void judge_by_all_rules(const DayFacts& facts, const Watch& watch, DayVerdict& verdict);

}  // namespace badge::attendance
