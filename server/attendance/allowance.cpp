#include "server/attendance/allowance.hpp"

#include <algorithm>

namespace badge::attendance {

namespace {

/// Minutes that may be set off against some shortfalls, one after the other.
class Allowance {
 public:
  explicit Allowance(minutes all) : left_(all), all_(all) {}

  void take_late(Shortfall& session) { take(session.late, session.late_off, session); }
  void take_early(Shortfall& session) { take(session.early, session.early_off, session); }

 private:
  void take(minutes shortfall, minutes& off, Shortfall& session) {
    const auto taken = std::min(shortfall - off, left_);
    off += taken;
    session.shared = session.shared || (off < shortfall && left_ < all_);
    left_ -= taken;
  }
  minutes left_;
  const minutes all_;
};

void set_off(const Regime& regime, std::span<Shortfall> sessions) {
  Allowance whole_day(regime.a_day);
  auto& first = sessions.front();
  auto& last = sessions.back();
  switch (regime.place) {
    case RegimePlace::start:
      return whole_day.take_late(first);
    case RegimePlace::end:
      return whole_day.take_early(last);
    case RegimePlace::split:
      Allowance(regime.a_day / 2).take_late(first);
      return Allowance(regime.a_day - regime.a_day / 2).take_early(last);
    case RegimePlace::middle:
      for (std::size_t i = 0; i < sessions.size(); ++i) {
        if (i > 0) whole_day.take_late(sessions[i]);
        if (i + 1 < sessions.size()) whole_day.take_early(sessions[i]);
      }
      return;
    case RegimePlace::any:
      for (auto& session : sessions) {
        whole_day.take_late(session);
        whole_day.take_early(session);
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
