#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "firmware-bridge/reader/message.hpp"

namespace badge::bridge {

/// The device file of a libnfc connection string: "pn532_uart:/dev/ttyUSB0:115200" has /dev/ttyUSB0. Empty
/// where there is none (USB readers, which libusb claims).
[[nodiscard]] std::string_view device_file(std::string_view connection);

/// Holds a device file for this process (flock): libnfc itself lets two programs talk into one serial port.
class DeviceLock {
 public:
  /// The fault says what is wrong with the file.
  [[nodiscard]] static tl::expected<std::unique_ptr<DeviceLock>, Fault> take(const std::string& path);
  ~DeviceLock();
  DeviceLock(const DeviceLock&) = delete;
  DeviceLock& operator=(const DeviceLock&) = delete;

  /// The device was pulled out.
  [[nodiscard]] bool hung_up() const;

 private:
  explicit DeviceLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace badge::bridge
