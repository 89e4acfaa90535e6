#pragma once
#include <string>
#include <vector>

#include "server/app/language.hpp"
#include "server/app/unit_name.hpp"
#include "server/attendance/unit_turns.hpp"

namespace badge::app {

/// What became of a unit by one paper. The others are named as they were called on the day before, where it
/// came from them, or on the day itself, where it went to them.
struct UnitTurn {
  attendance::TurnKind kind = attendance::TurnKind::formed;
  attendance::Date date;
  std::string paper;
  std::vector<UnitName> others;
};

/// In the order of turns_of.
[[nodiscard]] std::vector<UnitTurn> history_of(const attendance::RuleBook& book, attendance::UnitNo unit,
                                               const attendance::DateSpan& days);

/// "Hình thành từ: Sở Giao thông vận tải (Quyết định 12/QĐ-UBND, từ 01/7/2025)."
[[nodiscard]] std::string describe(const UnitTurn& turn, Language language);

}  // namespace badge::app
