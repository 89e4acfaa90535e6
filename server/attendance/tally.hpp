#pragma once
#include <cstdint>
#include <optional>

#include "server/attendance/verdict.hpp"

namespace badge::attendance {

/// Sessions counted by what was said of them. All but the minutes count sessions; one session can count in
/// late, early and missing at once. Sums are sums: a unit's tally is that of its people added up.
struct Tally {
  std::uint32_t sessions_due = 0;  // every session that has begun, excused ones included
  std::uint32_t on_time = 0;       // present, not late, not early, nothing missing
  std::uint32_t late = 0, late_min = 0;
  std::uint32_t early = 0, early_min = 0;
  std::uint32_t missing = 0;  // an in or an out, or both
  std::uint32_t absent = 0, excused = 0, exempt = 0, provisional = 0;
  std::uint32_t corrected = 0;            // sessions of those above that a correction decided
  std::uint32_t temporary_card_days = 0;  // days with sessions on which a lent card was used

  void add(const SessionVerdict& session);
  void add(const DayVerdict& day);
  void add_on_time(std::uint32_t sessions) {  // of a regular day
    sessions_due += sessions;
    on_time += sessions;
  }
  Tally& operator+=(const Tally& other);

  /// Sessions that were decided by taps: what `on_time_rate` is a part of.
  [[nodiscard]] std::uint32_t rated() const { return sessions_due - excused - exempt - provisional; }
  /// Between 0 and 1. Nothing where no session was decided.
  [[nodiscard]] std::optional<double> on_time_rate() const;

  friend bool operator==(const Tally&, const Tally&) = default;
};

}  // namespace badge::attendance
