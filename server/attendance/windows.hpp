#pragma once
#include <cstdint>
#include <optional>

#include "server/attendance/day_plan.hpp"
#include "server/attendance/inline_vector.hpp"

namespace badge::attendance {

/// Minutes from midnight of the attendance date; both ends included.
struct Window {
  minutes opens, closes;
  [[nodiscard]] constexpr bool contains(minutes minute) const { return opens <= minute && minute <= closes; }
};

/// Which session of a day a minute belongs to.
class DayWindows {
 public:
  /// `before` and `after` are the plans of the neighbouring days, or null. Where windows of two days touch,
  /// as after a night of duty, the time between the two sessions is shared like a noon, and neither window
  /// reaches beyond it.
  DayWindows(const DayPlan* before, const DayPlan& plan, const DayPlan* after);

  struct Place {
    enum class Where : std::uint8_t {
      outside,
      session,
      noon,  // between two sessions of the day
      dawn,  // between a session of the day before and the first of this one
      dusk,  // between the last session and one of the day after
    } where = Where::outside;
    std::uint8_t session = 0;  // noon: the earlier of the two that share it
  };
  [[nodiscard]] Place place_of(minutes minute) const;

  /// From the end of the earlier session to the start of the later one. Nothing: windows do not touch.
  [[nodiscard]] const std::optional<Window>& dawn() const { return dawn_; }
  [[nodiscard]] const std::optional<Window>& dusk() const { return dusk_; }

  /// All minutes in which a tap could serve this session: its window, and what it shares with others.
  using Reach = InlineVector<Window, 5>;
  [[nodiscard]] Reach reach(std::size_t session) const;

  /// The last minute in which a tap could still change this session.
  [[nodiscard]] minutes settled_after(std::size_t session) const;

 private:
  const DayPlan& plan_;
  InlineVector<Window, sessions_max> windows_;
  std::optional<Window> dawn_, dusk_;
};

/// What the last session of a day shares with the first of the next: minutes from midnight of the earlier
/// day. Nothing: their windows do not touch, or one of the days has none.
[[nodiscard]] inline std::optional<Window> shared_night(const DayPlan* plan, const DayPlan* after) {
  if (plan == nullptr || after == nullptr || plan->sessions.empty() || after->sessions.empty()) return {};
  const auto& night = plan->sessions.back();
  const auto& next = after->sessions.front();
  if (night.closes < next.opens + day_length) return {};
  const Window shared{night.end, next.start + day_length};
  return shared.opens <= shared.closes ? std::optional(shared) : std::nullopt;
}

}  // namespace badge::attendance
