#include "firmware-bridge/reader/device_lock.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace badge::bridge {
namespace {

Fault fault_of(int error, const std::string& path) {
  std::string text = path + ": " + std::strerror(error);
  switch (error) {
    case EACCES:
    case EPERM:
      return {FaultCode::not_permitted, text + "; is this user in the group that owns it (dialout)?"};
    case EWOULDBLOCK:
      return {FaultCode::in_use, path + ": another program holds it"};
    case EBUSY:
      return {FaultCode::in_use, std::move(text)};
    default:
      return {FaultCode::unplugged, std::move(text)};
  }
}

}  // namespace

std::string_view device_file(std::string_view connection) {
  const auto colon = connection.find(':');
  if (colon == std::string_view::npos) return {};
  const auto rest = connection.substr(colon + 1);
  return rest.starts_with('/') ? rest.substr(0, rest.find(':')) : std::string_view{};
}

tl::expected<std::unique_ptr<DeviceLock>, Fault> DeviceLock::take(const std::string& path) {
  // Non-blocking: a modem line without a carrier would keep open() waiting.
  const int fd = ::open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0) return tl::unexpected(fault_of(errno, path));
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    const int error = errno;
    ::close(fd);
    return tl::unexpected(fault_of(error, path));
  }
  return std::unique_ptr<DeviceLock>(new DeviceLock(fd));
}

DeviceLock::~DeviceLock() { ::close(fd_); }

bool DeviceLock::hung_up() const {
  pollfd state{fd_, 0, 0};
  return ::poll(&state, 1, 0) == 1 && (state.revents & (POLLHUP | POLLERR)) != 0;
}

}  // namespace badge::bridge
