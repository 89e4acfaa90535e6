#include "server/app/inspections/unit_rows.hpp"

namespace badge::app {
namespace {

using attendance::Date, attendance::UnitNo, attendance::UnitTree;

std::vector<UnitNo> highest_units(const Inspecting& asker, const UnitTree& units, Date day) {
  std::vector<UnitNo> highest;
  for (const auto& place : units.order_on(day)) {
    const auto parent = units.parent_on(place.unit, day);
    const bool is_highest = !parent || !is_seen(asker, units.code(*parent));
    if (is_highest && is_seen(asker, units.code(place.unit))) highest.push_back(place.unit);
  }
  return highest;
}

}  // namespace

bool is_seen(const Inspecting& asker, std::string_view unit) {
  return asker.inspects(unit) || asker.answers_for(unit);
}

std::optional<UnitRows> unit_rows(const Inspecting& asker, const UnitTree& units, std::string_view unit,
                                  Date day) {
  if (unit.empty()) {
    auto highest = highest_units(asker, units, day);
    if (highest.size() != 1) return UnitRows{std::nullopt, std::move(highest)};
    return unit_rows(asker, units, units.code(highest.front()), day);
  }
  const auto top = units.find(unit);
  if (!top || units.on(*top, day) == nullptr || !is_seen(asker, unit)) return std::nullopt;
  UnitRows rows{top, {}};
  for (const auto below : units.subtree_on(*top, day)) {
    if (below != *top && units.parent_on(below, day) == *top) rows.below.push_back(below);
  }
  return rows;
}

}  // namespace badge::app
