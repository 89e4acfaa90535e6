#include "server/store/reader_pool.hpp"

#include "server/store/data_folder.hpp"
#include "server/store/store.hpp"

namespace badge::store {

ReadLease::ReadLease(ReaderPool& pool, std::unique_ptr<Database> database)
    : pool_(pool), database_(std::move(database)) {
  try {
    database_->statement("BEGIN").run();
    // BEGIN alone reads nothing yet: the first read fixes what is seen.
    static_cast<void>(database_->number("SELECT last_position FROM store_state"));
  } catch (...) {
    pool_.give_back(nullptr);
    throw;
  }
}

ReadLease::~ReadLease() {
  try {
    database_->statement("COMMIT").run();
  } catch (const SqliteError&) {
    database_ = nullptr;  // broken: the next lease opens a new one
  }
  pool_.give_back(std::move(database_));
}

std::unique_ptr<ReadLease> ReaderPool::lease() {
  std::unique_ptr<Database> database;
  {
    std::unique_lock lock(mutex_);
    if (!freed_.wait_for(lock, snapshot_wait_max, [this] { return lent_ < readers_max; })) throw Busy();
    ++lent_;
    if (!free_.empty()) {
      database = std::move(free_.back());
      free_.pop_back();
    }
  }
  if (!database) {
    try {
      database = std::make_unique<Database>(open_for_reading(folder_));
    } catch (...) {
      give_back(nullptr);
      throw;
    }
  }
  return std::make_unique<ReadLease>(*this, std::move(database));
}

void ReaderPool::give_back(std::unique_ptr<Database> database) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (database) free_.push_back(std::move(database));
  }
  freed_.notify_one();
}

}  // namespace badge::store
