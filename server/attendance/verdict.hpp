#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "server/attendance/day_plan.hpp"
#include "server/attendance/papers.hpp"
#include "server/attendance/inline_vector.hpp"

namespace badge::attendance {

struct Silence;

enum class SessionState : std::uint8_t {
  present,
  absent,       // no tap and no paper; people read "chưa có giải trình"
  excused,      // an approved paper covers it
  exempt,       // nobody asks this person to tap
  provisional,  // what is known does not decide it yet
  not_due,      // it has not begun
};

/// Why a verdict is what it is. Which members of Reason say more is written beside each.
enum class ReasonCode : std::uint8_t {
  late,        // span: how late; tap: the in
  left_early,  // span: how early; tap: the out
  missing_in,
  missing_out,
  direction_unknown,  // tap: too far from both ends of the session to be its in or its out
  no_tap,
  on_paper,             // paper
  taps_during_absence,  // tap: the first of them
  exempt,
  still_running,  // span: when its window closes, from midnight of the date
  no_badge,
  no_entrance,      // no entrance serves the unit, so nobody could have tapped
  silent_entrance,  // entrance; silence
  clock_doubtful,   // tap: the one whose time cannot be believed
};

struct Reason {
  ReasonCode code;
  minutes span{0};
  std::int32_t tap = -1;             // place in DayFacts::taps
  const Absence* paper = nullptr;    // lives in the RuleBook
  const Silence* silence = nullptr;  // lives in the Coverage; null: the entrance has never listened
  std::int32_t entrance = -1;        // place among the entrances that serve the unit
};

inline constexpr std::size_t reasons_max = 6;  // the most that one session can have: late, early, paper, …

struct SessionVerdict {
  SessionState state = SessionState::not_due;
  bool missing_in = false, missing_out = false;
  minutes late{0}, early{0};
  std::int32_t in = -1, out = -1;  // places in DayFacts::taps; -1: none. Also while provisional
  InlineVector<Reason, reasons_max> reasons;
};

/// One person's day. Session `i` is `plan.sessions[i]` of the facts that it was judged from.
struct DayVerdict {
  DayKind kind = DayKind::unscheduled;
  InlineVector<SessionVerdict, sessions_max> sessions;
};

/// The enumerators' names: the words of the HTTP interface, so they never change.
[[nodiscard]] std::string_view to_string(SessionState state);
[[nodiscard]] std::string_view to_string(ReasonCode code);
[[nodiscard]] std::string_view to_string(DayKind kind);

}  // namespace badge::attendance
