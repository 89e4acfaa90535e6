#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "tools/load/office_month.hpp"
#include "tools/load/province.hpp"

namespace badge::tools {

/// One badge shown at one entrance, office wall clock.
struct ProvinceTap {
  std::chrono::local_seconds at;
  std::uint32_t person = 0;   // index into Province::people
  bool second_badge = false;  // the one issued after the first was lost
  bool second_entrance = false;
};

/// One row of absences.csv.
struct ProvinceAbsence {
  std::string kind;
  Date from, to;
  std::string sessions;  // "all", "sáng", "chiều"
  std::string paper;     // empty: announced, but no paper has come
  std::chrono::local_seconds reported_at;
};

struct PersonMonth {
  std::vector<ProvinceTap> taps;
  std::vector<ProvinceAbsence> absences;
};

/// What one person does in the month: comes a little early, sometimes late, forgets a tap, reads a badge
/// twice, takes leave, travels, seldom stays away without a word. Depends only on the seed and the person.
[[nodiscard]] PersonMonth live_through(const Province& province, const OfficeMonth& month,
                                       std::size_t person);

/// When the sessions of these hours begin and end, in minutes after midnight.
struct HoursOfDay {
  int morning_start, morning_end, afternoon_start, afternoon_end;
};
[[nodiscard]] HoursOfDay hours_of_day(Hours hours);

}  // namespace badge::tools
