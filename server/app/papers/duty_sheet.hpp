#pragma once
#include "server/app/duty_report.hpp"
#include "server/app/inspections/issuing_body.hpp"
#include "server/documents/paper.hpp"

namespace badge::app {

/// *Bảng theo dõi trực* of a unit's month: each turn with how it was kept, and what was not covered. Pure.
[[nodiscard]] documents::Paper duty_sheet_of(const DutyReport& report, const IssuingBody& body,
                                             attendance::Date today);

}  // namespace badge::app
