#pragma once
#include "server/app/doors.hpp"
#include "server/app/evidence.hpp"

namespace badge::app {

inline constexpr std::chrono::hours backup_age_max{48};  // a nightly one may fail once

/// The first screen of an administrator: the doors, and what keeps their taps.
struct DoorWatch {
  Instant now;
  std::vector<Door> doors;
  std::size_t queued_batches = 0;    // that wait for this server's disk
  std::optional<Instant> backup_at;  // when the newest completed backup was made
  bool backup_is_old = false;        // or there is none
};

/// Any thread; reads one snapshot.
[[nodiscard]] DoorWatch watch_doors(const store::Store& store, const Evidence& evidence, Instant now,
                                    std::chrono::seconds clock_limit);

}  // namespace badge::app
