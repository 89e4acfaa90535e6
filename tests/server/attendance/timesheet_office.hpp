#pragma once
/// Timesheets of invented offices.
#include <string>
#include <vector>

#include "server/attendance/timesheet.hpp"
#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {

/// A symbol for each meaning but half_worked and without_reason, all of another letter, for everybody. Unpaid
/// leave counts in "unpaid", what insurance pays in "insurance", a closure nowhere, all else in "time".
[[nodiscard]] std::vector<TimesheetSymbol> some_symbols();

/// What the sheet of `unit` is made of: everybody with a posting there on some of `days`, and each of these
/// days. `taps`: by PersonNo; of others there are none.
[[nodiscard]] std::vector<TimesheetPerson> people_of(const InForce& in_force, UnitNo unit,
                                                     const DateSpan& days,
                                                     const std::vector<std::vector<Tap>>& taps,
                                                     LocalTime now);

}  // namespace badge::attendance::testing
