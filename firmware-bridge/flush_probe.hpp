#pragma once
#include <chrono>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace badge::bridge {

/// How long the disk below `folder` takes to make 4 KiB durable: what stands between a card and its green
/// light.
struct FlushTimes {
  std::chrono::microseconds median{0};
  std::chrono::microseconds slowest{0};

  /// Faster than any medium that keeps what it says: it answers from a cache, and a power cut may take taps.
  [[nodiscard]] bool is_implausible() const { return median < std::chrono::microseconds(25); }
  /// The light comes later than a hand is gone.
  [[nodiscard]] bool is_too_slow() const { return slowest > std::chrono::milliseconds(90); }
};

/// Writes and flushes a file of its own there, and removes it. The error is a sentence.
[[nodiscard]] tl::expected<FlushTimes, std::string> probe_flush(const std::filesystem::path& folder);

}  // namespace badge::bridge
