#pragma once
#include <vector>

#include "server/attendance/day_facts.hpp"
#include "server/attendance/session_taps.hpp"
#include "server/attendance/verdict.hpp"

namespace badge::attendance {

/// Out of the office between two taps of one session. A hint to look at, never a verdict: nobody is judged by
/// it.
struct Away {
  std::size_t session = 0;
  TapNo out = none, in = none;  // places in DayFacts::taps
  minutes length{0};            // of the session; what papers, closures and regimes speak of is taken off
  friend bool operator==(const Away&, const Away&) = default;
};

/// Those of one day, in order, with something left of them. `verdict` is judge()'s.
///
/// Looked at are the taps strictly between the in and the out of a session that somebody was present in and
/// that asks for both. Readers for one direction tell: an out, and the in that follows it. Of taps without a
/// direction an even number pairs up, out and in; an odd number says nothing, because nobody knows which one
/// is missing. Where both sorts meet, only what the readers tell is said.
[[nodiscard]] std::vector<Away> aways_of(const DayFacts& facts, const DayVerdict& verdict);

}  // namespace badge::attendance
