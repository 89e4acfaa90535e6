#pragma once
#include <optional>
#include <vector>

#include "server/app/inspections/desk.hpp"
#include "server/app/leave_report.hpp"
#include "server/documents/paper.hpp"
#include "server/inspection/indicators.hpp"

namespace badge::app {

/// What a period says of one person: facts, without points.
struct PersonSheet {
  PersonName person;
  inspection::Period period;
  std::vector<PersonReport> months;  // in their order; those in which the person was not seen are not
  std::optional<LeaveReport> leave;  // of the period's year
  std::optional<PersonInspections> inspected;  // that began in the period
};

/// *Phiếu theo dõi cá nhân* of a month, a quarter or a year: the sums of each month with their denominators,
/// each session that somebody may want to talk about with its reason, leave, and what inspections saw. Pure.
[[nodiscard]] documents::Paper person_sheet_of(const PersonSheet& sheet, attendance::Date today);

}  // namespace badge::app
