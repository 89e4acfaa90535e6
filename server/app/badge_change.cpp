#include "server/app/badge_change.hpp"

#include <chrono>

namespace badge::app {

using attendance::Badge;
using attendance::DateSpan;

std::vector<Badge> state_from(std::span<const Badge> rows, attendance::Date from,
                              attendance::BadgeState state) {
  const Badge* last = nullptr;  // that began by then
  for (const auto& row : rows) {
    if (row.valid.from <= from) last = &row;
  }
  if (last == nullptr) return {};
  auto changed = *last;
  changed.state = state;
  if (!last->valid.contains(from)) {  // it ended before: the new state goes on
    changed.valid = DateSpan{from};
    return {changed};
  }
  changed.valid.from = from;
  if (last->valid.from == from) return {changed};  // takes the place of the row with its key
  auto ended = *last;
  ended.valid.to = from - std::chrono::days(1);
  return {ended, changed};
}

}  // namespace badge::app
