#pragma once
#include "server/app/judged_month.hpp"

namespace badge::app {

/// Puts the sheets of units whose month is closed for good into the report, in place of what their facts say
/// today, for them and for every unit above. Preliminary closes are only named. The month is judged already.
void freeze_closed_units(JudgedMonth& judged, const store::Snapshot& snapshot);

}  // namespace badge::app
