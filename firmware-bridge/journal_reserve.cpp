#include "firmware-bridge/journal_reserve.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace badge::bridge {

namespace fs = std::filesystem;

bool JournalReserve::hold() const {
  if (bytes_ == 0) return false;
  std::error_code error;
  if (fs::exists(file_, error)) return true;
  // Room for it twice: to take the last block for the reserve would bring about what it is there against.
  const auto space = fs::space(file_.has_parent_path() ? file_.parent_path() : ".", error);
  if (error || space.available < 2 * bytes_) return false;
  const int fd = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return false;
  const bool held = ::posix_fallocate(fd, 0, static_cast<off_t>(bytes_)) == 0;
  ::close(fd);
  if (!held) fs::remove(file_, error);
  return held;
}

bool JournalReserve::release() const {
  std::error_code error;
  return fs::remove(file_, error);
}

}  // namespace badge::bridge
