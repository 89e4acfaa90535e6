#pragma once
#include <chrono>
#include <cstdint>

#include "firmware-bridge/reader/message.hpp"

namespace badge::bridge {

inline constexpr int consecutive_errors_max =
    3;  // one bad answer is noise; a late one spoils the next as well
inline constexpr std::chrono::milliseconds reopen_delay_min{100};
inline constexpr std::chrono::milliseconds reopen_delay_max{
    5'000};                                              // who plugs it in again looks at it that long
inline constexpr std::chrono::seconds stable_after{10};  // listened so long: the next trouble is a new one

/// When a device is given up and when it is tried again, and which faults are worth a word. Pure.
class Recovery {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  /// A look was answered.
  void answered(TimePoint now);
  /// A look failed; true: close the device and try again after `next_delay`.
  [[nodiscard]] bool failed() { return ++errors_ >= consecutive_errors_max; }
  /// The device was closed, or could not be opened: so long until the next try. Doubles up to the maximum.
  [[nodiscard]] std::chrono::milliseconds next_delay();
  /// Whether this kind of fault was not said yet in this trouble.
  [[nodiscard]] bool is_news(FaultCode code);

 private:
  int errors_ = 0;
  std::chrono::milliseconds delay_ = reopen_delay_min;
  bool listening_ = false;
  TimePoint listening_since_;
  std::uint32_t said_ = 0;  // a bit for each FaultCode
};

}  // namespace badge::bridge
