#pragma once
#include <vector>

#include "server/store/audit.hpp"
#include "server/store/sqlite.hpp"
#include "server/store/writer.hpp"

namespace badge::store {

/// Blocks until it is committed; before a power cut safe only where `durability` says so.
void append_audit(Writer& writer, AuditEntry entry, Instant now, Durability durability);
/// Newest first, at most audit_page_max.
[[nodiscard]] std::vector<AuditEntry> read_audit(Database& database, const AuditFilter& filter);
/// Reads all of it.
[[nodiscard]] AuditCheck check_audit(Database& database);

}  // namespace badge::store
