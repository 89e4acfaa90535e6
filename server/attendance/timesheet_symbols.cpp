#include "server/attendance/timesheet_symbols.hpp"

#include "server/attendance/nearest_row.hpp"

namespace badge::attendance {

SymbolTable::SymbolTable(std::span<const TimesheetSymbol> stated, std::span<const std::string> line,
                         Date date) {
  for (const auto& row : stated) {
    auto& best = rows_[static_cast<std::size_t>(row.meaning)];
    if (goes_before(row, best, line, date)) best = &row;
  }
}

void SymbolTable::complete_with(const SymbolTable& later) {
  for (std::size_t i = 0; i < day_meanings; ++i) {
    if (of(static_cast<DayMeaning>(i)) == nullptr) rows_[i] = later.rows_[i];
  }
}

TimesheetForm form_in_force(std::span<const TimesheetForm> stated, std::span<const std::string> line,
                            Date date) {
  const auto* row = row_in_force(stated, line, date);
  return row != nullptr ? *row : TimesheetForm{};
}

}  // namespace badge::attendance
