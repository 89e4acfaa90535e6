#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/attendance/facts.hpp"
#include "server/attendance/timeline.hpp"

namespace badge::attendance {

using UnitNo = std::uint32_t;  // dense number of a unit code within one UnitTree

inline constexpr std::size_t unit_levels_max = 16;  // deeper can only be a circle of parents

/// The units as they were named and placed on each day. Immutable.
class UnitTree {
 public:
  explicit UnitTree(std::vector<Unit> units);

  [[nodiscard]] std::size_t size() const { return codes_.size(); }
  [[nodiscard]] std::optional<UnitNo> find(std::string_view code) const;
  [[nodiscard]] const std::string& code(UnitNo unit) const { return codes_[unit]; }

  /// Null: it did not exist on that day.
  [[nodiscard]] const Unit* on(UnitNo unit, Date date) const;
  /// What tells the unit from others of its name: "Văn phòng, Sở Nội vụ". Its name and those above it,
  /// without the root, which all share. The code where it did not exist on that day.
  [[nodiscard]] std::string full_name_on(UnitNo unit, Date date) const;
  /// The last row that holds on any of these days: what a report on them calls the unit. Null: none.
  [[nodiscard]] const Unit* last_during(UnitNo unit, const DateSpan& days) const;
  /// Nothing for a root, and where the parent did not exist on that day.
  [[nodiscard]] std::optional<UnitNo> parent_on(UnitNo unit, Date date) const;
  /// The unit itself, its parent, and so on to the root.
  [[nodiscard]] std::vector<UnitNo> line_on(UnitNo unit, Date date) const;
  [[nodiscard]] bool is_within(UnitNo unit, UnitNo top, Date date) const;

  struct Place {
    UnitNo unit;
    std::uint32_t level;  // 0: a root
  };
  /// Every unit of that day, parents before children, siblings by code.
  [[nodiscard]] std::vector<Place> order_on(Date date) const;
  /// `top` and all below it on that day, in the same order.
  [[nodiscard]] std::vector<UnitNo> subtree_on(UnitNo top, Date date) const;

  /// The days of `days` on which the tree differs from the day before, and the first; ascending.
  [[nodiscard]] std::vector<Date> epochs(const DateSpan& days) const;

 private:
  struct Placed {
    Unit unit;
    std::optional<UnitNo> parent;  // whether it exists on a day is asked of its own rows
  };
  std::vector<std::string> codes_;      // ascending
  std::vector<Timeline<Placed>> rows_;  // by UnitNo
};

}  // namespace badge::attendance
