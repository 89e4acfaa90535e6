#pragma once
#include <chrono>
#include <vector>

#include "server/store/snapshot.hpp"

namespace badge::app {

/// Months about which there is something to tell: they hold taps, or a sheet that was closed. Ascending.
[[nodiscard]] std::vector<std::chrono::year_month> months_to_show(const store::Snapshot& snapshot);

}  // namespace badge::app
