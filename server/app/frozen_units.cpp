#include "server/app/frozen_units.hpp"

namespace badge::app {

std::vector<ClosedUnit> closed_units(const attendance::RuleBook& book, const store::Snapshot& snapshot,
                                     std::chrono::year_month month) {
  std::vector<ClosedUnit> closed;
  const auto days = attendance::days_of(month);
  for (const auto& close : store::in_force(snapshot.period_closes(days))) {
    const auto unit = book.units().find(close.unit_code);
    if (!unit || close.days != days) continue;
    closed.push_back({*unit, close.preliminary, close.closed_by, nullptr, {}});
    if (close.preliminary) continue;
    if (auto sheet = attendance::parse_sheet(close.sheet)) {
      closed.back().mark = attendance::mark_of(*sheet);
      closed.back().sheet = std::make_shared<const attendance::Sheet>(std::move(*sheet));
    }
  }
  return closed;
}

}  // namespace badge::app
