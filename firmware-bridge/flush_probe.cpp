#include "firmware-bridge/flush_probe.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace badge::bridge {

tl::expected<FlushTimes, std::string> probe_flush(const std::filesystem::path& folder) {
  constexpr std::size_t flushes = 50;  // the slowest of fifty is near the 99th percentile, in a second or two
  std::string name = (folder / ".flush-probe-XXXXXX").native();
  const int fd = ::mkostemp(name.data(), O_CLOEXEC);
  if (fd < 0) return tl::unexpected(folder.native() + ": cannot be written (" + std::strerror(errno) + ')');
  ::unlink(name.c_str());
  std::array<char, 4096> page{};
  std::array<std::chrono::microseconds, flushes> times{};
  for (auto& time : times) {
    const auto begin = std::chrono::steady_clock::now();
    if (::write(fd, page.data(), page.size()) != static_cast<ssize_t>(page.size()) || ::fdatasync(fd) != 0) {
      const std::string why = std::strerror(errno);
      ::close(fd);
      return tl::unexpected(folder.native() + ": cannot be flushed (" + why + ')');
    }
    time = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  }
  ::close(fd);
  std::ranges::sort(times);
  return FlushTimes{times[flushes / 2], times.back()};
}

}  // namespace badge::bridge
