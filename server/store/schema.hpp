#pragma once
#include <string_view>
#include <vector>

#include "server/store/sqlite.hpp"

namespace badge::store {

/// The texts of migrations/*.sql in order; number n (from 1) leads from version n-1 to n.
[[nodiscard]] const std::vector<std::string_view>& migrations();

inline constexpr std::int64_t application_id =
    0x4343414E;  // "CCAN", in the header of the file: ours, not some other

/// Brings the schema up to date, each migration in a transaction of its own. Throws CannotOpen where the file
/// is no store or was made by a newer program.
void migrate(Database& database);

/// Why this file cannot be used as a store; empty where it can, perhaps after migration. Reads only.
[[nodiscard]] std::string schema_problem(Database& database);

}  // namespace badge::store
