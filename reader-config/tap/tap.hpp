#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "reader-config/tap/credential.hpp"
#include "reader-config/tap/digest.hpp"

namespace badge {

/// A point of world time in milliseconds, UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Which end of a session a tap at this reader can serve. Nothing is ever toggled: `both` means that the
/// schedule's windows decide.
enum class Direction : std::uint8_t { both, in, out };

/// Whether the wall clock of the entrance could be believed when the fact was written.
enum class ClockState : std::uint8_t {
  synchronised,    // the kernel says so (NTP), or the server confirmed the time within `clock_trust_hours`
  unsynchronised,  // nobody has confirmed it
  stepped,         // it jumped and has not been confirmed since
};

/// One badge shown at one reader, once: an immutable fact, written where it happened.
struct Tap {
  std::string reader;
  std::string entrance;
  Direction direction = Direction::both;
  Credential credential;
  Instant at;                     // wall clock of the entrance, never corrected afterwards
  std::int64_t monotonic_ms = 0;  // CLOCK_BOOTTIME: puts taps in order even when the wall clock steps
  std::string boot;  // which boot `monotonic_ms` counts from (first 8 digits of the kernel's boot id)
  ClockState clock = ClockState::unsynchronised;
  std::optional<std::int32_t> offset_ms;  // server clock minus entrance clock, as last measured
  std::string
      check_ref;  // not empty: also a badge-wearing check; names the inspector's presentation that opened it
  friend bool operator==(const Tap&, const Tap&) = default;
};

/// From `at` on this reader hears badges. Its entrance is covered until a `Deaf` or the last `Alive`.
struct Listening {
  std::string reader;
  std::string entrance;
  Direction direction = Direction::both;
  Instant at;
  ClockState clock = ClockState::unsynchronised;
  friend bool operator==(const Listening&, const Listening&) = default;
};

/// From `at` on this reader hears nothing. `at` is the last moment at which it was known to listen.
struct Deaf {
  std::string reader;
  Instant at;
  std::string
      cause;  // "unplugged", "no answer", "bridge stopped", "journal full", …: for people, not for rules
  friend bool operator==(const Deaf&, const Deaf&) = default;
};

/// The wall clock jumped against the monotonic clock.
struct ClockStep {
  Instant at;                // wall clock after the jump
  std::int64_t step_ms = 0;  // positive: it jumped ahead
  friend bool operator==(const ClockStep&, const ClockStep&) = default;
};

/// A badge shown at a portable reader in a badge-wearing check. Never attendance: a portable reader stands at
/// no entrance.
struct BadgeShown {
  std::string reader;
  std::string check_ref;  // as in Tap; of the inspector's own presentation, which may open a check: itself
  Credential credential;
  Instant at;  // this and the rest as in Tap
  std::int64_t monotonic_ms = 0;
  std::string boot;
  ClockState clock = ClockState::unsynchronised;
  std::optional<std::int32_t> offset_ms;
  friend bool operator==(const BadgeShown&, const BadgeShown&) = default;
};

/// Somebody came in without a badge while a check was open, as a person at the reader counted; or that was a
/// mistake.
struct WithoutBadge {
  std::string reader;
  std::string entrance;  // empty: a portable reader
  std::string check_ref;
  Instant at;
  int count = 1;  // 1, or -1: one less
  friend bool operator==(const WithoutBadge&, const WithoutBadge&) = default;
};

/// What one row of a stream says.
using Record = std::variant<Tap, Listening, Deaf, ClockStep, BadgeShown, WithoutBadge>;

/// One row of a stream. `seq` counts from 1 without a gap.
struct Entry {
  std::uint64_t seq = 0;
  Record record;
  friend bool operator==(const Entry&, const Entry&) = default;
};

/// Up to where a stream is known, and proof that it is the same stream. {0, zeros} is the empty one.
struct Mark {
  std::uint64_t seq = 0;
  Digest digest;
  friend bool operator==(const Mark&, const Mark&) = default;
};

}  // namespace badge
