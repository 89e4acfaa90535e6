#pragma once
#include "server/store/maintenance.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

/// Recomputes credential_month, marks and sources from the log, and has SQLite check its file. Inside one
/// read transaction; takes seconds for a month of a province, and 40 bytes for each credential and month.
[[nodiscard]] VerifyReport verify_store(Database& database);

}  // namespace badge::store
