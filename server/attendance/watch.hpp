#pragma once
#include <array>
#include <optional>

#include "server/attendance/in_force.hpp"
#include "server/attendance/verdict.hpp"

namespace badge::attendance {

/// Answers whether a tap of somebody of this posting could have gone unseen: at the entrances that serve the
/// unit in which the work is done, and at those that the posting names. On the person's day `date` only; the
/// nights at both its ends are asked of the days beside it.
class Watch {
 public:
  Watch(const InForce& in_force, const RuleBook::Stay& stay, Date date)
      : in_force_(in_force), stay_(stay), date_(date) {}

  /// Null where there are none: those of the unit, and the further ones.
  using Entrances = std::array<const std::vector<WatchedEntrance>*, 2>;
  [[nodiscard]] Entrances entrances() const {
    return {in_force_.unit_day(stay_.works_at, date_).entrances, in_force_.further_entrances(stay_)};
  }
  /// Stated: every tap of that day is known.
  [[nodiscard]] bool is_complete(Date day) const {
    return in_force_.days().contains(day) &&
           (in_force_.unit_day(stay_.works_at, day).complete || in_force_.unit_day(stay_.unit, day).complete);
  }

  /// Why a tap at from <= t <= to could have gone unseen: erased, no_badge, no_entrance or silent_entrance.
  /// Nothing: it could not. A day that is stated to be complete hides nothing; else who has no badge is seen
  /// at no entrance.
  [[nodiscard]] std::optional<Reason> first_doubt(LocalTime from, LocalTime to, bool has_badge) const;

 private:
  [[nodiscard]] std::optional<Reason> doubt_within_day(Date day, LocalTime from, LocalTime to,
                                                       bool has_badge) const;
  const InForce& in_force_;
  const RuleBook::Stay& stay_;
  Date date_;
};

}  // namespace badge::attendance
