#pragma once
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace badge::tools {

/// How long things took. For one thread; join with `add_all`.
class Latencies {
 public:
  void add(std::chrono::steady_clock::duration took) {
    ms_.push_back(std::chrono::duration<double, std::milli>(took).count());
  }
  void add_all(const Latencies& others) { ms_.insert(ms_.end(), others.ms_.begin(), others.ms_.end()); }
  [[nodiscard]] std::size_t count() const { return ms_.size(); }

  /// Nearest rank; 0 where nothing was measured. 100 is the longest.
  [[nodiscard]] double percentile_ms(double percent) {
    if (ms_.empty()) return 0;
    std::sort(ms_.begin(), ms_.end());
    const auto rank = static_cast<std::size_t>(percent / 100.0 * static_cast<double>(ms_.size()) + 0.999999);
    return ms_[std::clamp<std::size_t>(rank, 1, ms_.size()) - 1];
  }

 private:
  std::vector<double> ms_;
};

}  // namespace badge::tools
