#pragma once
#include <chrono>
#include <optional>

#include "firmware-bridge/reader/message.hpp"

namespace badge::bridge {

/// The reader's end of the socket to badge-bridge.
class BridgeLink {
 public:
  explicit BridgeLink(int fd) : fd_(fd) {}

  /// Waits up to 5 s for a bridge that does not read. False: there is no bridge any more, or it hangs.
  [[nodiscard]] bool send(const FromReader& message) const;

  /// Waits up to `limit` for a message. `closed()` is true when there will be none any more, or when one came
  /// that cannot be understood.
  [[nodiscard]] std::optional<ToReader> receive(std::chrono::milliseconds limit);
  [[nodiscard]] bool closed() const { return closed_; }

 private:
  int fd_;
  bool closed_ = false;
};

}  // namespace badge::bridge
