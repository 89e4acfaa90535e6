#pragma once
#include <optional>
#include <vector>

#include "server/app/inspections/desk.hpp"
#include "server/app/leave_report.hpp"
#include "server/app/period_report.hpp"
#include "server/documents/paper.hpp"

namespace badge::app {

/// What a period says of one person: facts, without points.
struct PersonSheet {
  PeriodPerson hours;
  std::optional<LeaveReport> leave;            // of the year in which the period ends
  std::optional<PersonInspections> inspected;  // that began in the period
};

/// *Phiếu theo dõi cá nhân* of a period: the sums of each month with their denominators,
/// each session that somebody may want to talk about with its reason, leave, and what inspections saw. Pure.
[[nodiscard]] documents::Paper person_sheet_of(const PersonSheet& sheet, attendance::Date today);

}  // namespace badge::app
