#pragma once
#include <memory>
#include <string>
#include <vector>

#include "server/attendance/day_mark.hpp"
#include "server/attendance/rule_book.hpp"
#include "server/attendance/sheet.hpp"
#include "server/store/snapshot.hpp"

namespace badge::app {

/// A unit whose month was closed.
struct ClosedUnit {
  attendance::UnitNo unit;
  bool preliminary;
  std::string closed_by;
  std::shared_ptr<const attendance::Sheet> sheet;  // what its figures are; null: preliminary
  attendance::DayMark mark;                        // of that sheet
};

/// Each unit at most once.
[[nodiscard]] std::vector<ClosedUnit> closed_units(const attendance::RuleBook& book,
                                                   const store::Snapshot& snapshot,
                                                   std::chrono::year_month month);

}  // namespace badge::app
