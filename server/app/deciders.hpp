#pragma once
#include "server/app/identity.hpp"
#include "server/attendance/rule_book.hpp"

namespace badge::app {

/// Where the person is on that day, else where they were last: somebody answers for them after they left.
/// Null: nowhere ever.
[[nodiscard]] const attendance::RuleBook::Stay* stay_near(const attendance::RuleBook& book,
                                                          attendance::PersonNo person, attendance::Date date);

/// Whether `who` answers, within `scope`, for what that person explains or asks for of that day: nobody
/// decides on themselves.
[[nodiscard]] bool may_decide(const Identity& who, const Scope& scope, const attendance::RuleBook& book,
                              attendance::PersonNo person, attendance::Date date);

}  // namespace badge::app
