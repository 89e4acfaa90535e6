#include <fcntl.h>
#include <unistd.h>

#include "server/store/data_folder.hpp"
#include "server/store/maintenance.hpp"
#include "server/store/schema.hpp"
#include "server/store/store.hpp"

namespace badge::store {
namespace {

namespace fs = std::filesystem;

/// Why the file is no backup that this program can serve; empty where it is one.
std::string problem_of(const fs::path& file) {
  if (!fs::is_regular_file(file)) return "there is no such file";
  try {
    Database database(file, Database::Mode::read_only);
    if (database.number("SELECT count(*) FROM sqlite_schema") == 0) return "it is empty";
    if (auto problem = schema_problem(database); !problem.empty()) return problem;
    Rows row(database.statement("PRAGMA integrity_check(1)"));
    if (!row.next() || row->text(0) != "ok") return "it is damaged: " + row->string(0);
  } catch (const SqliteError& error) {
    return error.what();
  }
  return {};
}

/// The first folder "before-restore-<n>" that does not exist.
fs::path aside_folder(const fs::path& data) {
  for (int n = 1;; ++n) {
    auto folder = data / ("before-restore-" + std::to_string(n));
    if (!fs::exists(folder)) return folder;
  }
}

void flush(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

void put_in_place(const fs::path& backup, const fs::path& data) {
  // Under another name first: a copy that was cut off must never be taken for a store.
  const auto incoming = data / "store.db.incoming";
  fs::copy_file(backup, incoming, fs::copy_options::overwrite_existing);
  flush(incoming);
  const auto file = store_file(data);
  if (fs::exists(file)) {
    const auto aside = aside_folder(data);
    fs::create_directory(aside);
    for (const auto* suffix : {"-wal", "-shm", ""}) {
      const auto old = fs::path(file.string() + suffix);
      if (fs::exists(old)) fs::rename(old, aside / old.filename());
    }
  }
  fs::rename(incoming, file);
  flush(data);
}

}  // namespace

tl::expected<void, std::string> restore(const fs::path& backup, const fs::path& data_folder, bool replace) {
  if (const auto problem = problem_of(backup); !problem.empty()) {
    return tl::unexpected(backup.string() + ": cannot be restored: " + problem);
  }
  try {
    const FolderLock lock(data_folder, true);
    if (fs::exists(store_file(data_folder)) && !replace) {
      return tl::unexpected(
          "data folder " + data_folder.string() +
          " holds a store already; say that it is to be replaced, or choose an empty folder");
    }
    put_in_place(backup, data_folder);
  } catch (const CannotOpen& error) {
    return tl::unexpected(std::string(error.what()));
  } catch (const fs::filesystem_error& error) {
    return tl::unexpected(std::string(error.what()));
  }
  return {};
}

}  // namespace badge::store
