#include "server/attendance/claim.hpp"

namespace badge::attendance {

const Correction* apply(const StatedSession& stated, Claim& claim) {
  if (stated.absent != nullptr) {
    claim = {.open = true, .absent = true};
    return stated.absent;
  }
  // What a whole unit could not tap is forgiven only where it is held against the person.
  const bool in_is_held = (claim.absent && claim.lacks_in) || claim.missing_in || claim.late_by > minutes(0);
  const bool out_is_held =
      (claim.absent && claim.lacks_out) || claim.missing_out || claim.early_by > minutes(0);
  const auto* in = stated.in == nullptr && in_is_held ? claim.in_outage : stated.in;
  const auto* out = stated.out == nullptr && out_is_held ? claim.out_outage : stated.out;
  if (in == nullptr && out == nullptr) return nullptr;

  claim.missing_in = in == nullptr && ((claim.absent && claim.asks_in) || claim.missing_in);
  claim.missing_out = out == nullptr && ((claim.absent && claim.asks_out) || claim.missing_out);
  claim.absent = false;
  claim.undecided = none;
  if (in != nullptr) claim.needs_until = none;
  if (out != nullptr) claim.needs_since = none;
  if (in != stated.in) claim.late_by = minutes(0);
  if (out != stated.out) claim.early_by = minutes(0);
  claim.late = claim.late_by;
  claim.early = claim.early_by;
  claim.needs_all =
      (claim.slides && out == stated.out) ||
      ((in == nullptr || out == nullptr) && (claim.missing_in || claim.missing_out || claim.fragile));
  return in != nullptr ? in : out;
}

}  // namespace badge::attendance
