#pragma once
#include "server/store/store.hpp"

namespace badge::app {

/// Thrown through every function here that writes: nothing was done, and trying again in a second may
/// succeed.
using StoreBusy = store::Busy;

}  // namespace badge::app
