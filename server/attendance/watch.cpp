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
  if (in_force_.days().contains(day) && in_force_.unit_day(unit_, day).complete) return std::nullopt;
  if (!has_badge) return Reason{.code = ReasonCode::no_badge};
  // Who serves the unit is asked of the attendance date: a night belongs to the day on which it began.
  const auto* entrances = in_force_.unit_day(unit_, date_).entrances;
  if (entrances == nullptr) return Reason{.code = ReasonCode::no_entrance};
  std::optional<Reason> earliest;
  for (std::size_t i = 0; i < entrances->size(); ++i) {
    const auto& entrance = (*entrances)[i];
    const auto place = static_cast<std::int32_t>(i);
    if (!entrance.no) return Reason{.code = ReasonCode::silent_entrance, .entrance = place};
    const auto* silence = in_force_.coverage().first_silence(*entrance.no, from, to);
    if (silence != nullptr && (!earliest || silence->from < earliest->silence->from)) {
      earliest = Reason{.code = ReasonCode::silent_entrance, .silence = silence, .entrance = place};
    }
  }
  return earliest;
}

}  // namespace badge::attendance
