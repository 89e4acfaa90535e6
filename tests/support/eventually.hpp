#pragma once
/// Waiting for a condition instead of for a time.
#include <poll.h>

#include <chrono>
#include <functional>

namespace badge::test {

inline constexpr std::chrono::seconds patience{
    20};  // a loaded machine under a sanitizer; a pass takes milliseconds

/// Whether `condition` becomes true within `limit`. It is asked again every 2 ms.
[[nodiscard]] inline bool eventually(const std::function<bool()>& condition,
                                     std::chrono::milliseconds limit = patience) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  while (!condition()) {
    if (std::chrono::steady_clock::now() >= deadline) return false;
    ::poll(nullptr, 0, 2);
  }
  return true;
}

}  // namespace badge::test
