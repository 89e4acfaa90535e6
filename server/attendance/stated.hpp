#pragma once
#include <optional>

#include "server/attendance/owed.hpp"

namespace badge::attendance {

/// What corrections of the person say of one session.
struct StatedSession {
  const Correction* in = nullptr;        // approved: says when the person came, or that it was in time
  const Correction* out = nullptr;       // approved: says when the person left, or that it was in time
  const Correction* absent = nullptr;    // approved: says that the person was not there
  std::optional<minutes> in_at, out_at;  // nothing: in time
  const Correction* pending = nullptr;   // awaits a decision
  const Correction* refused = nullptr;
  [[nodiscard]] bool says_in_time_in() const { return in != nullptr && !in_at; }
  [[nodiscard]] bool says_in_time_out() const { return out != nullptr && !out_at; }
  [[nodiscard]] bool says_anything() const { return in != nullptr || out != nullptr || absent != nullptr; }
};
using StatedDay = InlineVector<StatedSession, sessions_max>;

/// Whether any correction, or an outage of the unit, speaks of this date.
[[nodiscard]] bool has_corrections(const DayFacts& facts);

/// For each session of the plan. Of several approved corrections that speak of one end, the last holds.
[[nodiscard]] StatedDay stated_on(const DayFacts& facts);

/// An outage of the whole unit, speaking of this session, that overlaps these minutes, ends included: a tap
/// could have been lost then. Null: none.
[[nodiscard]] const Correction* outage_in(const DayFacts& facts, const PlannedSession& session, minutes from,
                                          minutes to);

}  // namespace badge::attendance
