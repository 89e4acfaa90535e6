#include "firmware-bridge/reader/bridge_link.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <iostream>

namespace badge::bridge {
namespace {

constexpr int send_patience_ms = 5'000;  // the bridge kills a reader that is silent for so long

}  // namespace

bool BridgeLink::send(const FromReader& message) const {
  const auto bytes = encode(message);
  pollfd writable{fd_, POLLOUT, 0};
  if (::poll(&writable, 1, send_patience_ms) != 1) return false;
  return ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT) ==
         static_cast<ssize_t>(bytes.size());
}

std::optional<ToReader> BridgeLink::receive(std::chrono::milliseconds limit) {
  pollfd readable{fd_, POLLIN, 0};
  if (::poll(&readable, 1, static_cast<int>(limit.count())) != 1) return std::nullopt;
  std::array<std::uint8_t, message_bytes_max + 1> buffer{};
  const auto count = ::recv(fd_, buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return std::nullopt;
  if (count <= 0) {
    closed_ = true;
    return std::nullopt;
  }
  const auto message = decode_to_reader({buffer.data(), static_cast<std::size_t>(count)});
  if (!message) {
    std::cerr << "badge-reader: " << message.error() << '\n';
    closed_ = true;
    return std::nullopt;
  }
  return *message;
}

}  // namespace badge::bridge
