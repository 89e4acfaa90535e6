#pragma once
/// What somebody may import whose scope is a part of the units: papers, regimes, corrections, entitlements
/// and credits of single people within it. All else speaks of more than they can judge. Pure.
#include <optional>

#include "server/app/imports/plan.hpp"
#include "server/app/scope.hpp"

namespace badge::app {

[[nodiscard]] bool is_of_single_people(ImportKind kind);

/// Leaves out whoever was never posted within the scope, with all that is stated of them: no error of a file
/// may tell that they exist.
void keep_within(store::RosterFacts& stored, const Scope& scope);

/// What keep_within() leaves, without what beyond_scope() would refuse: of single people, on the days on
/// which they are within the scope, and not of the asker.
void keep_statable(store::RosterFacts& stored, const Scope& scope);
void keep_statable(std::vector<attendance::TripReport>& reports, const store::RosterFacts& stored,
                   const Scope& scope);

/// The first planned fact that is not of a person within the scope on its first day, or that is of the asker:
/// nobody decides on themselves.
[[nodiscard]] std::optional<ImportError> beyond_scope(const ImportPlan& plan,
                                                      const store::RosterFacts& stored, const Scope& scope,
                                                      Language language);

}  // namespace badge::app
