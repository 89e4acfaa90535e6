#pragma once
/// Codes that are stored, for cells in which a spreadsheet or a clerk wrote them otherwise. Pure.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/imports/sheet_columns.hpp"

namespace badge::app {

class KnownCodes {
 public:
  explicit KnownCodes(const store::RosterFacts& stored);

  /// The one stored code that is this number with zeros before it, or none: a spreadsheet made 7 of 007.
  /// Nothing: no code is, or several are.
  [[nodiscard]] std::optional<std::string> padded(SheetNature nature, std::string_view digits) const;

  /// The code of the one unit of this name, whenever it existed. Nothing: none, several, or it is a code
  /// itself.
  [[nodiscard]] std::optional<std::string> unit_named(std::string_view name) const;

 private:
  using Index =
      std::map<std::string, std::vector<std::string>, std::less<>>;  // codes by what they may be called
  Index units_, staff_, entrances_, schedules_;                      // by digits without zeros before
  Index unit_names_;                                                 // folded
};

}  // namespace badge::app
