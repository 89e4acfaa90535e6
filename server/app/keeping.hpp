#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "server/store/maintenance.hpp"

namespace badge::store {
class Store;
}

namespace badge::app {

/// Backups of the running server, and the check of what it derived. All functions block; call them from
/// workers.
///
/// A backup is made as a file beside the store, fetched, and completed: only then is it called safe, bridges
/// may forget what it holds, and the file here goes. One backup waits at a time; a new one replaces it.
class Keeping {
 public:
  /// `folder` is the keeper's own: what an earlier run left in it is removed.
  Keeping(store::Store& store, std::filesystem::path folder);

  struct Backup {
    std::uint64_t id = 0, bytes = 0;
    std::string sha256;  // of the file, 64 lower-case digits
  };
  /// Throws StoreBusy while another backup is being made.
  [[nodiscard]] Backup make_backup();

  /// The file of a backup that waits to be fetched.
  [[nodiscard]] std::optional<std::filesystem::path> backup_file(std::uint64_t id) const;

  /// The caller has the file safe elsewhere. False: there is no such backup.
  [[nodiscard]] bool complete_backup(std::uint64_t id);

  [[nodiscard]] store::VerifyReport verify() const;

 private:
  void remove_waiting();

  store::Store& store_;
  const std::filesystem::path folder_;
  std::mutex making_;         // held while one is made
  mutable std::mutex mutex_;  // guards what follows
  std::optional<std::pair<std::uint64_t, std::filesystem::path>> waiting_;
};

}  // namespace badge::app
