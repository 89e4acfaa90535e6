#pragma once
#include <optional>
#include <string>
#include <vector>

#include "server/app/evidence.hpp"

namespace badge::app {

/// Taps of one bridge's journal, one behind the other, whose times were wrong by the same amount: since one
/// start of the machine, between two jumps of its clock. Or all taps of one ruling.
struct ClockRun {
  std::string stream, bridge;
  std::vector<std::string> entrances;  // ascending
  std::uint64_t first_seq = 0, last_seq = 0;
  std::size_t taps = 0;
  std::string first_at, last_at;  // as stamped: "2000-01-01T00:03:10+07:00"
  std::optional<attendance::seconds>
      measured;  // how far behind the server the clock was, where that is known
  std::optional<attendance::ClockRuling> ruling;  // that is in force
};

inline constexpr std::size_t clock_runs_max = 1000;  // more than anybody rules on by hand

struct ClockReport {
  std::vector<ClockRun> runs;  // by bridge, then as they were made; those without a ruling first
  std::size_t more = 0;        // beyond clock_runs_max
};

/// Whose time cannot be judged until somebody rules on it, and what was ruled. Any thread.
[[nodiscard]] ClockReport clock_report(const Evidence& evidence);

/// The columns of the import kind `clock_rulings`, those to be filled in empty, and what helps to do so.
[[nodiscard]] std::string to_csv(const ClockReport& report);

}  // namespace badge::app
