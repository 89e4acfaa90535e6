#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "server/app/lists/list_parts.hpp"
#include "server/attendance/list_facts.hpp"
#include "server/attendance/rule_book.hpp"
#include "server/store/house_rules.hpp"

namespace badge::app {

/// Which stated rule holds for each unit of a list on one day, and what the list must say of that. Pure.
class RulesInUse {
 public:
  /// `stated`: those that name the number which the list needs. `house_rules`: the newest first; what a rule
  /// without a ground of its own rests on. The book must outlive it.
  RulesInUse(std::vector<attendance::ListRule> stated, std::vector<store::HouseRule> house_rules,
             const attendance::RuleBook& book, attendance::Date day)
      : stated_(std::move(stated)), house_rules_(std::move(house_rules)), book_(book), day_(day) {}

  /// Null: nobody has stated one for the unit.
  [[nodiscard]] const attendance::ListRule* of(const std::string& unit_code);

  /// A note for each rule that was asked for, in words of the caller ("từ 3 lần trở lên"), with whose it is
  /// and its ground; and one that names the units without a rule.
  [[nodiscard]] std::vector<std::string> notes(
      const std::function<std::string(const attendance::ListRule&)>& describe, const Say& say) const;

 private:
  [[nodiscard]] std::string ground_of(const attendance::ListRule& rule, const Say& say) const;
  [[nodiscard]] std::string name_of(const std::string& unit_code) const;

  std::vector<attendance::ListRule> stated_;
  std::vector<store::HouseRule> house_rules_;
  const attendance::RuleBook& book_;
  attendance::Date day_;
  std::map<std::string, const attendance::ListRule*> found_;  // by unit
};

}  // namespace badge::app
