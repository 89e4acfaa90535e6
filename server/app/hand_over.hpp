#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace badge::app {

/// Work on its way from the thread that finds it to those that do it; never more than `waiting_max`. Any
/// thread.
template <class Work>
class HandOver {
 public:
  explicit HandOver(std::size_t waiting_max) : waiting_max_(waiting_max) {}

  /// False: as much waits as may, and `work` is left as it was.
  [[nodiscard]] bool offer(Work& work) {
    {
      const std::lock_guard lock(mutex_);
      if (waiting_.size() == waiting_max_) return false;
      waiting_.push_back(std::move(work));
    }
    changed_.notify_one();
    return true;
  }

  /// Waits for work. Nothing: there is none, and no more will come.
  [[nodiscard]] std::optional<Work> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return std::nullopt;
    std::optional<Work> work(std::move(waiting_.front()));
    waiting_.pop_front();
    return work;
  }

  /// No more will come. What waits is still handed out.
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
  }

 private:
  const std::size_t waiting_max_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Work> waiting_;
  bool closed_ = false;
};

}  // namespace badge::app
