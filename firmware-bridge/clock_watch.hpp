#pragma once
#include <optional>

#include "firmware-bridge/clock.hpp"

namespace badge::bridge {

/// What must be known of the clock after the bridge was killed. Holds within one boot only.
struct ClockMemory {
  std::string boot;
  Instant wall;  // at `boottime`
  std::chrono::milliseconds boottime{0};
  std::optional<std::chrono::milliseconds> offset;  // as measured at `measured`
  std::chrono::milliseconds measured{0};
  bool near = false;
  bool stepped = false;
  friend bool operator==(const ClockMemory&, const ClockMemory&) = default;
};

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

  /// Nothing before the first reading. What another watch of the same boot remembered counts as seen by this
  /// one: a clock that stepped while nobody watched shows at the next `observe`.
  [[nodiscard]] std::optional<ClockMemory> memory(const std::string& boot) const;
  void recall(const ClockMemory& memory, const std::string& boot);

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
