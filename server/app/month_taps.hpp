#pragma once
#include <chrono>
#include <span>
#include <vector>

#include "server/app/evidence.hpp"

namespace badge::app {

/// A month's taps of some people, in their order: each as PersonDays needs them for that month, Tap::source
/// 0. Reads the month once, whoever is asked for: asking for thousands one by one would take minutes while
/// taps lie unfolded. Those of `days` only; 16 bytes a tap.
[[nodiscard]] std::vector<std::vector<attendance::Tap>> month_taps(
    const Evidence& evidence, const store::Snapshot& snapshot, std::chrono::year_month month,
    std::span<const attendance::PersonNo> people,
    const attendance::DateSpan& days = {attendance::Date::min(), attendance::DateSpan::forever});

}  // namespace badge::app
