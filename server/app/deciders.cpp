#include "server/app/deciders.hpp"

#include <algorithm>

namespace badge::app {

const attendance::RuleBook::Stay* stay_near(const attendance::RuleBook& book, attendance::PersonNo person,
                                            attendance::Date date) {
  const auto* stay = book.stay_on(person, date);
  if (stay == nullptr && !book.stays(person).empty()) stay = &book.stays(person).back();
  return stay;
}

bool may_decide(const Identity& who, const Scope& scope, const attendance::RuleBook& book,
                attendance::PersonNo person, attendance::Date date) {
  const auto* stay = stay_near(book, person, date);
  return stay != nullptr && book.people().code(person) != who.staff_code &&
         scope.holds(book, person, *stay, std::clamp(date, stay->days.from, stay->days.to));
}

}  // namespace badge::app
