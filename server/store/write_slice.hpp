#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>

#include "server/store/log_state.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

/// What a slice of a long write may use while no tap waits: the pages that it writes are flushed with the
/// next commit, so this is the wait that it may add to an acknowledgement behind the slice.
inline constexpr std::chrono::milliseconds slice_max{2};
/// What it uses even if a tap waits: without it, taps that come without a pause would stop every other write.
inline constexpr std::chrono::microseconds slice_min{250};

/// Asked after each step of a slice, so that every slice does one at least.
class SliceClock {
 public:
  /// `taps_wait` is looked at again and again; null: none ever wait.
  explicit SliceClock(std::chrono::microseconds budget = slice_max,
                      const std::atomic<bool>* taps_wait = nullptr)
      : budget_(budget), taps_wait_(taps_wait) {}
  [[nodiscard]] bool spent() const {
    const auto used = std::chrono::steady_clock::now() - began_;
    return used >= budget_ || (taps_wait_ != nullptr && taps_wait_->load() && used >= slice_min);
  }

 private:
  std::chrono::microseconds budget_;
  const std::atomic<bool>* taps_wait_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// One part of a write, in a transaction of its own that the writer commits. True: that was the last part.
/// What it throws undoes this part, ends the write and reaches whoever waits for it.
using WriteSlice = std::function<bool(Database&, LogState&, const SliceClock&)>;

/// Whether a write must survive a power cut once its caller has been answered.
enum class Durability : std::uint8_t { flushed, unflushed };

/// Work that nobody waits for. Its transactions are not flushed: what a power cut takes is done again.
struct BackgroundWork {
  std::function<bool(const LogState&)> due;
  WriteSlice slice;
};

}  // namespace badge::store
