#pragma once
/// Which units exist when, for checking what a file refers to. Pure.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/app/imports/error.hpp"
#include "server/attendance/facts.hpp"

namespace badge::app {

class UnitHistory {
 public:
  /// Rows of one code do not overlap. `units` must outlive the history.
  explicit UnitHistory(std::span<const attendance::Unit> units);

  [[nodiscard]] bool knows(std::string_view code) const { return rows_.contains(code); }

  /// Rows of this code, by date; empty where it is unknown.
  [[nodiscard]] std::span<const attendance::Unit* const> rows(std::string_view code) const;

  [[nodiscard]] bool exists_during(std::string_view code,
                                   const attendance::DateSpan& span) const;  // some day

  /// Why something cannot belong to the unit on every day of `span`, with what could be meant instead;
  /// nothing if it can.
  [[nodiscard]] std::optional<std::string> objection(std::string_view code, const attendance::DateSpan& span,
                                                     const ImportReport& report) const;

 private:
  [[nodiscard]] const attendance::Unit* successor_of(const attendance::Unit& ended) const;

  std::vector<const attendance::Unit*> by_date_;
  std::unordered_map<std::string_view, std::vector<const attendance::Unit*>> rows_;
};

}  // namespace badge::app
