#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/attendance/rule_book.hpp"

namespace badge::app {

/// Whose records somebody may see: everybody's, or those of some units and all below them, and their own.
class Scope {
 public:
  [[nodiscard]] static Scope everything();
  Scope() = default;  // nobody's
  Scope(std::vector<std::string> units, std::string own_staff_code)
      : units_(std::move(units)), own_staff_code_(std::move(own_staff_code)) {}

  [[nodiscard]] bool is_everything() const { return everything_; }
  /// The units that were named; empty where it is everything.
  [[nodiscard]] std::span<const std::string> units() const { return units_; }
  [[nodiscard]] bool is_own(std::string_view staff_code) const {
    return !own_staff_code_.empty() && own_staff_code_ == staff_code;
  }
  /// What happened in `unit` on that day.
  [[nodiscard]] bool holds(const attendance::UnitTree& tree, attendance::UnitNo unit,
                           attendance::Date date) const;
  /// A person's day in this stay: of one's own, of the unit, and of the unit in which the work is done, whose
  /// head answers for it too.
  [[nodiscard]] bool holds(const attendance::RuleBook& book, attendance::PersonNo person,
                           const attendance::RuleBook::Stay& stay, attendance::Date date) const;
  friend bool operator==(const Scope&, const Scope&) = default;

 private:
  bool everything_ = false;
  std::vector<std::string> units_;
  std::string own_staff_code_;
};

/// The codes of a unit and those above it, for who hears of it by their units. Empty: no such unit.
[[nodiscard]] std::vector<std::string> path_of_unit(const attendance::UnitTree& units, std::string_view unit,
                                                    attendance::Date date);

}  // namespace badge::app
