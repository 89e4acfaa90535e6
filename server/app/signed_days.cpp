#include "server/app/signed_days.hpp"

#include <algorithm>

namespace badge::app {

using attendance::Date;
using attendance::SheetLine;
using attendance::UnitNo;

SignedDays::SignedDays(const store::Snapshot& snapshot, const attendance::RuleBook& book,
                       attendance::PersonNo person, const attendance::DateSpan& days) {
  const auto stays = book.stays(person);
  for (const auto& close : store::in_force(snapshot.period_closes(days))) {
    const auto unit = book.units().find(close.unit_code);
    if (!unit || close.preliminary ||
        std::ranges::count(stays, *unit, &attendance::RuleBook::Stay::unit) == 0)
      continue;
    auto sheet = attendance::parse_sheet(close.sheet);
    if (!sheet) continue;
    auto& closed = closed_.emplace_back(Closed{*unit, close.days, {}});
    const auto listed =
        std::ranges::find(sheet->people, book.people().code(person), &attendance::SheetPerson::staff_code);
    if (listed != sheet->people.end()) closed.lines = std::move(listed->lines);
  }
}

std::optional<std::span<const SheetLine>> SignedDays::of(UnitNo unit, Date date) const {
  const auto found = std::ranges::find_if(
      closed_, [&](const Closed& closed) { return closed.unit == unit && closed.days.contains(date); });
  if (found == closed_.end()) return std::nullopt;
  const auto lines = std::ranges::equal_range(found->lines, date, {}, &SheetLine::date);
  return std::span<const SheetLine>(lines.begin(), lines.end());
}

}  // namespace badge::app
