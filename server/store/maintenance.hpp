#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "reader-config/tap/tap.hpp"

namespace badge::store {

struct BackupRecord {
  std::uint64_t id = 0;
  std::uint64_t bytes = 0;
  Instant at;
  bool completed = false;
};

/// What verify() looked at, and where the store disagrees with its own log.
struct VerifyReport {
  std::map<std::string, std::uint64_t> checked;  // "taps", "credential_months", "streams", …
  std::vector<std::string> differences;          // sentences; at most differences_max
  [[nodiscard]] bool ok() const { return differences.empty(); }
};
inline constexpr std::size_t differences_max = 100;  // beyond that the advice is the same: restore

/// Puts a backup in the place of a data folder that no server runs on. The file is checked first (SQLite's
/// own check, a schema that this program knows); a folder that holds a store is left alone unless `replace`,
/// and then its files are kept aside under "before-restore-<n>". Fails with a sentence; nothing is changed
/// then.
[[nodiscard]] tl::expected<void, std::string> restore(const std::filesystem::path& backup,
                                                      const std::filesystem::path& data_folder, bool replace);

}  // namespace badge::store
