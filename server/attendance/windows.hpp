#pragma once
#include <cstdint>

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
  /// the later opens no earlier than the earlier session ends, and the minute that both claim is the
  /// earlier's.
  DayWindows(const DayPlan* before, const DayPlan& plan, const DayPlan* after);

  struct Place {
    enum class Where : std::uint8_t { outside, session, noon } where = Where::outside;
    std::uint8_t session = 0;  // noon: the earlier of the two that share it
  };
  [[nodiscard]] Place place_of(minutes minute) const;

  /// All minutes in which a tap could serve this session: its window, and the noons beside it.
  using Reach = InlineVector<Window, 3>;
  [[nodiscard]] Reach reach(std::size_t session) const;

  /// The last minute in which a tap could still change this session.
  [[nodiscard]] minutes settled_after(std::size_t session) const;

 private:
  const DayPlan& plan_;
  InlineVector<Window, sessions_max> windows_;
};

}  // namespace badge::attendance
