#include "server/store/writer.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <optional>
#include <span>

namespace badge::store {
namespace {

constexpr int wal_pages_max =
    1000;  // 4 MB: taps wait while it is moved, some ms; moved less often, they would wait longer each time
constexpr int wal_pages_hard_max = 64'000;  // 256 MB of disk
constexpr std::chrono::milliseconds readers_wait_max{100};
constexpr std::chrono::minutes fault_quiet{1};  // a full disk is one event, whatever runs into it
constexpr std::chrono::seconds background_pause{
    1};  // after a fault: a full disk is not emptied by asking often

int remember_wal_pages(void* pages, sqlite3*, const char*, int count) {
  *static_cast<int*>(pages) = count;
  return SQLITE_OK;
}

/// While it lives, commits are not flushed. That they are again must not fail: an answer would promise too
/// much.
class Unflushed {
 public:
  explicit Unflushed(Database& database) : database_(database) {
    database_.execute("PRAGMA synchronous = NORMAL");
  }
  ~Unflushed() { database_.execute("PRAGMA synchronous = FULL"); }
  Unflushed(const Unflushed&) = delete;
  Unflushed& operator=(const Unflushed&) = delete;

 private:
  Database& database_;
};

}  // namespace

Writer::Writer(Database database, Options options)
    : database_(std::move(database)),
      options_(std::move(options)),
      ingest_(database_, state_, options_.on_committed ? &stored_ : nullptr) {
  state_.load(database_);
  roster_version_ = state_.roster_version();
  checkpoint_at_ = wal_pages_max;
  sqlite3_wal_hook(database_.handle(), &remember_wal_pages, &wal_pages_);
  thread_ = std::thread([this] { loop(); });
}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

bool Writer::push(Batch batch, AnswerBatch answer) {
  {
    const std::lock_guard lock(mutex_);
    const auto rows = batch.rows.size();
    if (stopping_ || batches_.size() >= queued_batches_max || queued_rows_ + rows > queued_rows_max)
      return false;
    queued_rows_ += rows;
    batches_.push_back({std::move(batch), std::move(answer)});
    batches_wait_ = true;
  }
  wake_.notify_one();
  return true;
}

std::size_t Writer::queued_batches() const {
  const std::lock_guard lock(mutex_);
  return batches_.size();
}

void Writer::run(WriteSlice slice, Durability durability) {
  std::future<void> done;
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || jobs_.size() >= queued_jobs_max) throw Busy();
    jobs_.push_back({std::move(slice), durability, {}});
    done = jobs_.back().done.get_future();
  }
  wake_.notify_one();
  done.get();
}

bool Writer::background_due() const {
  if (std::chrono::steady_clock::now() < background_again_) return false;
  return std::ranges::any_of(options_.background, [this](const auto& work) { return work.due(state_); });
}

void Writer::loop() {
  for (;;) {
    const bool background = background_due();
    {
      std::unique_lock lock(mutex_);
      if (!background) {
        wake_.wait(lock, [this] { return stopping_ || !batches_.empty() || !jobs_.empty(); });
      }
      if (stopping_ && batches_.empty() && jobs_.empty()) break;
    }
    if (auto batches = take_batches(); !batches.empty()) commit_batches(batches);
    {
      std::unique_lock lock(mutex_);
      if (!jobs_.empty()) advance_job(lock);
    }
    if (!batches_wait_ || ++commits_without_background_ >= commits_before_background) {
      commits_without_background_ = 0;
      if (background) advance_background();
    }
    checkpoint_if_long();
  }
  checkpoint_at_ = 0;
  checkpoint_if_long();  // the next start then has nothing to replay
}

std::vector<Writer::WaitingBatch> Writer::take_batches() {
  const std::lock_guard lock(mutex_);
  std::vector<WaitingBatch> taken;
  for (std::size_t rows = 0; !batches_.empty() && rows < commit_rows_max;) {
    rows += batches_.front().batch.rows.size();
    taken.push_back(std::move(batches_.front()));
    batches_.pop_front();
    queued_rows_ -= taken.back().batch.rows.size();
  }
  batches_wait_ = !batches_.empty();
  return taken;
}

