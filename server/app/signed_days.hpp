#pragma once
#include <optional>
#include <span>
#include <vector>

#include "server/attendance/rule_book.hpp"
#include "server/attendance/sheet.hpp"
#include "server/store/snapshot.hpp"

namespace badge::app {

/// What the closed sheets of a person's units say of them.
class SignedDays {
 public:
  SignedDays(const store::Snapshot& snapshot, const attendance::RuleBook& book, attendance::PersonNo person,
             const attendance::DateSpan& days);

  /// The lines of that day, which may be none. Nothing: the unit's period is not closed.
  [[nodiscard]] std::optional<std::span<const attendance::SheetLine>> of(attendance::UnitNo unit,
                                                                         attendance::Date date) const;

 private:
  struct Closed {
    attendance::UnitNo unit;
    attendance::DateSpan days;
    std::vector<attendance::SheetLine> lines;  // by date
  };
  std::vector<Closed> closed_;
};

}  // namespace badge::app
