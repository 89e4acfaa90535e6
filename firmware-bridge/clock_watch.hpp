#pragma once
#include <optional>

#include "firmware-bridge/clock.hpp"

namespace badge::bridge {

/// Whether the wall clock can be believed. Pure: it is told readings and the server's time, and reads no
/// clock.
///
/// The server's word is the better one: while a measurement is fresh, it decides. Without one the kernel's
/// word counts, but no longer once the clock has stepped: a time daemon may call a clock synchronised that
/// somebody has just set by hand.
class ClockWatch {
 public:
  struct Limits {
    std::chrono::milliseconds step{2000};                     // a larger jump is a step
    std::chrono::milliseconds offset{30'000};                 // farther from the server than this is unsure
    std::chrono::milliseconds trust{std::chrono::hours(24)};  // how long a measurement holds
  };
  /// A measurement is wrong by at most half its round trip: one second still leaves the clock minute right.
  static constexpr std::chrono::milliseconds round_trip_max{2000};

  explicit ClockWatch(Limits limits) : limits_(limits) {}

  /// To be told at least every few seconds. Returns the step, if the wall clock has jumped since the last
  /// one.
  std::optional<ClockStep> observe(const ClockReading& now);

  /// The server said `server_now` between two readings of ours.
  void confirm(Instant server_now, const ClockReading& sent, const ClockReading& received);

  [[nodiscard]] ClockState state(const ClockReading& now) const;

  /// Server clock minus ours, as last measured since the last step.
  [[nodiscard]] std::optional<std::int32_t> offset_ms() const;

 private:
  [[nodiscard]] bool measurement_is_fresh(const ClockReading& now) const;

  struct Measurement {
    std::chrono::milliseconds offset;
    std::chrono::milliseconds taken;  // CLOCK_BOOTTIME
    bool near;                        // within the limit; leaves at the limit, comes back at half of it
  };

  Limits limits_;
  std::optional<ClockReading> last_;
  std::optional<Measurement> measurement_;
  bool stepped_ = false;  // and not confirmed since
};

}  // namespace badge::bridge
