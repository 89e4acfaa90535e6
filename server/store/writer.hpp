#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "server/store/ingest.hpp"
#include "server/store/write_slice.hpp"

namespace badge::store {

inline constexpr std::size_t queued_batches_max =
    4096;  // three seconds of all of Viet Nam arriving, a tap a batch
inline constexpr std::size_t queued_rows_max = 50'000;  // about 25 MB decoded
inline constexpr std::size_t commit_rows_max = 5000;    // one commit of this size stays under 20 ms
inline constexpr std::size_t queued_jobs_max = 64;  // each holds a waiting worker; there are fewer workers
inline constexpr int commits_before_background =
    16;  // taps that come without a pause leave background work some hundredths of the time

/// The thread that writes, and the only read-write connection. In turn: all batches that wait, in one commit,
/// then their answers; one slice of the oldest job; one slice of background work, if no batch waits again; a
/// checkpoint when the log is long. A slice ends early when a batch comes.
class Writer {
 public:
  struct Options {
    std::function<Instant()> now;
    std::function<void(std::span<const LiveTap>)> on_committed;  // may be empty
    std::vector<BackgroundWork> background;
    const std::atomic<std::size_t>* snapshots = nullptr;  // how many are open; null: never any
  };
  Writer(Database database, Options options);
  ~Writer();  // does all that is queued first
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// False: the queue is full.
  [[nodiscard]] bool push(Batch batch, AnswerBatch answer);
  [[nodiscard]] std::size_t queued_batches() const;

  /// Of the last commit. Any thread, without waiting.
  [[nodiscard]] std::uint64_t roster_version() const { return roster_version_; }

  /// Runs a write to its end and waits for it. Throws what the slice throws, and Busy when too many wait.
  /// An unflushed write becomes durable with the next flushed one.
  void run(WriteSlice slice, Durability durability = Durability::flushed);

 private:
  struct WaitingBatch {
    Batch batch;
    AnswerBatch answer;
  };
  struct Job {
    WriteSlice slice;
    Durability durability;
    std::promise<void> done;
  };

  void loop();
  [[nodiscard]] bool background_due() const;
  [[nodiscard]] std::vector<WaitingBatch> take_batches();
  void commit_batches(std::vector<WaitingBatch>& batches);
  void show_stored_taps();
  void advance_job(std::unique_lock<std::mutex>& lock);
  void advance_background();
  /// Runs one slice in a transaction of its own; true: that was the last one.
  bool commit_slice(const WriteSlice& slice, Durability durability);
  void checkpoint_if_long();
  [[nodiscard]] bool nobody_reads() const;
  void recover(const char* what, const std::exception& error);
  void note_healthy();

  Database database_;
  Options options_;
  LogState state_;
  std::atomic<std::uint64_t> roster_version_ = 0;  // what state_ says, as far as readers can see it
  std::vector<StoredTap> stored_;                  // by the running commit
  Ingest ingest_;
  int wal_pages_ = 0;         // in the write-ahead log after the last commit
  int wal_pages_seen_ = 0;    // when it was last thought about
  int checkpoint_at_ = 0;     // pages
  bool log_goes_on_ = false;  // it was moved, and has not begun anew: somebody was reading
  int commits_without_background_ = 0;
  bool faulty_ = false;
  std::chrono::steady_clock::time_point fault_said_again_;  // not before
  std::chrono::steady_clock::time_point background_again_;  // not before, after it failed

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<WaitingBatch> batches_;
  std::size_t queued_rows_ = 0;
  std::atomic<bool> batches_wait_ = false;  // what batches_ says, for slices that are under way
  std::deque<Job> jobs_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace badge::store
