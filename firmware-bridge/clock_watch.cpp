#include "firmware-bridge/clock_watch.hpp"

#include <algorithm>
#include <utility>

namespace badge::bridge {

std::optional<ClockStep> ClockWatch::observe(const ClockReading& now) {
  const auto before = std::exchange(last_, now);
  if (!before) return std::nullopt;
  const auto jump = (now.wall - before->wall) - (now.boottime - before->boottime);
  if (std::chrono::abs(jump) <= limits_.step) return std::nullopt;
  stepped_ = true;
  measurement_.reset();  // it measured another clock
  return ClockStep{now.wall, jump.count()};
}

void ClockWatch::confirm(Instant server_now, const ClockReading& sent, const ClockReading& received) {
  const auto round_trip = received.boottime - sent.boottime;
  if (round_trip < std::chrono::milliseconds(0) || round_trip > round_trip_max) return;
  const auto offset = server_now - (received.wall - round_trip / 2);
  // Two thresholds: a clock that sits on the limit must not write a row of coverage every quarter minute.
  const bool was_far = measurement_ && !measurement_->near;
  const auto limit = was_far ? limits_.offset / 2 : limits_.offset;
  const bool near = std::chrono::abs(offset) <= limit;
  measurement_ = Measurement{offset, received.boottime, near};
  if (near) stepped_ = false;
}

bool ClockWatch::measurement_is_fresh(const ClockReading& now) const {
  return measurement_ && now.boottime - measurement_->taken <= limits_.trust;
}

ClockState ClockWatch::state(const ClockReading& now) const {
  if (measurement_is_fresh(now) && measurement_->near) return ClockState::synchronised;
  if (stepped_) return ClockState::stepped;
  if (measurement_is_fresh(now)) return ClockState::unsynchronised;
  return now.kernel_synchronised ? ClockState::synchronised : ClockState::unsynchronised;
}

std::optional<std::int32_t> ClockWatch::offset_ms() const {
  if (!measurement_) return std::nullopt;
  constexpr std::int64_t most = INT32_MAX;  // 24 days: more says no more
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(measurement_->offset.count(), -most, most));
}

std::optional<ClockMemory> ClockWatch::memory(const std::string& boot) const {
  if (!last_) return std::nullopt;
  ClockMemory memory{boot, last_->wall, last_->boottime, {}, {}, false, stepped_};
  if (measurement_) {
    memory.offset = measurement_->offset;
    memory.measured = measurement_->taken;
    memory.near = measurement_->near;
  }
  return memory;
}

void ClockWatch::recall(const ClockMemory& memory, const std::string& boot) {
  if (memory.boot != boot) return;
  last_ = ClockReading{memory.wall, memory.boottime, false};
  stepped_ = memory.stepped;
  if (memory.offset) measurement_ = Measurement{*memory.offset, memory.measured, memory.near};
}

}  // namespace badge::bridge
