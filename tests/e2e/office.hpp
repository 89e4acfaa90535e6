#pragma once
#include <chrono>
#include <string>

#include "tests/e2e/entrance_under_test.hpp"
#include "tests/e2e/machine_faults.hpp"
#include "tests/e2e/server_under_test.hpp"

namespace badge::test {

/// A Monday without anything special about it, on which tests let the office work.
inline constexpr auto office_day = std::chrono::sys_days(std::chrono::year(2026) / 9 / 14);
inline constexpr const char* office_date = "2026-09-14";

/// The world time at which the office's wall clock shows this on `office_day` (+07:00).
[[nodiscard]] Instant on_office_day(int hour, int minute, int second = 0);

/// Moves the clock of everything started with `machine` to `now`.
void set_clock(MachineFaults& machine, Instant now);

/// An office as badgectl would import it: unit SNV with division SNV-VP and its people NV001, NV002 (badges
/// invented_uid(1) and (2)), NV003 (no badge), who come in at `entrance`; unit STC with TC001 (badge 11) and
/// TC002 (badge 12), who come in at `other_entrance`. Four taps a day, 07:30–11:30 and 13:30–17:00, grace 5
/// minutes.
void import_office(ServerUnderTest& server, const std::string& entrance, const std::string& other_entrance);

/// Waits until the server has heard the reader of this entrance say that it listens.
[[nodiscard]] bool is_heard(ServerUnderTest& server, const std::string& entrance);

}  // namespace badge::test
