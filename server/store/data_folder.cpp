#include "server/store/data_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "server/store/schema.hpp"
#include "server/store/store.hpp"

namespace badge::store {
namespace {

constexpr int cache_kib_writer = 4 * 1024;  // folding goes through a month in order and does not come back
constexpr int cache_kib_reader = 512;       // a reader scans: what it read once it does not read again

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder, bool create) {
  std::error_code error;
  if (create) {
    std::filesystem::create_directories(folder, error);
    if (error) throw CannotOpen("data folder " + folder.string() + ": " + error.message());
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  }
  const auto file = folder / "lock";
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor_ < 0) throw CannotOpen("data folder " + folder.string() + ": " + std::strerror(errno));
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor_);
    throw CannotOpen("data folder " + folder.string() +
                     " is in use by another badge-server; stop that one first");
  }
}

FolderLock::~FolderLock() { ::close(descriptor_); }

Database open_for_writing(const std::filesystem::path& folder, bool create, std::uint32_t pages_max) {
  const auto file = store_file(folder);
  if (!create && !std::filesystem::exists(file)) {
    throw CannotOpen("data folder " + folder.string() + " holds no store; make one with `badge-server init`");
  }
  Database database(file, create ? Database::Mode::create : Database::Mode::read_write);
  database.execute("PRAGMA journal_mode = WAL");
  // An acknowledgement promises that the tap survives a power cut.
  database.execute("PRAGMA synchronous = FULL");
  // The writer checkpoints by itself, after it has answered: never inside a commit that somebody waits for.
  database.execute("PRAGMA wal_autocheckpoint = 0");
  // What retention erases must be nowhere in the file. (Debian's SQLite has this switched on anyway.)
  database.execute("PRAGMA secure_delete = ON");
  database.execute("PRAGMA cache_size = -" + std::to_string(cache_kib_writer));
  migrate(database);
  if (pages_max != 0) database.execute("PRAGMA max_page_count = " + std::to_string(pages_max));
  return database;
}

Database open_for_reading(const std::filesystem::path& folder) {
  Database database(store_file(folder), Database::Mode::read_only);
  sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  database.execute("PRAGMA cache_size = -" + std::to_string(cache_kib_reader));
  return database;
}

}  // namespace badge::store
