#pragma once
#include "server/app/inspections/indicators.hpp"
#include "server/app/inspections/issuing_body.hpp"
#include "server/app/inspections/results.hpp"
#include "server/documents/paper.hpp"

namespace badge::app {

/// The report of a period (*báo cáo tổng hợp*): what inspections saw in the units, and beside it what other
/// systems say of them, compared with the period before. Both are of the same unit and days. Pure.
[[nodiscard]] documents::Paper summary_of(const InspectionResults& results, const IndicatorTable& indicators,
                                          const IssuingBody& body, inspection::Date today);

/// The table of units with their inspections and badges, and its sum.
void add_inspected_units(std::vector<documents::Block>& body, const InspectionResults& results);

}  // namespace badge::app
