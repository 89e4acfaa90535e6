#pragma once
#include "server/app/timesheets.hpp"
#include "server/documents/workbook.hpp"

namespace badge::app {

/// The timesheet as offices print it: A4 landscape, one page wide, 31 columns of days whatever the month has,
/// so that the sums always stand in the same columns. In Vietnamese, as all papers. Where cells are without
/// a symbol a second sheet lists them with their reasons. Pure.
///
/// A person's sums are values, because a cell may hold two halves; Cộng adds up the column by a formula. By
/// hour both are texts: "22,4" is no decimal fraction.
[[nodiscard]] documents::Workbook workbook_of(const TimesheetReport& report);

}  // namespace badge::app
