#include "server/attendance/windows.hpp"

#include <algorithm>

namespace badge::attendance {

namespace {
constexpr minutes day_length{24 * 60};
}

DayWindows::DayWindows(const DayPlan* before, const DayPlan& plan, const DayPlan* after) : plan_(plan) {
  for (const auto& session : plan.sessions) windows_.push_back({session.opens, session.closes});
  if (windows_.empty()) return;
  if (before != nullptr && !before->sessions.empty()) {
    const auto& night = before->sessions.back();
    auto& opens = windows_.front().opens;
    opens = std::max(opens, night.end - day_length);
    if (night.closes - day_length >= opens) opens += minutes(1);
  }
  if (after != nullptr && !after->sessions.empty()) {
    const auto next_opens = std::max(after->sessions.front().opens + day_length, plan.sessions.back().end);
    windows_.back().closes = std::min(windows_.back().closes, next_opens);
  }
}

DayWindows::Place DayWindows::place_of(minutes minute) const {
  for (std::uint8_t i = 0; i < windows_.size(); ++i) {
    const bool in_window = windows_[i].contains(minute);
    const std::uint8_t next = i + 1;
    if (next < windows_.size() && plan_.sessions[i].end <= minute && minute <= plan_.sessions[next].start &&
        (in_window || windows_[next].contains(minute))) {
      return {Place::Where::noon, i};
    }
    if (in_window) return {Place::Where::session, i};
  }
  return {};
}

DayWindows::Reach DayWindows::reach(std::size_t session) const {
  Reach reach;
  reach.push_back(windows_[session]);
  if (session > 0) {
    const Window noon = {plan_.sessions[session - 1].end, windows_[session - 1].closes};
    if (noon.opens <= noon.closes) reach.push_back(noon);
  }
  if (session + 1 < windows_.size()) {
    const Window noon = {windows_[session + 1].opens, plan_.sessions[session + 1].start};
    if (noon.opens <= noon.closes) reach.push_back(noon);
  }
  return reach;
}

minutes DayWindows::settled_after(std::size_t session) const {
  auto last = windows_[session].closes;
  for (const auto& window : reach(session)) last = std::max(last, window.closes);
  return last;
}

}  // namespace badge::attendance
