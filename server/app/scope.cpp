#include "server/app/scope.hpp"

#include <algorithm>

namespace badge::app {

Scope Scope::everything() {
  Scope scope;
  scope.everything_ = true;
  return scope;
}

bool Scope::holds(const attendance::UnitTree& tree, attendance::UnitNo unit, attendance::Date date) const {
  if (everything_) return true;
  return std::ranges::any_of(units_, [&](const std::string& code) {
    const auto top = tree.find(code);
    return top && tree.is_within(unit, *top, date);
  });
}

bool Scope::holds(const attendance::RuleBook& book, attendance::PersonNo person,
                  const attendance::RuleBook::Stay& stay, attendance::Date date) const {
  return is_own(book.people().code(person)) || holds(book.units(), stay.unit, date) ||
         holds(book.units(), stay.works_at, date);
}

std::vector<std::string> path_of_unit(const attendance::UnitTree& units, std::string_view unit,
                                      attendance::Date date) {
  std::vector<std::string> path;
  const auto no = units.find(unit);
  if (!no) return path;
  for (const auto above : units.line_on(*no, date)) path.push_back(units.code(above));
  return path;
}

}  // namespace badge::app
