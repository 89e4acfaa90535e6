#pragma once
#include <optional>

#include "server/app/inspections/issuing_body.hpp"
#include "server/app/inspections/results.hpp"
#include "server/app/period_report.hpp"
#include "server/documents/paper.hpp"

namespace badge::app {

/// How a unit and those directly below it kept hours and wore badges in a period.
struct UnitSummary {
  PeriodUnits hours;
  std::optional<InspectionResults> inspected;  // nothing: not theirs to see
};

/// *Báo cáo tình hình chấp hành thời giờ làm việc và đeo thẻ*: every rate with what it is a part of, beside
/// the period before; of several months each month too, so that of a year it is the unit's year sheet. Pure.
[[nodiscard]] documents::Paper unit_summary_of(const UnitSummary& summary, const IssuingBody& body,
                                               attendance::Date today);

}  // namespace badge::app
