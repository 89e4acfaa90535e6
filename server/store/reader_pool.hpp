#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "server/store/sqlite.hpp"

namespace badge::store {

inline constexpr std::size_t readers_max = 8;  // workers that answer questions, and a backup
inline constexpr std::chrono::seconds snapshot_wait_max{
    5};  // a report takes less; longer means that one hangs

class ReaderPool;

/// A read-only connection inside a read transaction, which ends with it.
class ReadLease {
 public:
  ReadLease(ReaderPool& pool, std::unique_ptr<Database> database);
  ~ReadLease();
  ReadLease(const ReadLease&) = delete;
  ReadLease& operator=(const ReadLease&) = delete;
  [[nodiscard]] Database& database() const { return *database_; }

 private:
  ReaderPool& pool_;
  std::unique_ptr<Database> database_;
};

/// At most `readers_max` read-only connections, opened when first needed and kept.
class ReaderPool {
 public:
  /// `lent`: how many are out, for the writer, which outlives the pool.
  ReaderPool(std::filesystem::path folder, std::atomic<std::size_t>& lent)
      : folder_(std::move(folder)), lent_(lent) {}
  /// Throws Busy where none becomes free within `snapshot_wait_max`. The pool must outlive the lease.
  [[nodiscard]] std::unique_ptr<ReadLease> lease();

 private:
  friend class ReadLease;
  void give_back(std::unique_ptr<Database> database);

  std::filesystem::path folder_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Database>> free_;
  std::atomic<std::size_t>& lent_;  // changed under mutex_ only
};

}  // namespace badge::store
