#pragma once
#include "server/attendance/session_taps.hpp"
#include "server/attendance/stated.hpp"
#include "server/attendance/verdict.hpp"

namespace badge::attendance {

/// What is to be said of a session if no tap went unseen, and when one could have been that changes it.
struct Claim {
  bool open = false;  // the session is still to be settled
  bool absent = false, missing_in = false, missing_out = false;
  TapNo undecided = none;
  minutes late_by{0}, early_by{0};  // beyond grace; else 0
  minutes late{0}, early{0};        // what of it counts

  std::size_t first = 0, last = 0;  // the sessions in whose reach an unseen tap could change it
  std::size_t settled_by = 0;       // the session after whose window nothing can change it any more
  bool fragile = false;             // one more tap could turn an in into an out
  bool slides = false;       // its end is due by the first in of the day, which could have been earlier
  bool needs_all = false;    // every tap of the reach must have been heard
  TapNo needs_until = none;  // … only those before this one
  TapNo needs_since = none;  // … only those after this one

  bool lacks_in = true, lacks_out = true;  // of an absent one: the ends that would make it present
  bool asks_in = true, asks_out = true;    // … and those that it misses if only the other is known
  const Correction* in_outage = nullptr;   // of the unit: an in in time could have been lost in it
  const Correction* out_outage = nullptr;  // … an out in time

  [[nodiscard]] bool is_against_the_person() const {
    return absent || missing_in || missing_out || late > minutes(0) || early > minutes(0);
  }
  void ask_for_what_is_missing() { needs_all = absent || missing_in || missing_out || fragile || slides; }
};
using Claims = InlineVector<Claim, sessions_max>;

/// Changes the claim to what approved corrections say of the session. Returns the one that did; null: they
/// say nothing that the taps do not.
const Correction* apply(const StatedSession& stated, Claim& claim);

}  // namespace badge::attendance
