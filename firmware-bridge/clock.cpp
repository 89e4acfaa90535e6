#include "firmware-bridge/clock.hpp"

#include <sys/timex.h>

#include <ctime>
#include <fstream>

namespace badge::bridge {
namespace {

std::chrono::milliseconds read_clock(clockid_t id) {
  timespec now{};
  ::clock_gettime(id, &now);
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                               std::chrono::nanoseconds(now.tv_nsec));
}

}  // namespace

SystemClock::SystemClock() {
  constexpr std::size_t digits = 8;
  std::ifstream("/proc/sys/kernel/random/boot_id") >> boot_;
  boot_ = boot_.size() >= digits ? boot_.substr(0, digits) : "unknown0";
}

ClockReading SystemClock::read() const {
  timex state{};
  const int result = ::adjtimex(&state);
  const bool synchronised = result >= 0 && result != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
  return {Instant(read_clock(CLOCK_REALTIME)), read_clock(CLOCK_BOOTTIME), synchronised};
}

}  // namespace badge::bridge
