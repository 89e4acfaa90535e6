#pragma once
#include <cstdint>
#include <vector>

#include "server/attendance/judge.hpp"

namespace badge::attendance {

/// What became of one tap of a day.
struct TapUse {
  enum class Kind : std::uint8_t {
    in,               // of `session`
    out,              // of `session`
    out_and_in,       // closes `session` and opens the next: one tap at noon
    between,          // within `session`, neither its first nor its last
    during_absence,   // within `session`, which a paper covers: a conflict for HR
    not_asked,        // within `session` of a person who is exempt, or whose schedule asks for fewer taps, or
                      // which a closure excuses
    repeat,           // less than the quiet after the one before
    outside_windows,  // belongs to no session of this day
  };
  Kind kind = Kind::outside_windows;
  std::uint8_t session = 0;
};

/// The use of every tap of the facts, in their order; for a page about one day. `verdict` is judge()'s.
[[nodiscard]] std::vector<TapUse> tap_uses(const DayFacts& facts, const DayVerdict& verdict);

}  // namespace badge::attendance
