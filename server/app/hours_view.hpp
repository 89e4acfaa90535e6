#pragma once
/// The calendar and the schedules as they are in force, for who edits them. Of units and people beyond the
/// scope nothing is told; rows of the units above it hold for it too, and are. Pure.
#include <string>
#include <vector>

#include "server/app/scope.hpp"
#include "server/attendance/rule_book.hpp"

namespace badge::app {

inline constexpr std::size_t assignments_listed_max = 500;  // of one schedule: who has more uses a file

struct CalendarEntry {
  attendance::CalendarDay day;  // exceptions beyond the scope are left out
  std::string unit_name;        // empty: for everybody
};

/// Every row of the year, by date; that for everybody first, then by unit.
[[nodiscard]] std::vector<CalendarEntry> calendar_of(const attendance::RuleBook& book, const Scope& scope,
                                                     std::chrono::year year);

struct AssignmentEntry {
  attendance::Assignment assignment;
  std::string name;       // of the unit or the person
  std::string unit_name;  // of the person
};

struct ScheduleEntry {
  attendance::Schedule schedule;
  std::size_t assigned = 0;             // in all, what is over too
  std::vector<AssignmentEntry> listed;  // what holds or will hold first; units before people
};

/// By name. For who sees a part: those that are assigned to somebody there.
[[nodiscard]] std::vector<ScheduleEntry> schedules_of(const attendance::RuleBook& book, const Scope& scope,
                                                      attendance::Date today);

}  // namespace badge::app
