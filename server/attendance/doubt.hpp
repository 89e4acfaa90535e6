#pragma once
#include <optional>

#include "server/attendance/claim.hpp"
#include "server/attendance/day_facts.hpp"
#include "server/attendance/watch.hpp"
#include "server/attendance/windows.hpp"

namespace badge::attendance {

/// Why a claim cannot be made yet: a tap that was not heard, or one whose time is unknown, could change it.
/// Nothing: it stands. Asked only of claims against a person.
[[nodiscard]] std::optional<Reason> find_doubt(const DayFacts& facts, const DayWindows& windows,
                                               const Watch& watch, const Claim& claim);

}  // namespace badge::attendance
