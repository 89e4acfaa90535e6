#pragma once
#include "server/app/inspections/book.hpp"
#include "server/app/inspections/person_part.hpp"
#include "server/attendance/praise.hpp"
#include "server/attendance/unit_tree.hpp"

namespace badge::app {

/// What inspections saw of one person. Pure, as the next ones.
[[nodiscard]] attendance::SeenByInspections seen_of_person(
    const std::vector<InspectionOfPerson>& inspections);

/// What those that began on these days saw of the people of a unit and all below it.
[[nodiscard]] attendance::SeenByInspections seen_of_unit(const InspectionFiles& files,
                                                         const attendance::UnitTree& units,
                                                         attendance::UnitNo unit,
                                                         const attendance::DateSpan& days);

/// Whether inspections name the unit, or one below it, for what was found there (named_units.hpp).
[[nodiscard]] bool is_named_by_inspections(const InspectionFiles& files, const attendance::UnitTree& units,
                                           attendance::UnitNo unit, const attendance::DateSpan& days,
                                           attendance::Date today);

}  // namespace badge::app
