#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "server/attendance/timesheet_facts.hpp"

namespace badge::attendance {

/// The symbols of one unit's sheet.
class SymbolTable {
 public:
  /// Of what is `stated`: for each meaning the row of the nearest unit that has one, and of its rows the last
  /// that began by `date`. `line`: the codes of the unit and of those above it, nearest first; rows for
  /// everybody come after them. What nobody stated has no symbol.
  SymbolTable(std::span<const TimesheetSymbol> stated, std::span<const std::string> line, Date date);

  /// Takes the rows of `later` for what has no symbol here.
  void complete_with(const SymbolTable& later);

  /// Null: none.
  [[nodiscard]] const TimesheetSymbol* of(DayMeaning meaning) const {
    const auto* row = rows_[static_cast<std::size_t>(meaning)];
    return row == nullptr || row->symbol.empty() ? nullptr : row;
  }

 private:
  std::array<const TimesheetSymbol*, day_meanings> rows_{};  // lie in what was stated
};

/// What the unit prints around its sheet, found like a symbol. Nothing stated: a form without own texts.
[[nodiscard]] TimesheetForm form_in_force(std::span<const TimesheetForm> stated,
                                          std::span<const std::string> line, Date date);

}  // namespace badge::attendance
