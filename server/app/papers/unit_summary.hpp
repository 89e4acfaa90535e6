#pragma once
#include <optional>
#include <string>
#include <vector>

#include "server/app/inspections/issuing_body.hpp"
#include "server/app/inspections/results.hpp"
#include "server/attendance/tally.hpp"
#include "server/documents/paper.hpp"
#include "server/inspection/indicators.hpp"

namespace badge::app {

/// How a unit and those directly below it kept hours and wore badges in a period.
struct UnitSummary {
  struct Row {
    UnitName unit;
    attendance::Tally tally;
    bool own_people = false;  // of the unit itself, without those below it
  };
  UnitName unit;  // code empty: all that the asker may see
  inspection::Period period;
  std::uint32_t staff = 0;  // in its last month
  std::vector<Row> rows;
  attendance::Tally total, before;             // of the period and of the one before
  std::vector<std::string> open_months;        // "Sở Nội vụ (7/2026)": not closed, so the figures may change
  std::optional<InspectionResults> inspected;  // nothing: not theirs to see
};

/// *Báo cáo tình hình chấp hành thời giờ làm việc và đeo thẻ*: every rate with what it is a part of, beside
/// the period before. Pure.
[[nodiscard]] documents::Paper unit_summary_of(const UnitSummary& summary, const IssuingBody& body,
                                               attendance::Date today);

}  // namespace badge::app
