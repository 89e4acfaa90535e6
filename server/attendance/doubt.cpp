#include "server/attendance/doubt.hpp"

#include <algorithm>

namespace badge::attendance {

namespace {

class Doubter {
 public:
  Doubter(const DayFacts& facts, const Watch& watch, const Claim& claim)
      : facts_(facts), watch_(watch), claim_(claim) {}

  [[nodiscard]] std::optional<Reason> within(const Window& window) const {
    const auto from = LocalTime(facts_.date) + window.opens;
    const auto to = LocalTime(facts_.date) + window.closes + seconds(59);
    const bool has_badge = facts_.has_badge_within({from, to + seconds(1)});
    if (claim_.needs_all) return heard(from, to, has_badge);
    if (claim_.needs_until != none && (claim_.late > minutes(0) || claim_.absent)) {
      const auto in = tap_at(facts_.taps, claim_.needs_until).at;
      if (auto doubt = heard(from, std::min(to, in), has_badge)) return doubt;
    }
    if (claim_.needs_since != none && (claim_.early > minutes(0) || claim_.absent)) {
      // An unseen tap just before the last one would have made that one a repeat.
      const auto since = tap_at(facts_.taps, claim_.needs_since).at - facts_.plan->schedule->repeat_quiet;
      return heard(std::max(from, since), to, has_badge);
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<Reason> heard(LocalTime from, LocalTime to, bool has_badge) const {
    if (from > to) return std::nullopt;
    return watch_.first_doubt(from, to, has_badge);
  }

  const DayFacts& facts_;
  const Watch& watch_;
  const Claim& claim_;
};

bool has_badge_in_any(const DayFacts& facts, const Claim& claim) {
  for (auto i = claim.first; i <= claim.last; ++i) {
    if (facts.has_badge_in(facts.plan->sessions[i])) return true;
  }
  return false;
}

}  // namespace

std::optional<Reason> find_doubt(const DayFacts& facts, const DayWindows& windows, const Watch& watch,
                                 const Claim& claim) {
  if (claim.absent && !has_badge_in_any(facts, claim)) return Reason{.code = ReasonCode::no_badge};
  // A tap whose time is unknown may belong anywhere in the day.
  for (TapNo no = 0; no < static_cast<TapNo>(facts.taps.size()); ++no) {
    if (tap_at(facts.taps, no).clock_doubtful) return Reason{.code = ReasonCode::clock_doubtful, .tap = no};
  }
  const Doubter doubter(facts, watch, claim);
  for (auto i = claim.first; i <= claim.last; ++i) {
    for (const auto& window : windows.reach(i)) {
      if (auto doubt = doubter.within(window)) return doubt;
    }
  }
  return std::nullopt;
}

}  // namespace badge::attendance
