#pragma once
#include <cstdint>

#include "server/attendance/tally.hpp"

namespace badge::attendance {

/// Of what was due in the period so much must have been judged by taps: who was hardly there shows nothing.
inline constexpr std::uint32_t praise_judged_percent = 80;

/// What inspections of the period saw of somebody.
struct SeenByInspections {
  std::uint32_t observed = 0;       // times when the badge had to be worn, or the person was not there
  std::uint32_t as_prescribed = 0;  // of them: worn
  friend bool operator==(const SeenByInspections&, const SeenByInspections&) = default;
};

/// Whether a person, or the people of a unit together, may be proposed for praise: no lateness, no leaving
/// early, no missing tap, no absence without a reason, the badge worn as prescribed whenever somebody looked,
/// and enough that was judged. The rule is printed on the list; people decide.
[[nodiscard]] bool is_praise_candidate(const Tally& tally, const SeenByInspections& seen);

/// The part of it that needs no inspection.
[[nodiscard]] bool is_without_deviation(const Tally& tally);

}  // namespace badge::attendance
