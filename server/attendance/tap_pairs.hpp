#pragma once
/// Badges that are often held to one reader right after each other: perhaps one hand held both. A hint to
/// look at for heads and inspectors, never a verdict, and on nobody's own sheet: colleagues who walk in
/// together look the same. Pure.
#include <cstdint>
#include <vector>

#include "server/attendance/people.hpp"

namespace badge::attendance {

/// Between two taps: one hand that holds two badges needs a second or two, the next person at the reader
/// mostly longer.
inline constexpr seconds pair_gap{3};
/// Fewer days can be chance, however many there were.
inline constexpr std::uint32_t pair_days_min = 5;

/// A tap as a reader saw it.
struct ReaderTap {
  LocalTime at;
  std::uint32_t reader = 0;  // the caller's number
  PersonNo person = 0;
};

struct TapPair {
  PersonNo one = 0, other = 0;  // one < other
  std::uint32_t together = 0;   // days on which their taps stood next to each other
  std::uint32_t both = 0;       // days on which both tapped, anywhere
  friend bool operator==(const TapPair&, const TapPair&) = default;
};

/// Two people whose taps stand next to each other at one reader within pair_gap, on more than half of the
/// days on which both tapped, and on pair_days_min days. Most days first, then by number. The order of `taps`
/// does not matter, nor that one of them stands there twice.
[[nodiscard]] std::vector<TapPair> tap_pairs(std::vector<ReaderTap> taps);

}  // namespace badge::attendance
