#pragma once
#include <algorithm>
#include <iterator>
#include <span>
#include <string>

#include "server/attendance/facts.hpp"

namespace badge::attendance {

/// Whether `row` holds for a unit on `date` rather than `other` (null: none so far). Rows have a `unit_code`,
/// which speaks for all below it (empty: for everybody), and a `valid_from`: the nearest unit's holds, and of
/// its rows the last that began. `line`: the codes of the unit and of those above it, nearest first.
template <class Row>
[[nodiscard]] bool goes_before(const Row& row, const Row* other, std::span<const std::string> line,
                               Date date) {
  const auto distance = [&](const std::string& unit_code) {
    const auto end = unit_code.empty() ? line.end() : std::ranges::find(line, unit_code);
    return end - line.begin();
  };
  const bool is_of_others = !row.unit_code.empty() && distance(row.unit_code) == std::ssize(line);
  if (is_of_others || row.valid_from > date) return false;
  if (other == nullptr) return true;
  const auto here = distance(row.unit_code), there = distance(other->unit_code);
  return here != there ? here < there : row.valid_from > other->valid_from;
}

/// The row that holds. Null: none does.
template <class Row>
[[nodiscard]] const Row* row_in_force(std::span<const Row> stated, std::span<const std::string> line,
                                      Date date) {
  const Row* best = nullptr;
  for (const auto& row : stated) {
    if (goes_before(row, best, line, date)) best = &row;
  }
  return best;
}

}  // namespace badge::attendance
