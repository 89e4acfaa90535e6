#pragma once
#include <cstdint>
#include <vector>

#include "server/store/maintenance.hpp"
#include "server/store/status.hpp"

namespace badge::store {
class Store;
}

namespace badge::app {

/// How the server and its entrances are, for an administrator.
struct Status {
  Instant now;
  store::DataVersion version;
  std::size_t queued_batches = 0;
  std::vector<store::StreamStatus> streams;
  std::vector<store::LostRows> lost_rows;
  std::vector<store::UnknownCredential> unknown_badges;  // shown in this month and the one before
  std::uint64_t quarantined_rows = 0;
  std::vector<store::BackupRecord> backups;
};

[[nodiscard]] Status status_of(const store::Store& store, Instant now);

}  // namespace badge::app
