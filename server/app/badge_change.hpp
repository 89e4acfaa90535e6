#pragma once
#include <span>
#include <vector>

#include "server/attendance/facts.hpp"

namespace badge::app {

/// The rows that put a card into another state from a day on, as a file of badges would state them: the row
/// in force ends the day before, and another begins. `rows`: of this card and its holder, by their first day;
/// what holds behind `from` by later rows stays. Empty where the card was not the holder's by then. Pure.
[[nodiscard]] std::vector<attendance::Badge> state_from(std::span<const attendance::Badge> rows,
                                                        attendance::Date from, attendance::BadgeState state);

}  // namespace badge::app
