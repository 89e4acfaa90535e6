#pragma once
/// A tap in the 8 bytes that a month report needs of it. Format on disk (credential_month.taps): one
/// little-endian 64-bit word each, sorted ascending, which is the order of time:
///   bits 63–32  second  unix time, UTC, of the entrance's clock, milliseconds cut off
///   bits 31–8   source  number of the source (Source), where it was read
///   bits  7–6   clock   ClockState
///   bits  5–0   offset  |server clock − entrance clock| in seconds, rounded up, 63 for more; 0 where unknown
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "reader-config/tap/tap.hpp"
#include "server/attendance/facts.hpp"
#include "server/store/tap_key.hpp"

namespace badge::store {

inline constexpr std::uint32_t source_no_max = (1U << 24) - 1;
inline constexpr int packed_offset_max_s = 63;  // so a limit on the offset can be any whole second up to 62

struct PackedTap {
  std::uint64_t word = 0;

  [[nodiscard]] static PackedTap pack(Instant at, std::uint32_t source_no, ClockState clock,
                                      std::optional<std::int32_t> offset_ms);
  [[nodiscard]] std::chrono::sys_seconds at() const {
    return std::chrono::sys_seconds(std::chrono::seconds(word >> 32));
  }
  [[nodiscard]] std::uint32_t source_no() const {
    return static_cast<std::uint32_t>(word >> 8) & source_no_max;
  }
  [[nodiscard]] ClockState clock() const { return static_cast<ClockState>((word >> 6) & 3); }
  [[nodiscard]] int offset_s() const { return static_cast<int>(word & 63); }
  /// Whether the time may be judged: the clock was synchronised and not farther off than `offset_limit_s` (≤
  /// 62).
  [[nodiscard]] bool clock_doubtful(int offset_limit_s) const {
    return clock() != ClockState::synchronised || offset_s() > offset_limit_s;
  }
  friend auto operator<=>(const PackedTap&, const PackedTap&) = default;
};
static_assert(sizeof(PackedTap) == 8);

/// Where taps come from. A reader whose entrance or direction was changed in its configuration is a new
/// source.
struct Source {
  std::uint32_t no = 0;
  std::string stream;     // a journal's id, or "import:<digest>"
  bool imported = false;  // such a tap proves presence; coverage is never asked of it
  std::string origin;     // name of the bridge or of the imported file
  std::string reader;     // may be empty in an import
  std::string entrance;   // empty in an import
  Direction direction = Direction::both;
};

/// The time that a person's ruling gave to a tap in place of the stamped one.
struct RuledTime {
  PackedTap stamped;  // by the entrance's clock
  attendance::ClockRuling ruling;
};

/// A tap whose stamped time a ruling replaces.
struct KeyedRuledTap {
  TapKey key;
  PackedTap stamped, judged;
  friend auto operator<=>(const KeyedRuledTap&, const KeyedRuledTap&) = default;
};

/// One tap with its source looked up, for pages about one person's day.
struct TapDetail {
  TapKey key;
  PackedTap tap;
  Source source;
  std::optional<RuledTime> ruled;  // where `tap` has the time of a ruling
};

}  // namespace badge::store
