#pragma once
#include "server/app/imports/plan.hpp"

namespace badge::store {
class Store;
}

namespace badge::app {

/// What is in force of the kinds that are not among the facts of rules, as far as a file of `kind` asks for
/// it. Throws what the store throws. Any thread.
[[nodiscard]] ImportAids aids_in_force(ImportKind kind, const store::Store& store);

}  // namespace badge::app
