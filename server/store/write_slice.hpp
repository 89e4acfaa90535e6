#pragma once
#include <chrono>
#include <functional>

#include "server/store/log_state.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

/// What a long write may use before it must let taps through: the wait that it adds to an acknowledgement.
inline constexpr std::chrono::milliseconds slice_max{2};

/// Asked after each step of a slice, so that every slice does one at least.
class SliceClock {
 public:
  explicit SliceClock(std::chrono::milliseconds budget = slice_max) : budget_(budget) {}
  [[nodiscard]] bool spent() const { return std::chrono::steady_clock::now() - began_ >= budget_; }

 private:
  std::chrono::milliseconds budget_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// One part of a write, in a transaction of its own that the writer commits. True: that was the last part.
/// What it throws undoes this part, ends the write and reaches whoever waits for it.
using WriteSlice = std::function<bool(Database&, LogState&, const SliceClock&)>;

/// Work that nobody waits for. Its transactions are not flushed: what a power cut takes is done again.
struct BackgroundWork {
  std::function<bool(const LogState&)> due;
  WriteSlice slice;
};

}  // namespace badge::store
