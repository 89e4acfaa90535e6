#pragma once
#include <chrono>
#include <random>

namespace badge::bridge {

/// Waits that double from `first` to `most`, each drawn from its upper half: after a power cut a hundred
/// entrances must not come back in step.
class Backoff {
 public:
  Backoff(std::chrono::milliseconds first, std::chrono::milliseconds most,
          std::uint64_t seed = std::random_device{}())
      : first_(first), most_(most), next_(first), random_(seed) {}

  /// The next wait, in [half of the nominal, the nominal].
  std::chrono::milliseconds next() {
    const auto nominal = next_;
    next_ = std::min(most_, next_ * 2);
    return std::chrono::milliseconds(
        std::uniform_int_distribution<std::int64_t>(nominal.count() / 2, nominal.count())(random_));
  }

  /// It works again: the next trouble begins at `first`.
  void reset() { next_ = first_; }

 private:
  std::chrono::milliseconds first_;
  std::chrono::milliseconds most_;
  std::chrono::milliseconds next_;
  std::mt19937_64 random_;
};

}  // namespace badge::bridge
