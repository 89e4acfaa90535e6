#pragma once
/// Is every door alive? Pure: what the streams, facts and rulings say, as an administrator reads it.
#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/attendance/facts.hpp"
#include "server/store/status.hpp"

namespace badge::app {

enum class ReaderState : std::uint8_t {
  listening,
  deaf,    // its bridge says so
  silent,  // its bridge has not been heard for `silent_after`: nobody knows
};
[[nodiscard]] std::string_view to_string(ReaderState state);  // the enumerator's name

/// What somebody should look at; the first ones cannot wait.
enum class DoorTrouble : std::uint8_t {
  never_heard,  // an entrance is expected, and no reader has ever spoken for it
  silent,
  deaf,
  clock,        // the bridge's clock is off, or was not confirmed: its taps are provisional
  lost,         // rows are gone for good, in the last `lost_shown`
  serves_none,  // it serves no unit today: nobody is known there
  waiting,      // many rows have not arrived
  quarantined,  // rows came that nobody understands
};
[[nodiscard]] std::string_view to_string(DoorTrouble trouble);  // the enumerator's name

struct DoorReader {
  std::string reader, bridge;
  ReaderState state = ReaderState::silent;
  Instant since;      // of this state; where silent, until when it is known to have listened
  std::string cause;  // of a deaf one, as its bridge put it
  ClockState clock = ClockState::unsynchronised;
};

/// One entrance with its readers, whichever bridges drive them.
struct Door {
  std::string entrance;
  std::vector<DoorReader> readers;  // by name
  std::optional<Instant> last_heard;
  std::optional<std::chrono::milliseconds> clock_offset;  // server less bridge: the largest
  std::uint64_t waiting_rows = 0, lost_rows = 0, quarantined_rows = 0;
  std::vector<DoorTrouble> troubles;  // in the order of the enumerators
  bool cannot_wait = false;
};

inline constexpr std::chrono::seconds silent_after{60};  // a bridge speaks every 5 s, and backs off to 30 s
inline constexpr std::chrono::hours lost_shown{24 * 30};
inline constexpr std::uint64_t waiting_rows_noted = 100;  // less is on its way at any busy door

struct DoorFacts {
  Instant now;
  std::vector<store::StreamStatus> streams;
  std::vector<store::LostRows> lost;
  std::set<std::string> serving;   // entrances that serve a unit today
  std::set<std::string> expected;  // that were announced with a bridge
  std::vector<attendance::ReaderEnd> given_up;
  std::chrono::seconds clock_limit{30};
};

/// Those that cannot wait first, then those with any trouble, then by name. A reader that somebody gave up is
/// left out unless it listens.
[[nodiscard]] std::vector<Door> doors_of(const DoorFacts& facts);

}  // namespace badge::app
