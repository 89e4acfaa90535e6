#pragma once
#include <vector>

#include "server/attendance/facts.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

/// The parts of a schedule that lie in tables of their own. `schedule` is the position of its row.
[[nodiscard]] std::vector<attendance::Season> read_seasons(Database& database, std::int64_t schedule);
void insert_seasons(Database& database, std::uint64_t schedule,
                    const std::vector<attendance::Season>& seasons);
void erase_seasons(Database& database, std::int64_t batch);

}  // namespace badge::store
