#include "server/attendance/allowance.hpp"

#include <algorithm>

namespace badge::attendance {

namespace {

void take(minutes shortfall, minutes& off, minutes& left) {
  const auto taken = std::min(shortfall - off, left);
  off += taken;
  left -= taken;
}

void set_off(const Regime& regime, std::span<Shortfall> sessions) {
  auto left = regime.a_day;
  auto& first = sessions.front();
  auto& last = sessions.back();
  switch (regime.place) {
    case RegimePlace::start:
      return take(first.late, first.late_off, left);
    case RegimePlace::end:
      return take(last.early, last.early_off, left);
    case RegimePlace::split: {
      auto morning = left / 2;
      auto evening = left - morning;
      take(first.late, first.late_off, morning);
      return take(last.early, last.early_off, evening);
    }
    case RegimePlace::middle:
      for (std::size_t i = 0; i < sessions.size(); ++i) {
        if (i > 0) take(sessions[i].late, sessions[i].late_off, left);
        if (i + 1 < sessions.size()) take(sessions[i].early, sessions[i].early_off, left);
      }
      return;
    case RegimePlace::any:
      for (auto& session : sessions) {
        take(session.late, session.late_off, left);
        take(session.early, session.early_off, left);
      }
      return;
  }
}

}  // namespace

void set_off(std::span<const Regime> regimes, Date date, std::span<Shortfall> sessions) {
  if (sessions.empty()) return;
  for (const auto& regime : regimes) {
    if (regime.days.contains(date)) set_off(regime, sessions);
  }
}

}  // namespace badge::attendance
