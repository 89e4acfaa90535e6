#pragma once
#include <functional>
#include <string>

#include "reader-config/tap/tap.hpp"
#include "server/attendance/facts.hpp"

namespace badge::app {

/// The office's wall clock at an instant. From any thread.
using ToLocal = std::function<attendance::LocalTime(Instant)>;

/// "2026-07-09T07:37:12+07:00": the office's clock, seconds cut off, with its distance from UTC.
[[nodiscard]] std::string iso_time(Instant at, const ToLocal& to_local);

}  // namespace badge::app
