#pragma once
#include "server/attendance/papers.hpp"

namespace badge::attendance {

/// Whether the paper speaks of sessions of this name.
[[nodiscard]] bool names(const Absence& paper, const SessionRule& session);

/// The paper's hours on one of its days. What has no beginning, or no end, on that day reaches beyond any
/// session.
[[nodiscard]] ClockSpan hours_on(const Absence& paper, Date date);

}  // namespace badge::attendance
