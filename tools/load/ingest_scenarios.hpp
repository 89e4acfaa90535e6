#pragma once
#include <chrono>
#include <cstddef>

#include "tools/load/latencies.hpp"
#include "tools/load/measured_server.hpp"

namespace badge::tools {

/// Taps that arrive at full speed.
struct FullSpeed {
  std::size_t connections = 8;  // bridges that send at once, one batch under way each
  std::size_t batch_taps = 100;
  std::size_t taps = 400'000;
};
struct FullSpeedOutcome {
  double taps_per_s = 0;
  double commit_taps = 0;  // in the mean: the server commits what waits, together
  Latencies acknowledgement;
};
[[nodiscard]] FullSpeedOutcome send_at_full_speed(MeasuredServer& server, const FullSpeed& load);

/// Taps that arrive at a given rate, whether or not the server keeps up: a latency counts from the moment at
/// which the batch was due, so a stall is not hidden by sending less.
struct GivenRate {
  std::size_t bridges = 28;
  double taps_per_s = 1400;    // all of Viet Nam arriving before 07:30
  std::size_t batch_taps = 5;  // what one entrance has gathered
  std::chrono::seconds duration{10};
};
[[nodiscard]] Latencies send_at_rate(MeasuredServer& server, const GivenRate& load);

/// Seconds until `bridges` that were offline have delivered `taps` together, in batches of 1,000.
[[nodiscard]] double catch_up_s(MeasuredServer& server, std::size_t taps, std::size_t bridges);

}  // namespace badge::tools
