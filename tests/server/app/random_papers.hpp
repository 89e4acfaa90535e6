#pragma once
#include "server/app/month_reports.hpp"

namespace badge::app::test {

/// One figure is the same on every sheet of a month: in the month report, on each unit's list of deviations
/// and timesheet, in the balances of leave, and in the reports of the days that the month is cut into.
/// Throws, with what differs.
void check_papers(const Evidence& evidence, MonthReports& months, std::chrono::year_month month);

}  // namespace badge::app::test
