#pragma once
#include <optional>

#include "server/attendance/in_force.hpp"
#include "server/attendance/verdict.hpp"

namespace badge::attendance {

/// Answers whether a tap of the people of one unit could have gone unseen. On the person's day `date` only;
/// the nights at both its ends are asked of the days beside it.
class Watch {
 public:
  Watch(const InForce& in_force, UnitNo unit, Date date) : in_force_(in_force), unit_(unit), date_(date) {}

  /// Why a tap at from <= t <= to could have gone unseen: no_badge, no_entrance or silent_entrance. Nothing:
  /// it could not. A day that is stated to be complete hides nothing; else who has no badge is seen at no
  /// entrance.
  [[nodiscard]] std::optional<Reason> first_doubt(LocalTime from, LocalTime to, bool has_badge) const;

 private:
  [[nodiscard]] std::optional<Reason> doubt_within_day(Date day, LocalTime from, LocalTime to,
                                                       bool has_badge) const;
  const InForce& in_force_;
  UnitNo unit_;
  Date date_;
};

}  // namespace badge::attendance
