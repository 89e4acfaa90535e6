#pragma once
#include <cstddef>

#include "server/app/imports/plan.hpp"
#include "server/attendance/rule_book.hpp"

namespace badge::app {

/// How many people the facts of a plan speak of, by name or by their unit, and in how many units these people
/// are; as the book has them on that day.
struct Concerns {
  std::size_t people = 0, units = 0;
};
[[nodiscard]] Concerns concerns_of(const ImportPlan& plan, const attendance::RuleBook& book,
                                   attendance::Date today);

}  // namespace badge::app
