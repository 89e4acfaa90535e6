#pragma once
#include <optional>

#include "server/attendance/claim.hpp"
#include "server/attendance/prepared_day.hpp"

namespace badge::attendance {

/// When the ends of each session are due, and by how much they are missed. With flexible hours the last out
/// of a day is due as much later as its first in was, or earlier; so ask in order of the day.
class Due {
 public:
  explicit Due(const PreparedDay& day);

  /// Enters into the claim by how much the in is too late and the out too early, by these taps or by what a
  /// correction states; and the outages in which an end that is in time could have been lost.
  void hold_against(std::size_t session, TapNo in, TapNo out, Claim& claim);

  /// An excused session: who came before the start of the day may leave sooner all the same.
  void pass(std::size_t session, TapNo in);

  /// Without flexible hours.
  [[nodiscard]] bool is_late(std::size_t session, minutes in) const;
  [[nodiscard]] bool is_early(std::size_t session, minutes out) const;

 private:
  [[nodiscard]] const Correction* lost_in(std::size_t session, const Claim& claim, minutes until) const;
  [[nodiscard]] const Correction* lost_out(std::size_t session, const Claim& claim, minutes since) const;
  void slide_by(std::size_t session, minutes came, minutes due_in);

  const PreparedDay& day_;
  // Of flexible hours; none of the sessions where the day has not got them.
  std::size_t opens_day_ = sessions_max, closes_day_ = sessions_max;
  minutes slide_{0};  // by how much the last out is due later
};

}  // namespace badge::attendance
