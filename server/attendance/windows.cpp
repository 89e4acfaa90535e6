#include "server/attendance/windows.hpp"

#include <algorithm>

namespace badge::attendance {

DayWindows::DayWindows(const DayPlan* before, const DayPlan& plan, const DayPlan* after)
    : plan_(plan), dusk_(shared_night(&plan, after)) {
  for (const auto& session : plan.sessions) windows_.push_back({session.opens, session.closes});
  if (windows_.empty()) return;
  if (const auto night = shared_night(before, &plan)) {
    dawn_ = Window{night->opens - day_length, night->closes - day_length};
    windows_.front().opens = plan.sessions.front().start;
  } else if (before != nullptr && !before->sessions.empty()) {
    auto& opens = windows_.front().opens;
    opens = std::max(opens, before->sessions.back().end - day_length);
  }
  if (dusk_) windows_.back().closes = plan.sessions.back().end;
}

DayWindows::Place DayWindows::place_of(minutes minute) const {
  if (dawn_ && dawn_->contains(minute)) return {Place::Where::dawn, 0};
  if (dusk_ && dusk_->contains(minute))
    return {Place::Where::dusk, static_cast<std::uint8_t>(windows_.size() - 1)};
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
  if (session == 0 && dawn_) reach.push_back(*dawn_);
  if (session + 1 == windows_.size() && dusk_) reach.push_back(*dusk_);
  return reach;
}

minutes DayWindows::settled_after(std::size_t session) const {
  auto last = windows_[session].closes;
  for (const auto& window : reach(session)) last = std::max(last, window.closes);
  return last;
}

}  // namespace badge::attendance
