#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/store/coverage.hpp"
#include "server/store/tap_key.hpp"

namespace badge::store {

struct ReaderStatus {
  std::string reader, entrance;
  bool listening = false;
  Instant since;                                  // of the present state
  Instant until;                                  // last moment at which it is known to have listened
  std::string deaf_cause;                         // empty while listening
  ClockState clock = ClockState::unsynchronised;  // of the entrance, as its last `listening` row says
};

struct StreamStatus {
  std::string stream, bridge;
  Mark stored, backed_up;
  Instant last_heard;
  std::optional<std::chrono::milliseconds>
      clock_offset;                // server less entrance, with the way; when last heard
  std::uint64_t waiting_rows = 0;  // in its journal and not here, when last heard
  std::vector<ReaderStatus> readers;
  std::uint64_t lost_rows = 0, quarantined_rows = 0;
};

/// Rows that a journal no longer held when the server asked for them: an alarm.
struct LostRows {
  std::string stream, bridge;
  std::uint64_t first = 0, last = 0;
  Instant from, to, recorded_at;
};

/// A row that nobody understood, kept as it came.
struct QuarantinedRow {
  std::string stream, bridge;
  std::uint64_t seq = 0;
  std::string why, raw;
  Instant received_at;
};

/// A card with taps and no badge fact at all.
struct UnknownCredential {
  Credential credential;
  std::uint64_t taps = 0;
  std::chrono::sys_seconds first, last;
  std::string last_reader, last_entrance;
};

/// Positions that say whether something computed before still holds.
struct DataVersion {
  std::uint64_t last_position = 0;   // of anything
  std::uint64_t roster_version = 0;  // last change of any fact in RosterFacts
  std::uint64_t folded_to = 0;       // taps up to here lie by credential; reports sort those behind each time
  std::uint64_t entrance_version =
      0;  // last change of what entrances must know: units, people, badges, entrances, who opens checks
  friend bool operator==(const DataVersion&, const DataVersion&) = default;
};

}  // namespace badge::store
