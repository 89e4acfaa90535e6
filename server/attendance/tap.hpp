#pragma once
#include <chrono>
#include <cstdint>
#include <span>

#include "server/attendance/facts.hpp"

namespace badge::attendance {

/// Which end of a session a tap can serve, by the reader that read it.
enum class Direction : std::uint8_t { both, in, out };

/// One tap of one person, as much of it as rules need: 16 bytes, for a month of a province is millions.
struct Tap {
  LocalTime at;              // office wall clock, as the entrance stamped it
  std::uint32_t source = 0;  // the caller's number for the reader; handed back, never looked at
  Direction direction = Direction::both;
  bool clock_doubtful = false;  // `at` cannot be believed
  bool repeat = false;          // set by RepeatMarker
  bool temporary = false;       // of a lent card
  friend bool operator==(const Tap&, const Tap&) = default;
};

[[nodiscard]] constexpr bool serves_in(const Tap& tap) { return tap.direction != Direction::out; }
[[nodiscard]] constexpr bool serves_out(const Tap& tap) { return tap.direction != Direction::in; }

/// The clock minute that is shown and judged, counted from midnight of `date`; negative on the day before.
[[nodiscard]] constexpr minutes clock_minute(const Tap& tap, Date date) {
  return std::chrono::floor<minutes>(tap.at - LocalTime(date));
}

/// In order of time. Taps of one second have an order too, so that no verdict depends on how they arrived.
void put_in_order(std::span<Tap> taps);

/// Marks each tap that comes less than `quiet` after the last kept one: a badge held too long is never an in
/// and an out. Handed a person's taps in order; how long the quiet is may change from day to day.
class RepeatMarker {
 public:
  /// Those before `end`; returns how many they are.
  std::size_t mark(std::span<Tap> next_taps, LocalTime end, seconds quiet) {
    std::size_t marked = 0;
    for (; marked < next_taps.size() && next_taps[marked].at < end; ++marked) {
      auto& tap = next_taps[marked];
      tap.repeat = tap.at - kept_at_ < quiet;
      if (!tap.repeat) kept_at_ = tap.at;
    }
    return marked;
  }

 private:
  LocalTime kept_at_ = LocalTime() - std::chrono::years(1000);  // no tap is as old
};

}  // namespace badge::attendance
