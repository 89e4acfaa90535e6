#pragma once
#include <chrono>
#include <cstddef>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/imports/plan.hpp"
#include "server/attendance/sheet.hpp"

namespace badge::app {

inline constexpr std::size_t effects_listed_max = 200;  // who reads more has seen enough to decide
inline constexpr std::size_t effect_months_max = 3;     // each is judged twice: two seconds of a province

/// What verdicts would be others if a plan were written. Closed units are left out: their sheets stay.
struct Effects {
  std::vector<std::chrono::year_month> months;     // that were looked at, ascending
  bool has_more_months = false;                    // the plan reaches farther
  std::size_t people = 0, days = 0, verdicts = 0;  // whose, on how many dates, how many sessions
  std::vector<attendance::SheetChange> listed;     // the first, by month, then by person
};

/// Whether the kind changes what everybody below a unit owes, so that nobody can tell its effect by looking.
[[nodiscard]] bool has_effects(ImportKind kind);

/// Judges the latest of the months that the plan touches twice: by the facts, and by the facts with the plan
/// laid over them. Nothing is written. Of a kind that has_effects.
[[nodiscard]] Effects effects_of(const Evidence& evidence, const ImportPlan& plan);

}  // namespace badge::app
