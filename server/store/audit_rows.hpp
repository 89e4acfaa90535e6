#pragma once
#include <vector>

#include "server/store/audit.hpp"
#include "server/store/sqlite.hpp"
#include "server/store/writer.hpp"

namespace badge::store {

/// Blocks until it is committed; before a power cut safe only where `durability` says so.
void append_audit(Writer& writer, AuditEntry entry, Instant now, Durability durability);

/// In the running transaction.
void append_audit_row(Database& database, AuditEntry entry, Instant now);

/// What somebody is about to change; flushed. Returns the number by which end_audited() finds it.
[[nodiscard]] std::int64_t begin_audited(Writer& writer, AuditEntry entry, Instant now);
/// The row of what was begun, in its place. Not flushed: until it is, what was begun stands.
void end_audited(Writer& writer, std::int64_t begun_no, AuditEntry entry, Instant now);
/// At the start: a row for each change that was begun and never ended, with status audit_outcome_unknown.
void end_interrupted(Database& database);

/// Newest first, at most audit_page_max.
[[nodiscard]] std::vector<AuditEntry> read_audit(Database& database, const AuditFilter& filter);
/// Reads all of it.
[[nodiscard]] AuditCheck check_audit(Database& database);

}  // namespace badge::store
