// badge-reader: the process that talks to one NFC reader. It may die at any moment; badge-bridge starts it
// again.
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <iostream>

#include "firmware-bridge/reader/reader_loop.hpp"

namespace {

constexpr unsigned end_patience_s = 2;  // a libnfc call that hangs must not keep the process

std::atomic<bool> stopping{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void on_terminate(int) {
  stopping = true;
  ::alarm(end_patience_s);  // SIGALRM ends the process
}

void prepare_signals() {
  ::signal(SIGTERM, on_terminate);
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGINT, SIG_IGN);  // Ctrl-C at a terminal reaches all; the bridge decides, and closes the socket
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
}

/// libnfc looks for readers by itself, writes to the log for every failed try and ends the process for a
/// descriptor of 1024 or more.
void prepare_for_libnfc() {
  ::setenv("LIBNFC_LOG_LEVEL", "0", 0);
  ::setenv("LIBNFC_AUTO_SCAN", "false", 1);
  ::close_range(badge::bridge::message_fd + 1, ~0U, 0);
}

bool is_message_socket(int fd) {
  int type = 0;
  socklen_t size = sizeof(type);
  return ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

int fail(int status, const std::string& why) {
  std::cerr << "badge-reader: " << why << '\n';
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace badge::bridge;
  prepare_signals();
  const std::vector<const char*> arguments(argv + std::min(argc, 1), argv + argc);
  const auto options = parse_reader_options(arguments);
  if (!options) return fail(2, options.error());
  if (options->pins.all() != PinMask{} && !pins_can_be_written()) {
    return fail(2, "--pins: the libnfc of this machine cannot write pins; leave out feedback pins");
  }
  if (!is_message_socket(message_fd)) {
    return fail(2, "is started by badge-bridge, which gives it a socket as file descriptor 3");
  }
  prepare_for_libnfc();
  ::fcntl(message_fd, F_SETFD, FD_CLOEXEC);
  try {
    const NfcLibrary library;
    BridgeLink bridge(message_fd);
    ReaderLoop(*options, bridge, library, [] { return stopping.load(); }).run();
  } catch (const std::exception& error) {
    return fail(1, error.what());
  }
  return 0;
}
