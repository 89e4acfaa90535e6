#include "tools/reader-sim/control_server.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "tools/reader-sim/control.hpp"
#include "tools/reader-sim/unix_socket.hpp"

namespace badge::tools {
namespace {

/// A killed reader-sim leaves its socket behind: nobody listens there, and it may be replaced.
void remove_abandoned(const std::string& path, const sockaddr_un& address) {
  const int probe = new_unix_socket();
  const bool somebody = ::connect(probe, generic(address), sizeof(address)) == 0;
  const bool abandoned = !somebody && errno == ECONNREFUSED;
  ::close(probe);
  if (somebody) throw std::runtime_error("--control \"" + path + "\": another reader-sim listens there");
  if (abandoned) ::unlink(path.c_str());
}

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const auto count = ::write(fd, text.data(), text.size());
    if (count <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

ControlServer::ControlServer(std::string socket_path) : socket_path_(std::move(socket_path)) {
  channels_.push_back({STDIN_FILENO, STDOUT_FILENO, {}});
  if (!socket_path_.empty()) listen();
}

ControlServer::~ControlServer() {
  std::for_each(channels_.begin(), channels_.end(), close_channel);
  if (listener_ >= 0) {
    ::close(listener_);
    ::unlink(socket_path_.c_str());
  }
}

void ControlServer::listen() {
  const auto address = unix_address(socket_path_);
  remove_abandoned(socket_path_, address);
  listener_ = new_unix_socket();
  if (::bind(listener_, generic(address), sizeof(address)) != 0 ||
      ::listen(listener_, control_clients_max) != 0) {
    const std::string why = std::strerror(errno);
    ::close(listener_);
    throw std::runtime_error("--control \"" + socket_path_ + "\": " + why);
  }
}

void ControlServer::accept() {
  const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
  if (fd < 0) return;
  if (channels_.size() > control_clients_max) {
    (void)write_all(fd, "error too many connections\n");
    ::close(fd);
    return;
  }
  channels_.push_back({fd, fd, {}});
}

void ControlServer::close_channel(const Channel& channel) {
  if (channel.in != STDIN_FILENO) ::close(channel.in);
}

void ControlServer::add_to(std::vector<pollfd>& fds) const {
  if (listener_ >= 0) fds.push_back({listener_, POLLIN, 0});
  for (const auto& channel : channels_) fds.push_back({channel.in, POLLIN, 0});
}

void ControlServer::serve(const std::vector<pollfd>& fds, const Handler& handler) {
  const auto ready = [&](int fd) {
    return std::any_of(fds.begin(), fds.end(),
                       [fd](const pollfd& p) { return p.fd == fd && p.revents != 0; });
  };
  std::erase_if(channels_, [&](Channel& channel) {
    if (!ready(channel.in) || serve_channel(channel, handler)) return false;
    close_channel(channel);
    return true;
  });
  if (listener_ >= 0 && ready(listener_)) accept();
}

/// False: the other side has ended, or sends lines without end.
bool ControlServer::serve_channel(Channel& channel, const Handler& handler) {
  std::array<char, 4096> buffer{};
  const auto count = ::read(channel.in, buffer.data(), buffer.size());
  if (count <= 0) return false;
  channel.pending.append(buffer.data(), static_cast<std::size_t>(count));
  for (auto end = channel.pending.find('\n'); end != std::string::npos; end = channel.pending.find('\n')) {
    const auto answer = handler(std::string_view(channel.pending).substr(0, end));
    channel.pending.erase(0, end + 1);
    if (!write_all(channel.out, answer + "\n")) return false;
  }
  if (channel.pending.size() <= control_line_bytes_max) return true;
  (void)write_all(channel.out, "error line too long\n");
  return false;
}

}  // namespace badge::tools
