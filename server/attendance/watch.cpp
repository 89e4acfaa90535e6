#include "server/attendance/watch.hpp"

#include <algorithm>

namespace badge::attendance {

std::optional<Reason> Watch::first_doubt(LocalTime from, LocalTime to, bool has_badge) const {
  using std::chrono::days;
  for (auto day = std::chrono::floor<days>(from); day <= to; day += days(1)) {
    const auto begin = std::max<LocalTime>(from, day);
    const auto end = std::min<LocalTime>(to, day + days(1) - seconds(1));
    if (auto doubt = doubt_within_day(day, begin, end, has_badge)) return doubt;
  }
  return std::nullopt;
}

std::optional<Reason> Watch::doubt_within_day(Date day, LocalTime from, LocalTime to, bool has_badge) const {
  if (is_complete(day)) return std::nullopt;
  if (in_force_.coverage().is_erased(day)) return Reason{.code = ReasonCode::erased};
  if (!has_badge) return Reason{.code = ReasonCode::no_badge};
  // Who serves the unit is asked of the attendance date: a night belongs to the day on which it began.
  std::optional<Reason> earliest;
  bool is_served = false;
  for (const auto* entrances : this->entrances()) {
    if (entrances == nullptr) continue;
    is_served = true;
    for (const auto& entrance : *entrances) {
      if (!entrance.no) return Reason{.code = ReasonCode::silent_entrance, .entrance = &entrance.name};
      const auto* silence = in_force_.coverage().first_silence(*entrance.no, from, to);
      if (silence != nullptr && (!earliest || silence->from < earliest->silence->from)) {
        earliest =
            Reason{.code = ReasonCode::silent_entrance, .silence = silence, .entrance = &entrance.name};
      }
    }
  }
  if (!is_served) return Reason{.code = ReasonCode::no_entrance};
  return earliest;
}

}  // namespace badge::attendance
