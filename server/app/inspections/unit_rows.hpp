#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "server/app/inspections/standing.hpp"

namespace badge::app {

/// Whether what was found in a unit may be told to them: they inspect it or answer for it.
[[nodiscard]] bool is_seen(const Inspecting& asker, std::string_view unit);

/// The units that a table about one unit has rows for.
struct UnitRows {
  std::optional<attendance::UnitNo> top;  // nothing: all that the asker sees
  std::vector<attendance::UnitNo> below;  // directly below `top`, or the highest that are seen; by code
};

/// `unit` empty: the highest units that the asker answers for or inspects; of a single one, as if it were
/// named. Nothing: there is no such unit on that day, or it is not theirs. Pure.
[[nodiscard]] std::optional<UnitRows> unit_rows(const Inspecting& asker, const attendance::UnitTree& units,
                                                std::string_view unit, attendance::Date day);

}  // namespace badge::app
