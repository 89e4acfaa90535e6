#include "server/attendance/unit_turns.hpp"

#include <algorithm>
#include <tuple>

namespace badge::attendance {

namespace {

using std::chrono::days;

std::ptrdiff_t count(const RuleBook& book, Date date, std::string Succession::* end,
                     const std::string& code) {
  return std::ranges::count_if(book.successions(), [&](const Succession& succession) {
    return succession.date == date && succession.*end == code;
  });
}

TurnKind kind_of(const RuleBook& book, const Succession& succession, bool is_from_others) {
  const auto& units = book.units();
  const auto exists = [&](const std::string& code, Date date) {
    return units.on(*units.find(code), date) != nullptr;
  };
  const auto before = succession.date - days(1);
  if (is_from_others) return exists(succession.to_unit, before) ? TurnKind::took_over : TurnKind::formed;
  if (exists(succession.from_unit, succession.date)) return TurnKind::gave_part;
  if (count(book, succession.date, &Succession::from_unit, succession.from_unit) > 1)
    return TurnKind::divided;
  const bool is_alone = count(book, succession.date, &Succession::to_unit, succession.to_unit) == 1;
  return is_alone && !exists(succession.to_unit, before) ? TurnKind::became : TurnKind::merged;
}

}  // namespace

std::vector<UnitTurn> turns_of(const RuleBook& book, UnitNo unit, const DateSpan& span) {
  const DateSpan until_after{span.from, span.to + days(1)};
  std::vector<UnitTurn> turns;
  for (const auto& succession : book.successions()) {
    const bool is_to = succession.to_unit == book.units().code(unit);
    const bool is_from = succession.from_unit == book.units().code(unit);
    if (!(is_to && span.contains(succession.date)) && !(is_from && until_after.contains(succession.date)))
      continue;
    const auto kind = kind_of(book, succession, is_to);
    const auto other = *book.units().find(is_to ? succession.from_unit : succession.to_unit);
    const auto same = std::ranges::find_if(turns, [&](const UnitTurn& turn) {
      return turn.kind == kind && turn.date == succession.date && turn.paper == succession.paper;
    });
    if (same != turns.end()) {
      same->others.push_back(other);
    } else {
      turns.push_back({kind, succession.date, succession.paper, {other}});
    }
  }
  std::ranges::stable_sort(
      turns, {}, [](const UnitTurn& turn) { return std::tuple(!is_from_others(turn.kind), turn.date); });
  return turns;
}

}  // namespace badge::attendance
