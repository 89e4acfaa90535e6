#pragma once
/// Facts to write into journals, and a clock that goes as it is told.
#include <string>

#include "firmware-bridge/clock.hpp"
#include "reader-config/tap/tap.hpp"

namespace badge::bridge::test {

inline constexpr Instant morning{
    std::chrono::milliseconds(1'783'557'432'000)};  // 09/07/2026 07:37:12 in Hanoi

inline Credential card(std::string_view hex) { return Credential::parse(hex).value(); }

inline Tap tap_at(Instant at, std::string_view uid = "04A1B2C3D4E5F6") {
  return Tap{.reader = "cong-a-1",
             .entrance = "cong-a",
             .direction = Direction::both,
             .credential = card(uid),
             .at = at,
             .monotonic_ms = 0,
             .boot = "1f0c9a3e",
             .clock = ClockState::synchronised,
             .offset_ms = std::nullopt,
             .check_ref = {}};
}

class FakeClock final : public Clock {
 public:
  ClockReading now{morning, std::chrono::milliseconds(5000), true};
  void pass(std::chrono::milliseconds time) {
    now.wall += time;
    now.boottime += time;
  }
  [[nodiscard]] ClockReading read() const override { return now; }
  [[nodiscard]] const std::string& boot() const override { return boot_; }

 private:
  std::string boot_ = "1f0c9a3e";
};

}  // namespace badge::bridge::test
