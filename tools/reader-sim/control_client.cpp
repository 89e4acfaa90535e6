#include "tools/reader-sim/control_client.hpp"

#include <sys/time.h>
#include <unistd.h>

#include <array>

#include "tools/reader-sim/unix_socket.hpp"

namespace badge::tools {
namespace {

constexpr timeval patience{5, 0};  // reader-sim answers at once; if it does not, it hangs

/// An answer ends with a line that begins with ok or error.
bool is_complete(const std::string& text) {
  if (text.empty() || text.back() != '\n') return false;
  const auto before = text.rfind('\n', text.size() - 2);
  const auto last = text.substr(before == std::string::npos ? 0 : before + 1);
  return last.starts_with("ok") || last.starts_with("error");
}

std::string converse(int fd, const std::string& socket_path, const std::string& command) {
  const auto address = unix_address(socket_path);
  ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
  const auto line = command + "\n";
  if (::connect(fd, generic(address), sizeof(address)) != 0 ||
      ::send(fd, line.data(), line.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(line.size())) {
    throw std::runtime_error("--control \"" + socket_path + "\": " + std::strerror(errno) +
                             "; is reader-sim running with the same --control?");
  }
  std::string answer;
  std::array<char, 4096> buffer{};
  while (!is_complete(answer)) {
    const auto count = ::recv(fd, buffer.data(), buffer.size(), 0);
    if (count <= 0) throw std::runtime_error("--control \"" + socket_path + "\": no answer");
    answer.append(buffer.data(), static_cast<std::size_t>(count));
  }
  answer.pop_back();
  return answer;
}

}  // namespace

std::string ask_reader_sim(const std::string& socket_path, const std::string& command) {
  const int fd = new_unix_socket();
  try {
    auto answer = converse(fd, socket_path, command);
    ::close(fd);
    return answer;
  } catch (...) {
    ::close(fd);
    throw;
  }
}

}  // namespace badge::tools
