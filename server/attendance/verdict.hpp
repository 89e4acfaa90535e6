#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "server/attendance/day_plan.hpp"
#include "server/attendance/inline_vector.hpp"
#include "server/attendance/papers.hpp"

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
  late,        // span: how late; tap: the in; correction: the one that states the in instead
  left_early,  // span: how early; tap: the out; correction: the one that states the out instead
  missing_in,
  missing_out,
  direction_unknown,  // tap: too far from both ends of the session to be its in or its out
  no_tap,
  on_paper,             // paper
  taps_during_absence,  // tap: the first of them
  exempt,
  still_running,  // span: when its window closes, from midnight of the date
  erased,         // the day's taps are not kept any more (retention)
  no_badge,
  no_entrance,      // no entrance serves the unit, so nobody could have tapped
  silent_entrance,  // entrance; silence
  clock_doubtful,   // tap: the one whose time cannot be believed
  partly_excused,   // paper: it moves the start or the end of the session
  closure,          // nothing is owed since the closure; a part of the session may be
  allowance,        // span: minutes of a regime that were set off
  corrected,        // correction: an approved one, in place of what the taps say
  concluded,        // correction: … of what they could not say, because they may be incomplete
  explained,        // correction: the person's explanation awaits a decision
  unexplained,      // no explanation came in time, or it was refused: correction, or null
  marked,           // correction: what the timekeeper notes of an exempt person; the state stays exempt
};

struct Reason {
  ReasonCode code;
  minutes span{0};
  std::int32_t tap = -1;                   // place in DayFacts::taps
  const Absence* paper = nullptr;          // lives in the RuleBook
  const Silence* silence = nullptr;        // lives in the Coverage; null: the entrance has never listened
  const std::string* entrance = nullptr;   // its name; lives in the InForce
  const Correction* correction = nullptr;  // lives in the RuleBook
};

inline constexpr std::size_t reasons_max = 10;  // the most that one session can have: late, early, paper, …

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
  bool temporary_card = false;  // a lent card was used
  InlineVector<SessionVerdict, sessions_max> sessions;
};

/// The enumerators' names: the words of the HTTP interface, so they never change.
[[nodiscard]] std::string_view to_string(SessionState state);
[[nodiscard]] std::string_view to_string(ReasonCode code);
[[nodiscard]] std::string_view to_string(DayKind kind);

}  // namespace badge::attendance
