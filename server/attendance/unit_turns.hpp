#pragma once
/// What became of a unit, by the successions that name it. It changes no verdict. Pure.
#include <cstdint>
#include <string>
#include <vector>

#include "server/attendance/rule_book.hpp"

namespace badge::attendance {

enum class TurnKind : std::uint8_t {
  formed,     // it is new, made of others
  took_over,  // it was there before, and took over others or parts of them
  became,     // it ended, and one new unit is what it was
  merged,     // it ended, and is a part of another
  divided,    // it ended, and several others share it
  gave_part,  // it goes on, and others took over a part of it
};

/// Whether the others are those that it came from; else they are those that it went to.
[[nodiscard]] constexpr bool is_from_others(TurnKind kind) { return kind <= TurnKind::took_over; }

/// What one paper says of one unit and day.
struct UnitTurn {
  TurnKind kind;
  Date date;                   // the first day on which it is so
  std::string_view paper;      // lives in the RuleBook
  std::vector<UnitNo> others;  // at least one
};

/// What it came from on one of these days, then what it went to on one of them or on the day after: that is
/// told where the unit was last seen as it was. Each by date.
[[nodiscard]] std::vector<UnitTurn> turns_of(const RuleBook& book, UnitNo unit, const DateSpan& days);

}  // namespace badge::attendance
