#include "tests/firmware-bridge/reader/reader_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace badge::test {

ReaderProcess::ReaderProcess(const std::string& connection, const std::vector<std::string>& more_arguments,
                             const std::vector<std::string>& environment) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw std::runtime_error("socketpair");
  std::vector<std::string> arguments = {program("badge-reader"), "--connection", connection};
  arguments.insert(arguments.end(), more_arguments.begin(), more_arguments.end());
  socket_ = ends[0];
  process_ = std::make_unique<Process>(std::move(arguments),
                                       Process::Options{.environment = environment, .fd3 = ends[1]});
  ::close(ends[1]);
}

ReaderProcess::~ReaderProcess() { hang_up(); }

void ReaderProcess::send(const bridge::ToReader& message) const {
  const auto bytes = bridge::encode(message);
  if (::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0)
    throw std::runtime_error("send to badge-reader");
}

void ReaderProcess::hang_up() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

std::optional<bridge::FromReader> ReaderProcess::receive(std::chrono::milliseconds limit) const {
  pollfd readable{socket_, POLLIN, 0};
  if (::poll(&readable, 1, static_cast<int>(limit.count())) != 1) return std::nullopt;
  std::array<std::uint8_t, 512> buffer{};
  const auto count = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (count <= 0) return std::nullopt;
  const auto message = bridge::decode_from_reader({buffer.data(), static_cast<std::size_t>(count)});
  if (!message) throw std::runtime_error(message.error());
  return *message;
}

std::optional<bridge::FromReader> ReaderProcess::next(std::chrono::milliseconds limit) {
  if (!kept_.empty()) {
    auto message = std::move(kept_.front());
    kept_.erase(kept_.begin());
    return message;
  }
  const auto deadline = std::chrono::steady_clock::now() + limit;
  for (;;) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    auto message =
        receive(std::max(left, std::chrono::milliseconds{0}));  // what is there already is always taken
    if (!message || !std::holds_alternative<bridge::ReaderAlive>(*message)) return message;
  }
}

std::optional<bridge::ReaderAlive> ReaderProcess::next_alive() {
  while (auto message = receive(patience)) {
    if (const auto* alive = std::get_if<bridge::ReaderAlive>(&*message)) return *alive;
    kept_.push_back(std::move(*message));
  }
  return std::nullopt;
}

}  // namespace badge::test
