#pragma once
#include <optional>
#include <span>

#include "server/attendance/calendar.hpp"
#include "server/attendance/facts.hpp"
#include "server/attendance/inline_vector.hpp"

namespace badge::attendance {

// What a schedule may ask; who takes schedules in holds them to it.
inline constexpr std::size_t sessions_max = 8;       // of a day; offices have two, a duty roster four
inline constexpr minutes session_end_max{36 * 60};   // night duty ends by noon of the next day
inline constexpr minutes window_reach_max{12 * 60};  // farther, a tap would belong to another day

/// Why there is work on a day, or none.
enum class DayKind : std::uint8_t {
  working,
  make_up,  // the calendar made it a working day
  weekend,  // no weekday of the schedule
  holiday,
  off,
  unscheduled,  // no schedule, or none of its seasons has begun
  closure,      // a working day on which a letter closes the office, wholly or from a time on
  duty,         // a duty, of this day or of the night before, leaves no ordinary hours
};

/// One session of one date. Minutes count from midnight of that date; `end` and `closes` may pass 24:00.
struct PlannedSession {
  minutes start{0}, end{0};
  minutes opens{0}, closes{0};  // both included; cut where a session of the same day stands next to it
  minutes late_grace{0}, early_grace{0};
  const SessionRule* rule = nullptr;   // its name
  const Schedule* schedule = nullptr;  // which asks for it
  bool is_duty = false;
};

/// When the taps of a regular day come (regular_day.hpp), in seconds from midnight: in, out, in, out … Worked
/// out once for all who follow a plan.
struct RegularTaps {
  struct Time {
    std::int32_t from, until;  // from <= t < until
  };
  InlineVector<Time, 2 * sessions_max> times;  // empty: no day of the plan is regular
  std::int32_t stay_min = 0;
  std::int32_t settled = 0;  // the last window is over
};

/// What is asked on one date. Points into the schedule and calendar that it was made of.
struct DayPlan {
  DayKind kind = DayKind::unscheduled;
  const CalendarDay* calendar = nullptr;
  const Schedule* schedule = nullptr;
  InlineVector<PlannedSession, sessions_max> sessions;  // in order; empty unless people work
  std::optional<minutes> closed_from;                   // of a closure: since then nothing is owed
  minutes flex_earlier{0}, flex_later{0};               // of the season
  bool has_duty = false;
  Date explain_until;  // the last day on which a gap of this day may be explained
  RegularTaps regular;
};

/// The rows of the calendar that hold for somebody on one date: the nearest, and what would hold without it.
struct CalendarRows {
  const CalendarDay* nearest = nullptr;
  const CalendarDay* beneath = nullptr;
  friend bool operator==(const CalendarRows&, const CalendarRows&) = default;
};

/// `schedule` null: nobody said what hours hold. Does not fill `explain_until` and
/// `regular`.
[[nodiscard]] DayPlan plan_day(const Schedule* schedule, const CalendarRows& calendar, Date date);

/// The same plan with the sessions of these duty schedules. A duty, and a duty of the day before (its plan,
/// or null) that runs into this one, takes the place of every session that it overlaps; sessions beyond
/// sessions_max are left out.
[[nodiscard]] DayPlan with_duties(const DayPlan& plan, std::span<const Schedule* const> duties,
                                  const DayPlan* before, Date date);

/// Null: no season has begun.
[[nodiscard]] const Season* season_on(const Schedule& schedule, Date date);

/// The last of the `explanation_days` working days of this schedule that follow `date`.
[[nodiscard]] Date explain_until(const Schedule& schedule, const Calendar& calendar, Date date);

}  // namespace badge::attendance
