#pragma once
#include <string>
#include <vector>

#include "server/app/judged_month.hpp"
#include "server/app/unit_name.hpp"

namespace badge::app {

/// Somebody of another unit who works at this one: its head answers for them, their own unit's sheet and
/// totals have them. Always judged from today's facts, also where the home unit's month is closed.
struct GuestRow {
  std::string staff_code, full_name;
  UnitName home;
  attendance::DateSpan days;  // the first and the last of the month
  attendance::Tally tally;    // of the days there
};

/// By home unit, then in the order of papers.
[[nodiscard]] std::vector<GuestRow> guests_of(const JudgedMonth& judged, attendance::UnitNo host);

}  // namespace badge::app
