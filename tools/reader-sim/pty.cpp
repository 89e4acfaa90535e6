#include "tools/reader-sim/pty.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <system_error>

namespace badge::tools {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

void make_raw(int fd) {
  termios settings{};
  if (::tcgetattr(fd, &settings) != 0) fail("tcgetattr");
  ::cfmakeraw(&settings);
  ::cfsetspeed(&settings, B115200);
  if (::tcsetattr(fd, TCSANOW, &settings) != 0) fail("tcsetattr");
}

}  // namespace

Pty::Pty(std::string link) : link_(std::move(link)) {
  master_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (master_ < 0) fail("cannot make a pseudo-terminal");
  if (::grantpt(master_) != 0 || ::unlockpt(master_) != 0) fail("cannot unlock the pseudo-terminal");
  path_ = ::ptsname(master_);
  slave_ = ::open(path_.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (slave_ < 0) fail(path_);
  make_raw(slave_);
  if (!link_.empty()) make_link();
}

Pty::~Pty() {
  std::error_code ignored;
  // Somebody else may have put another link there meanwhile.
  if (!link_.empty() && fs::read_symlink(link_, ignored) == path_) fs::remove(link_, ignored);
  ::close(slave_);
  ::close(master_);
}

void Pty::make_link() {
  const auto status = fs::symlink_status(link_);
  if (fs::exists(status) && !fs::is_symlink(status)) {
    throw std::runtime_error("--link \"" + link_ +
                             "\": exists and is not a symbolic link; choose another name");
  }
  // Made aside and moved, so that a host that opens it never finds half of a change.
  const auto aside = link_ + ".new";
  fs::remove(aside);
  fs::create_symlink(path_, aside);
  fs::rename(aside, link_);
}

Bytes Pty::read() {
  std::array<std::uint8_t, 1024> buffer{};
  const auto count = ::read(master_, buffer.data(), buffer.size());
  if (count <= 0) return {};
  return {buffer.begin(), buffer.begin() + count};
}

void Pty::write(BytesView bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(master_, bytes.data(), bytes.size());
    if (count <= 0) return;
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
}

}  // namespace badge::tools
