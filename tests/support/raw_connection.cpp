#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <system_error>

#include "tests/support/eventually.hpp"
#include "tests/support/http_client.hpp"

namespace badge::test {

RawConnection::RawConnection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in server{};
  server.sin_family = AF_INET;
  server.sin_port = htons(port);
  server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&server), sizeof server) != 0) {
    throw std::system_error(errno, std::generic_category(), "connect");
  }
}

RawConnection::~RawConnection() { ::close(socket_); }

void RawConnection::send(const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const auto count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) return;
    sent += static_cast<std::size_t>(count);
  }
}

std::string RawConnection::read_until(const std::string& text) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (text.empty() || pending_.find(text) == std::string::npos) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    pollfd readable{socket_, POLLIN, 0};
    if (closed_ || left.count() <= 0 || ::poll(&readable, 1, static_cast<int>(left.count())) <= 0) break;
    std::array<char, 4096> bytes{};
    const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    closed_ = count <= 0;
    if (count > 0) pending_.append(bytes.data(), static_cast<std::size_t>(count));
  }
  const auto end = text.empty() ? std::string::npos : pending_.find(text);
  const auto size = end == std::string::npos ? pending_.size() : end + text.size();
  auto read = pending_.substr(0, size);
  pending_.erase(0, size);
  return read;
}

}  // namespace badge::test
