#pragma once
#include <vector>

#include "server/app/period_report.hpp"

namespace badge::app {

/// One row a person, in the unit in which they were last: who moved has the sum of all units of the report.
/// Pure.
[[nodiscard]] std::vector<PersonRow> whole_people(const PeriodPeople& report);

/// The period without days to compare it with, which cost as much to judge.
[[nodiscard]] ReportPeriod not_compared(ReportPeriod period);

}  // namespace badge::app
