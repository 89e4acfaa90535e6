#pragma once
#include <span>

#include "server/attendance/papers.hpp"

namespace badge::attendance {

/// By how much somebody came late to a session and left it early, beyond what grace forgives; and how much of
/// that a regime takes away.
struct Shortfall {
  minutes late{0}, early{0};
  minutes late_off{0}, early_off{0};
  bool shared = false;  // would be less if another shortfall of the day had not used up some of the allowance
};

/// Sets the minutes of the regimes that hold on that date off against the shortfalls, session by session in
/// order of the day: late, early and away together use up one allowance a day. `sessions`: all of the day.
void set_off(std::span<const Regime> regimes, Date date, std::span<Shortfall> sessions);

}  // namespace badge::attendance
