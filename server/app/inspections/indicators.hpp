#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/inspections/standing.hpp"
#include "server/app/unit_name.hpp"
#include "server/inspection/indicators.hpp"

namespace badge::app {

/// What other systems say of a unit and those directly below it in one period, beside the period before. Each
/// value stands as its paper has it: what a system says of a unit may hold those below it or may not, so
/// nothing is added to it.
struct IndicatorTable {
  static constexpr std::size_t count = inspection::every<inspection::Indicator>().size();

  /// Values as in inspection::IndicatorValue; nothing: none was stated.
  struct Figure {
    std::optional<std::int64_t> now, before;
    std::string paper, paper_before;
    [[nodiscard]] std::optional<std::int64_t> difference() const;  // where both were stated
  };
  /// Of those directly below. Of rates there is none.
  struct Sum {
    std::optional<std::int64_t> now, before;
    int units = 0, units_before = 0;         // that were counted
    std::optional<std::int64_t> difference;  // where the same units were counted both times
  };
  template <class Value>
  using ByIndicator = std::array<Value, count>;  // in the order of inspection::Indicator
  struct Unit {
    UnitName unit;
    ByIndicator<Figure> figures;
  };

  UnitName unit;  // code empty: all that the asker may see
  inspection::Period period, before;
  std::vector<Unit> units;  // directly below, in the order of the tree, then the unit itself
  ByIndicator<Sum> sums;
};

/// `unit` as in unit_rows(), on the last day of the period, or today where that is earlier. Nothing: there is
/// no such unit, or it is not theirs. Pure.
[[nodiscard]] std::optional<IndicatorTable> indicator_table(
    std::span<const inspection::IndicatorValue> values, const Inspecting& asker,
    const attendance::UnitTree& units, std::string_view unit, const inspection::Period& period,
    attendance::Date today);

/// The same of what is in force now, for somebody who asks now. Any thread; blocks. Throws what the store
/// throws.
[[nodiscard]] std::optional<IndicatorTable> indicator_table(const Evidence& evidence, const Identity& who,
                                                            std::string_view unit,
                                                            const inspection::Period& period);

}  // namespace badge::app
