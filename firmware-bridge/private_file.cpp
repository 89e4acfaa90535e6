#include "firmware-bridge/private_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <system_error>

namespace badge::bridge {
namespace {

class OwnedFd {
 public:
  explicit OwnedFd(int fd) : fd_(fd) {}
  OwnedFd(const OwnedFd&) = delete;
  OwnedFd& operator=(const OwnedFd&) = delete;
  ~OwnedFd() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw std::system_error(errno, std::generic_category(), file.native());
}

}  // namespace

tl::expected<std::string, std::string> read_private_file(const std::filesystem::path& file,
                                                         std::size_t bytes_max) {
  const OwnedFd fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat info{};
  if (fd.get() < 0 || ::fstat(fd.get(), &info) != 0) {
    return tl::unexpected(file.native() + ": " + std::strerror(errno));
  }
  if ((info.st_mode & 077) != 0) return tl::unexpected(file.native() + ": others may read it: chmod 600 it");
  std::string content(bytes_max + 1, '\0');
  std::size_t size = 0;
  while (size < content.size()) {
    const auto got = ::read(fd.get(), content.data() + size, content.size() - size);
    if (got < 0) return tl::unexpected(file.native() + ": " + std::strerror(errno));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  if (size > bytes_max)
    return tl::unexpected(file.native() + ": is longer than " + std::to_string(bytes_max) + " bytes");
  content.resize(size);
  return content;
}

void replace_private_file(const std::filesystem::path& file, std::string_view content) {
  const std::filesystem::path fresh = file.native() + ".new";
  {
    const OwnedFd fd(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (fd.get() < 0) fail(fresh);
    while (!content.empty()) {
      const auto put = ::write(fd.get(), content.data(), content.size());
      if (put < 0) fail(fresh);
      content.remove_prefix(static_cast<std::size_t>(put));
    }
    if (::fdatasync(fd.get()) != 0) fail(fresh);
  }
  std::filesystem::rename(fresh, file);
}

}  // namespace badge::bridge
