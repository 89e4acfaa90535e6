#include "server/attendance/duty_cover.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

#include "server/attendance/calendar.hpp"

namespace badge::attendance {

namespace {

bool falls_on(const DutySlot& slot, Date date) {
  return slot.days.contains(date) && has_weekday(slot.weekdays, std::chrono::weekday(date));
}

/// A duty and a slot of the same place, hours and date have the same.
using Where = std::tuple<std::string_view, std::string_view, Date>;
Where where(const DutyTurn& turn) { return {turn.duty->unit_code, turn.duty->schedule, turn.duty->date}; }

int rank_of(SessionState state) {
  static constexpr std::array worst_first = {SessionState::absent,      SessionState::excused,
                                             SessionState::provisional, SessionState::not_due,
                                             SessionState::present,     SessionState::exempt};
  return static_cast<int>(std::find(worst_first.begin(), worst_first.end(), state) - worst_first.begin());
}

}  // namespace

bool DutyTurn::came() const {
  return in_service && (state == SessionState::present || state == SessionState::exempt);
}

bool DutyTurn::stayed_away() const {
  return in_service && (state == SessionState::absent || state == SessionState::excused);
}

int SlotDay::named() const {
  return static_cast<int>(
      std::count_if(turns.begin(), turns.end(), [](const DutyTurn& turn) { return turn.in_service; }));
}

int SlotDay::came() const {
  return static_cast<int>(
      std::count_if(turns.begin(), turns.end(), [](const DutyTurn& turn) { return turn.came(); }));
}

int SlotDay::stayed_away() const {
  return static_cast<int>(
      std::count_if(turns.begin(), turns.end(), [](const DutyTurn& turn) { return turn.stayed_away(); }));
}

std::vector<SlotDay> duty_cover(std::span<const DutySlot> slots, std::span<const DutyTurn> turns,
                                const DateSpan& days) {
  std::vector<DutyTurn> by_place(turns.begin(), turns.end());
  std::ranges::stable_sort(by_place, {}, where);
  std::vector<SlotDay> cover;
  for (auto date = days.from; date <= days.to; date += std::chrono::days(1)) {
    for (const auto& slot : slots) {
      if (!falls_on(slot, date)) continue;
      const Where here{slot.unit_code, slot.schedule, date};
      const auto first = std::ranges::lower_bound(by_place, here, {}, where);
      const auto end = std::ranges::upper_bound(by_place, here, {}, where);
      cover.push_back({&slot, date, {first, end}});
    }
  }
  return cover;
}

std::optional<SessionState> state_of_turn(const DayFacts& facts, const DayVerdict& verdict,
                                          const Schedule& schedule) {
  const auto* season = season_on(schedule, facts.date);
  if (season == nullptr) return std::nullopt;
  std::optional<SessionState> worst;
  for (std::size_t i = 0; i < verdict.sessions.size(); ++i) {
    const auto& rule = *facts.plan->sessions[i].rule;
    if (std::find(season->sessions.begin(), season->sessions.end(), rule) == season->sessions.end()) continue;
    const auto state = verdict.sessions[i].state;
    if (!worst || rank_of(state) < rank_of(*worst)) worst = state;
  }
  return worst;
}

}  // namespace badge::attendance
