#pragma once
#include <filesystem>

#include "server/store/maintenance.hpp"
#include "server/store/reader_pool.hpp"
#include "server/store/writer.hpp"

namespace badge::store {

/// Copies what the lease sees into a new file, durable when this returns, and notes it with the marks inside
/// it. On the caller's thread; the writer goes on. Throws SqliteError; no file is left then.
[[nodiscard]] BackupRecord make_backup(ReadLease& lease, Writer& writer, const std::filesystem::path& file,
                                       Instant at);

/// Hands the marks inside a backup to their streams. False: there is no such backup.
[[nodiscard]] bool complete_backup(Writer& writer, std::uint64_t id, Instant at);

[[nodiscard]] std::vector<BackupRecord> read_backups(Database& database);

}  // namespace badge::store
