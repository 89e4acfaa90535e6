#pragma once
#include "server/app/language.hpp"
#include "server/app/listing.hpp"
#include "server/app/period_report.hpp"

namespace badge::app {

/// One row a unit, with all below it (Count::subtree) or its own people alone; total of them all. Pure, as
/// the next ones.
[[nodiscard]] Listing units_listing(const PeriodUnits& report, Count count, Language language);

/// One row a person and unit.
[[nodiscard]] Listing people_listing(const PeriodPeople& report, Language language);

/// One row a month of the period: of a year it is the year sheet of a unit.
[[nodiscard]] Listing months_listing(const PeriodUnits& report, Language language);

/// Likewise of a person.
[[nodiscard]] Listing months_listing(const PeriodPerson& report, Language language);

}  // namespace badge::app
