#include "server/app/lists/praise_seen.hpp"

#include <algorithm>

#include "server/app/inspections/named_units.hpp"

namespace badge::app {

namespace {

using attendance::Date, attendance::DateSpan, attendance::SeenByInspections;
using inspection::Observed;

/// Who was away on paper, or need wear none, shows nothing.
bool shows_something(const InspectionOfPerson& one) {
  if (one.disputed || one.tapped_not_there) return true;
  if (!one.observed) return false;
  const auto nothing = {Observed::exempt, Observed::absent_with_paper, Observed::taken_back};
  return std::ranges::find(nothing, *one.observed) == nothing.end();
}

bool holds(const attendance::UnitTree& units, attendance::UnitNo top, const std::string& code, Date date) {
  const auto unit = units.find(code);
  return unit && units.is_within(*unit, top, date);
}

}  // namespace

SeenByInspections seen_of_person(const std::vector<InspectionOfPerson>& inspections) {
  SeenByInspections seen;
  for (const auto& one : inspections) {
    if (!shows_something(one)) continue;
    ++seen.observed;
    seen.as_prescribed += one.observed == Observed::worn ? 1U : 0U;
  }
  return seen;
}

SeenByInspections seen_of_unit(const InspectionFiles& files, const attendance::UnitTree& units,
                               attendance::UnitNo unit, const DateSpan& days) {
  SeenByInspections seen;
  for (const auto& [file, known] : files.inspections) {
    const auto date = std::chrono::floor<std::chrono::days>(known->inspection.started_at);
    if (!known->inspection.has_begun() || !days.contains(date)) continue;
    for (const auto& [code, wearing] : known->by_unit) {
      if (!holds(units, unit, code, date)) continue;
      const auto share = wearing.share();
      const auto not_there = std::max(wearing.absent_without, wearing.tapped_not_there);
      seen.observed += static_cast<std::uint32_t>(share.of + not_there + wearing.disputed);
      seen.as_prescribed += static_cast<std::uint32_t>(share.part);
    }
  }
  return seen;
}

bool is_named_by_inspections(const InspectionFiles& files, const attendance::UnitTree& units,
                             attendance::UnitNo unit, const DateSpan& days, Date today) {
  const auto is_below = [&](const std::string& code) {
    return holds(units, unit, code, std::min(days.to, today));
  };
  return !named_units(files, is_below, days, today).empty();
}

}  // namespace badge::app