void Writer::commit_batches(std::vector<WaitingBatch>& batches) {
  std::vector<BatchAnswer> answers;
  answers.reserve(batches.size());
  try {
    const auto received_at = options_.now();
    Transaction transaction(database_);
    for (const auto& waiting : batches) answers.push_back(ingest_.store(waiting.batch, received_at));
    state_.save(database_);
    transaction.commit();
    note_healthy();
  } catch (const std::exception& error) {
    recover("taps were not stored, bridges keep them", error);
    answers.assign(batches.size(), StoreFault{error.what()});
  }
  const auto now = options_.now();
  for (std::size_t i = 0; i < batches.size(); ++i) {
    if (auto* ack = std::get_if<Ack>(&answers[i])) {
      ack->now = now;
      ack->roster = state_.entrance_version();
    }
    batches[i].answer(std::move(answers[i]));
  }
  show_stored_taps();
}

void Writer::show_stored_taps() {
  if (stored_.empty()) return;
  std::vector<LiveTap> live;
  for (const auto& [position, tap, bridge] :
       std::span(stored_).last(std::min(stored_.size(), live_taps_max))) {
    live.push_back({position, tap->at, tap->reader, tap->entrance, *bridge, tap->direction, tap->credential});
  }
  stored_.clear();
  options_.on_committed(live);
}

void Writer::advance_job(std::unique_lock<std::mutex>& lock) {
  auto& job = jobs_.front();  // only this thread takes jobs away, and a deque does not move what it holds
  lock.unlock();
  bool finished = true;
  std::exception_ptr failure;
  try {
    finished = commit_slice(job.slice, job.durability);
    note_healthy();
  } catch (const SqliteError& error) {
    failure = std::current_exception();
    recover("a write was undone", error);
  } catch (...) {
    // The caller's own refusal: it is told, and nobody else.
    failure = std::current_exception();
    state_.load(database_);
  }
  if (!finished && !failure) return;
  lock.lock();
  auto done = std::move(job.done);
  jobs_.pop_front();
  lock.unlock();
  if (failure) {
    done.set_exception(failure);
  } else {
    done.set_value();
  }
}

void Writer::advance_background() {
  const auto work =
      std::ranges::find_if(options_.background, [this](const auto& w) { return w.due(state_); });
  if (work == options_.background.end()) return;
  try {
    commit_slice(work->slice, Durability::unflushed);
  } catch (const std::exception& error) {
    recover("background work waits", error);
    background_again_ = std::chrono::steady_clock::now() + background_pause;
  }
}

bool Writer::commit_slice(const WriteSlice& slice, Durability durability) {
  std::optional<Unflushed> unflushed;
  if (durability == Durability::unflushed) unflushed.emplace(database_);
  Transaction transaction(database_);
  const bool finished = slice(database_, state_, SliceClock(slice_max, &batches_wait_));
  state_.save(database_);
  transaction.commit();
  roster_version_ = state_.roster_version();
  return finished;
}

// Passive: it waits for no reader, and moves what the oldest of them does not need. Only a log that readers
// kept from beginning anew for very long makes the writer wait for them, and not long.
void Writer::checkpoint_if_long() {
  const bool has_grown = wal_pages_ > wal_pages_seen_;
  const bool began_anew = wal_pages_ < wal_pages_seen_;
  wal_pages_seen_ = wal_pages_;
  if (began_anew) {
    checkpoint_at_ = std::min(checkpoint_at_, wal_pages_max);
    log_goes_on_ = false;
  }
  // One report after the other would keep it growing; the instant between two of them is enough.
  const bool can_begin_anew = log_goes_on_ && has_grown && nobody_reads();
  if (wal_pages_ < checkpoint_at_ && !can_begin_anew) return;
  const int mode = wal_pages_ < wal_pages_hard_max ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_RESTART;
  sqlite3_busy_timeout(database_.handle(), static_cast<int>(readers_wait_max.count()));
  int pages = 0;
  // A full disk shows at the next write.
  sqlite3_wal_checkpoint_v2(database_.handle(), nullptr, mode, &pages, nullptr);
  checkpoint_at_ = pages + wal_pages_max;
  log_goes_on_ = true;
}

bool Writer::nobody_reads() const { return options_.snapshots == nullptr || *options_.snapshots == 0; }

void Writer::recover(const char* what, const std::exception& error) {
  stored_.clear();
  const auto now = std::chrono::steady_clock::now();
  if (now >= fault_said_again_) {
    spdlog::error("store: {}: {}", what, error.what());
    fault_said_again_ = now + fault_quiet;
  }
  faulty_ = true;
  state_.load(database_);
}

void Writer::note_healthy() {
  if (!faulty_ || std::chrono::steady_clock::now() < fault_said_again_) return;
  spdlog::info("store: writing again");
  faulty_ = false;
}

}  // namespace badge::store
