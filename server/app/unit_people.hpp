#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "server/app/unit_report.hpp"
#include "server/attendance/rule_book.hpp"

namespace badge::app {

/// A person as last posted to one of the units, and the last day there of the span that was asked for.
struct UnitPerson {
  attendance::PersonNo person = 0;
  const attendance::RuleBook::Stay* stay = nullptr;
  attendance::Date seen_on;
};

struct UnitPeople {
  UnitName top;
  std::vector<UnitPerson> people;  // by unit in the order of the tree, then in the order of papers
};

/// Who belonged to a unit or one below it on some day of `days`; each once. Nothing: there was no such unit,
/// or not within `scope`.
[[nodiscard]] std::optional<UnitPeople> people_of_unit(const attendance::RuleBook& book,
                                                       std::string_view unit,
                                                       const attendance::DateSpan& days, const Scope& scope);

/// The unit as it was last named during `days`. Nothing: it did not exist then, or is not within `scope`.
[[nodiscard]] std::optional<UnitName> unit_within(const attendance::UnitTree& units, std::string_view unit,
                                                  const attendance::DateSpan& days, const Scope& scope);

}  // namespace badge::app
