#include "server/attendance/credit_confirmation.hpp"

#include <algorithm>
#include <optional>

namespace badge::attendance {

Confirmation confirmation(const Credit& credit, std::span<const Tap> taps, bool listened) {
  const LocalTime from = credit.date + credit.time.from;
  const LocalTime to = credit.date + credit.time.to;
  std::optional<LocalTime> first, last;
  bool seen = false, doubtful = false;
  for (const auto& tap : taps) {
    const LocalTime at = std::chrono::floor<minutes>(tap.at);  // as it is shown
    if (tap.repeat || at < from - confirmation_reach || at > to + confirmation_reach) continue;
    doubtful = doubtful || tap.clock_doubtful;
    if (tap.clock_doubtful) continue;
    first = std::min(first.value_or(at), at);
    last = std::max(last.value_or(at), at);
    seen = seen || (from - confirmation_tolerance <= at && at <= to + confirmation_tolerance);
  }
  const bool came = first && *first <= from + confirmation_tolerance;
  const bool stayed = last && *last >= to - confirmation_tolerance;
  if (came && stayed && first != last) return Confirmation::confirmed;
  if (!listened || doubtful) return Confirmation::not_covered;
  return seen ? Confirmation::partly : Confirmation::unseen;
}

std::string_view to_string(Confirmation confirmation) {
  switch (confirmation) {
    case Confirmation::confirmed:
      return "confirmed";
    case Confirmation::partly:
      return "partly";
    case Confirmation::unseen:
      return "unseen";
    case Confirmation::not_covered:
      return "not_covered";
  }
  return {};
}

}  // namespace badge::attendance
