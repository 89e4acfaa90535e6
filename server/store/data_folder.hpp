#pragma once
#include <filesystem>

#include "server/store/sqlite.hpp"

namespace badge::store {

/// Holds the data folder for this process: `lock` is flocked, and freed by the kernel when the process ends,
/// however it ends. Throws CannotOpen where another process holds it, or where the folder is missing.
class FolderLock {
 public:
  FolderLock(const std::filesystem::path& folder, bool create);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int descriptor_ = -1;
};

[[nodiscard]] inline std::filesystem::path store_file(const std::filesystem::path& folder) {
  return folder / "store.db";
}

/// The one read-write connection, schema up to date. `pages_max` 0: no limit of ours.
[[nodiscard]] Database open_for_writing(const std::filesystem::path& folder, bool create,
                                        std::uint32_t pages_max);

/// A connection that can neither write nor checkpoint.
[[nodiscard]] Database open_for_reading(const std::filesystem::path& folder);

}  // namespace badge::store
