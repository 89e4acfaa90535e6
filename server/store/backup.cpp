#include "server/store/backup.hpp"

#include "server/store/status_reader.hpp"

namespace badge::store {
namespace {

constexpr int pages_at_once = 1000;  // 4 MB: the disk is given back often enough for a flush to come through

struct StreamMark {
  std::int64_t stream_no;
  std::uint64_t seq;
  Digest digest;
};

std::vector<StreamMark> read_marks(Database& database) {
  std::vector<StreamMark> marks;
  for (Rows row(database.statement("SELECT stream_no, seq, digest FROM stream WHERE imported = 0"));
       row.next();) {
    marks.push_back({row->integer(0), row->as<std::uint64_t>(1), digest_of(row->blob(2))});
  }
  return marks;
}

// The lease's read transaction holds the source still, so the copy never has to begin anew.
void copy(Database& from, const std::filesystem::path& file) {
  if (std::filesystem::exists(file)) throw SqliteError(SQLITE_CANTOPEN, file.string() + ": exists already");
  try {
    Database to(file, Database::Mode::create);
    to.execute("PRAGMA synchronous = FULL");
    auto* const backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    int result = backup == nullptr ? sqlite3_errcode(to.handle()) : SQLITE_OK;
    if (backup != nullptr) {
      while (result == SQLITE_OK) result = sqlite3_backup_step(backup, pages_at_once);
      sqlite3_backup_finish(backup);
    }
    if (result != SQLITE_DONE) throw SqliteError(result, "backup: " + std::string(sqlite3_errstr(result)));
    to.execute("PRAGMA journal_mode = DELETE");  // one file that stands alone
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    throw;
  }
}

}  // namespace

BackupRecord make_backup(ReadLease& lease, Writer& writer, const std::filesystem::path& file, Instant at) {
  const auto marks = read_marks(lease.database());
  copy(lease.database(), file);
  BackupRecord record{0, std::filesystem::file_size(file), at, false};
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    database.statement("INSERT INTO backup (at, bytes) VALUES (?, ?)")
        .run(at.time_since_epoch().count(), record.bytes);
    record.id = static_cast<std::uint64_t>(sqlite3_last_insert_rowid(database.handle()));
    for (const auto& mark : marks) {
      const Blob digest{{reinterpret_cast<const char*>(mark.digest.bytes.data()), mark.digest.bytes.size()}};
      database.statement("INSERT INTO backup_mark VALUES (?, ?, ?, ?)")
          .run(record.id, mark.stream_no, mark.seq, digest);
    }
    return true;
  });
  return record;
}

bool complete_backup(Writer& writer, std::uint64_t id, Instant at) {
  bool known = false;
  writer.run([&](Database& database, LogState& state, const SliceClock&) {
    database.statement("UPDATE backup SET completed_at = ? WHERE backup_no = ?")
        .run(at.time_since_epoch().count(), id);
    known = sqlite3_changes(database.handle()) > 0;
    for (Rows row(database.statement("SELECT stream_no, seq, digest FROM backup_mark WHERE backup_no = ?"),
                  id);
         row.next();) {
      auto* stream = state.stream_by_no(row->integer(0));
      // An older backup that is completed late moves nothing back.
      if (stream == nullptr || row->as<std::uint64_t>(1) <= stream->backed_up.seq) continue;
      stream->backed_up = {row->as<std::uint64_t>(1), digest_of(row->blob(2))};
      state.touch(*stream);
    }
    return true;
  });
  return known;
}

std::vector<BackupRecord> read_backups(Database& database) {
  std::vector<BackupRecord> records;
  for (Rows row(
           database.statement("SELECT backup_no, bytes, at, completed_at FROM backup ORDER BY backup_no"));
       row.next();) {
    records.push_back({row->as<std::uint64_t>(0), row->as<std::uint64_t>(1),
                       Instant(std::chrono::milliseconds(row->integer(2))), !row->is_null(3)});
  }
  return records;
}

}  // namespace badge::store
