#include "server/app/frozen_units.hpp"

#include <algorithm>

#include "server/attendance/sheet.hpp"

namespace badge::app {

namespace {

using attendance::PersonMonth;
using attendance::UnitNo;

/// What stands in the report for the unit's own people, replaced by the sheet; above it by the difference.
void freeze(JudgedMonth& judged, UnitNo unit, const attendance::Sheet& sheet) {
  auto& report = judged.report;
  const auto& book = *judged.book;
  std::erase_if(report.people, [unit](const PersonMonth& row) { return row.unit == unit; });
  attendance::Tally frozen;
  std::uint32_t staff = 0;
  for (const auto& listed : sheet.people) {
    const auto tally = attendance::tally_of(listed);
    frozen += tally;
    ++staff;
    if (const auto person = book.people().find(listed.staff_code))
      report.people.push_back({*person, unit, tally});
  }
  auto& own = report.units[unit];
  const auto live = own.own;
  const auto live_staff = own.own_staff;
  own.own = frozen;
  own.own_staff = staff;
  const auto days = attendance::days_of(judged.month);
  const auto* row = book.units().last_during(unit, days);
  const auto last_day = row != nullptr ? std::min(days.to, row->valid.to) : days.to;
  for (const auto above : book.units().line_on(unit, last_day)) {
    auto& month = report.units[above];
    month.subtree += frozen;
    month.subtree -= live;
    month.subtree_staff += staff - live_staff;
  }
}

}  // namespace

void freeze_closed_units(JudgedMonth& judged, const store::Snapshot& snapshot) {
  const auto days = attendance::days_of(judged.month);
  for (auto& close : store::in_force(snapshot.period_closes(days))) {
    const auto unit = judged.book->units().find(close.unit_code);
    if (!unit || close.days != days) continue;
    const auto sheet = close.preliminary ? std::nullopt : attendance::parse_sheet(close.sheet);
    if (sheet) freeze(judged, *unit, *sheet);
    judged.closed.push_back({*unit, close.preliminary, close.closed_by});
  }
  if (judged.closed.empty()) return;
  std::ranges::stable_sort(judged.report.people, {}, &PersonMonth::person);
}

}  // namespace badge::app
