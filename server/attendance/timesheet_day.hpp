#pragma once
/// What one person's day was, in the words of a timesheet. Pure.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/attendance/day_facts.hpp"
#include "server/attendance/sheet.hpp"
#include "server/attendance/timesheet_facts.hpp"

namespace badge::attendance {

/// Why a part of a day cannot have a symbol.
enum class TimesheetGapKind : std::uint8_t {
  not_over,           // it has not begun, or may still be tapped
  not_enough_data,    // provisional
  unexplained,        // absent, and an explanation may still come
  awaits_decision,    // absent, and the explanation is not decided on
  marked_absent,      // exempt from tapping, and noted as absent without a paper
  leave_by_the_hour,  // excused by annual leave for parts of it only, which uses no leave
  leave_on_duty,      // annual leave on a day with a duty: which hours it takes is for people to say
  paper_gone,         // excused, and the paper is not kept any more (retention)
  no_schedule,        // nobody said what hours hold
  no_symbol,          // the office has no symbol for it
};
/// The enumerators' names: words of the HTTP interface, so they never change.
[[nodiscard]] std::string_view to_string(TimesheetGapKind kind);

/// One session of a day, or a whole day without hours.
struct TimesheetPart {
  std::string session;                      // its name; empty: the day
  std::optional<TimesheetGapKind> gap;      // then the meaning says nothing
  DayMeaning meaning = DayMeaning::worked;  // of all of it that `others` do not take
  minutes due{0};
  /// Papers for parts of it, and a closure since a time; together at most `due`.
  std::vector<std::pair<DayMeaning, minutes>> others = {};
  minutes lost{0};  // late and early, as the verdict counts them
};

struct TimesheetDay {
  enum class Kind : std::uint8_t {
    due,      // see parts
    rest,     // nothing was owed: a weekend, a day off, the morning after a night on duty
    holiday,  // … and it would have been worked: one part, without a session
    elsewhere,
  };
  Date date;
  Kind kind = Kind::rest;
  std::vector<TimesheetPart> parts = {};  // in order
};

/// `facts` needs its date, plan, papers and corrections only. `lines`: what the sheet says of this date, in
/// order; where it is frozen, `facts` are those that it was judged from. Annual leave is told exactly where
/// leave_days() counts it.
[[nodiscard]] TimesheetDay timesheet_day(const DayFacts& facts, std::span<const SheetLine> lines);

/// … of somebody of whom the sheet is all that is kept.
[[nodiscard]] TimesheetDay timesheet_day(Date date, std::span<const SheetLine> lines);

}  // namespace badge::attendance
