#pragma once
#include <cstdint>
#include <span>

#include "server/attendance/day_plan.hpp"
#include "server/attendance/owed.hpp"
#include "server/attendance/tap.hpp"
#include "server/attendance/windows.hpp"

namespace badge::attendance {

/// A place in the day's taps; none: no tap.
using TapNo = std::int32_t;
inline constexpr TapNo none = -1;

[[nodiscard]] inline const Tap& tap_at(std::span<const Tap> taps, TapNo no) {
  return taps[static_cast<std::size_t>(no)];
}

/// The taps of one session, or of a whole day, as far as its ends need them.
struct Served {
  TapNo first_in = none;  // the first that can be an in: a reader for outs only cannot give one
  TapNo last_out = none;  // the last that can be an out

  void take(TapNo no, const Tap& tap);
  [[nodiscard]] bool empty() const { return first_in == none && last_out == none; }
};

/// Deals out the taps of a day: to sessions by their windows, and at noon to the end that each serves.
/// Repeats serve nothing. Noon is shared only if both its sessions are judged; beside an `excused` one, all
/// its taps serve the other.
using ServedSessions = InlineVector<Served, sessions_max>;
[[nodiscard]] ServedSessions deal_out(std::span<const Tap> taps, Date date, const DayPlan& plan,
                                      const DayWindows& windows, SessionMask excused);

/// Which tap is the in and which the out of a session from `start` to `end`. The first and last tap are one
/// event if they are less than the shortest stay apart, and one event is only one end.
struct Ends {
  TapNo in = none, out = none;
  TapNo undecided = none;  // too far from both ends to be told to be either
  bool fragile =
      false;  // one more tap beside these could turn an in into an out, so all must have been heard
};
[[nodiscard]] Ends find_ends(const Served& served, std::span<const Tap> taps, Date date, minutes start,
                             minutes end, const Schedule& schedule);

}  // namespace badge::attendance
