#include "server/attendance/duty_now.hpp"

#include <algorithm>

namespace badge::attendance {
namespace {

bool can_come(const TurnNow& turn) { return turn.in_service && turn.presence != Presence::away; }
bool is_here(const TurnNow& turn) {
  return turn.in_service && (turn.presence == Presence::present || turn.presence == Presence::exempt);
}

template <class Is>
int count(const std::vector<TurnNow>& turns, Is is) {
  return static_cast<int>(std::count_if(turns.begin(), turns.end(), is));
}

}  // namespace

int SlotNow::named() const { return count(turns, can_come); }
int SlotNow::here() const { return count(turns, is_here); }

const SessionRule* session_now(const Schedule& hours, Date date, LocalTime now) {
  const auto* season = season_on(hours, date);
  if (season == nullptr) return nullptr;
  for (const auto& session : season->sessions) {
    if (now < date + session.end) return &session;
  }
  return nullptr;
}

SlotCover cover_of(const SlotNow& slot, LocalTime now) {
  const auto wanted = slot.slot->people_min;
  if (slot.named() < wanted) return SlotCover::unnamed;
  const auto begun = slot.date + slot.session->start + slot.session->late_grace + minutes(1);
  if (now < begun || slot.here() >= wanted) return SlotCover::covered;
  const auto unknown = count(
      slot.turns, [](const TurnNow& turn) { return turn.in_service && turn.presence == Presence::unknown; });
  return slot.here() + unknown >= wanted ? SlotCover::unknown : SlotCover::empty;
}

}  // namespace badge::attendance
