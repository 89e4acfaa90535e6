#pragma once
#include <optional>

#include "server/attendance/owed.hpp"

namespace badge::attendance {

/// What corrections say of one session.
struct StatedSession {
  const Correction* in = nullptr;      // approved: says when the person came; `in_at`
  const Correction* out = nullptr;     // approved: says when the person left; `out_at`
  const Correction* absent = nullptr;  // approved: says that the person was not there
  minutes in_at{0}, out_at{0};
  /// Approved for the whole unit: an end that its taps hold against the person could not be read.
  const Correction* in_outage = nullptr;
  const Correction* out_outage = nullptr;
  const Correction* pending = nullptr;  // awaits a decision
  const Correction* refused = nullptr;
  [[nodiscard]] bool says_present() const { return in != nullptr || out != nullptr; }
};
using StatedDay = InlineVector<StatedSession, sessions_max>;

/// Whether any correction speaks of this date.
[[nodiscard]] bool has_corrections(const DayFacts& facts);

/// For each session of the plan. Of several approved corrections that speak of one end, the last holds.
[[nodiscard]] StatedDay stated_on(const DayFacts& facts);

}  // namespace badge::attendance
