#include "server/attendance/timesheet_symbols.hpp"

#include <algorithm>

namespace badge::attendance {

namespace {

/// How far above the unit a row stands: 0 is the unit itself. -1: it is of another.
std::ptrdiff_t distance(const std::string& unit_code, std::span<const std::string> line) {
  if (unit_code.empty()) return std::ssize(line);
  const auto found = std::ranges::find(line, unit_code);
  return found == line.end() ? -1 : found - line.begin();
}

/// Whether `row` holds rather than `other` (null: none so far).
template <class Row>
bool goes_before(const Row& row, const Row* other, std::span<const std::string> line, Date date) {
  const auto here = distance(row.unit_code, line);
  if (here < 0 || row.valid_from > date) return false;
  if (other == nullptr) return true;
  const auto there = distance(other->unit_code, line);
  return here != there ? here < there : row.valid_from > other->valid_from;
}

}  // namespace

SymbolTable::SymbolTable(std::span<const TimesheetSymbol> stated, std::span<const std::string> line,
                         Date date) {
  for (const auto& row : stated) {
    auto& best = rows_[static_cast<std::size_t>(row.meaning)];
    if (goes_before(row, best, line, date)) best = &row;
  }
}

TimesheetForm form_in_force(std::span<const TimesheetForm> stated, std::span<const std::string> line,
                            Date date) {
  const TimesheetForm* best = nullptr;
  for (const auto& row : stated) {
    if (goes_before(row, best, line, date)) best = &row;
  }
  return best != nullptr ? *best : TimesheetForm{};
}

}  // namespace badge::attendance
