#pragma once
#include <chrono>
#include <string>

#include "reader-config/tap/tap.hpp"

namespace badge::bridge {

/// Both clocks of this machine, read at one moment.
struct ClockReading {
  Instant wall;
  std::chrono::milliseconds boottime{0};  // CLOCK_BOOTTIME: runs through suspend, never steps
  bool kernel_synchronised = false;       // the kernel's word (adjtimex): a time daemon disciplines the clock
};

/// Where the time comes from. Tests step it at will.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual ClockReading read() const = 0;
  /// The first 8 digits of the kernel's boot id: which boot `boottime` counts from.
  [[nodiscard]] virtual const std::string& boot() const = 0;
};

class SystemClock final : public Clock {
 public:
  SystemClock();
  [[nodiscard]] ClockReading read() const override;
  [[nodiscard]] const std::string& boot() const override { return boot_; }

 private:
  std::string boot_;
};

}  // namespace badge::bridge
