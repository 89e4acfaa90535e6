#pragma once
#include <optional>
#include <vector>

#include "server/attendance/duty_cover.hpp"
#include "server/attendance/presence.hpp"

namespace badge::attendance {

/// A person's turn on duty at a moment.
struct TurnNow {
  const Duty* duty = nullptr;
  bool in_service = true;  // who is not covers nothing
  Presence presence = Presence::not_seen;
  const Absence* paper = nullptr;  // of `away`
};

/// How a duty slot stands at a moment.
enum class SlotCover : std::uint8_t {
  covered,  // enough people are here, or will be: the hours have not begun
  unnamed,  // fewer people are named, and not away on paper, than must be there
  empty,    // the hours have begun, and fewer than must be are here
  unknown,  // it may be so, but an entrance is silent or somebody has no badge
};

struct SlotNow {
  const DutySlot* slot = nullptr;
  Date date;                             // on which the hours begin
  const SessionRule* session = nullptr;  // of its hours, that goes on or comes next
  std::vector<TurnNow> turns;
  SlotCover cover = SlotCover::covered;

  [[nodiscard]] int named() const;  // who can come
  [[nodiscard]] int here() const;   // who is exempt from tapping is believed
};

/// The session of a slot's hours that goes on, or comes next on that day. Null: they are over, or there are
/// none.
[[nodiscard]] const SessionRule* session_now(const Schedule& hours, Date date, LocalTime now);

/// Where the session has not begun, with its grace, nobody is missed yet.
[[nodiscard]] SlotCover cover_of(const SlotNow& slot, LocalTime now);

}  // namespace badge::attendance
