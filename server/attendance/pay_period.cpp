#include "server/attendance/pay_period.hpp"

namespace badge::attendance {

namespace {

using std::chrono::days;

bool begins_on(Date date, int first_day) {
  return std::chrono::year_month_day(date).day() == std::chrono::day(static_cast<unsigned>(first_day));
}

/// The end of the period by one rule for the whole month.
Date end_by(std::chrono::year_month month, int first_day) {
  return first_day == 1 ? Date(month / std::chrono::last)
                        : Date(month / std::chrono::day(static_cast<unsigned>(first_day - 1)));
}

Date end_of(std::chrono::year_month month, const PayFirstDay& first_day) {
  const Date last(month / std::chrono::last);
  for (Date date(month / 1); date <= last; date += days(1)) {
    const auto next = date + days(1);
    if (begins_on(next, first_day(date)) || begins_on(next, first_day(next))) return date;
  }
  return end_by(month, first_day(Date(month / 1)));  // the rule changed in between, and left out its own day
}

}  // namespace

DateSpan pay_period(std::chrono::year_month month, const PayFirstDay& first_day) {
  return {end_of(month - std::chrono::months(1), first_day) + days(1), end_of(month, first_day)};
}

DateSpan pay_period(std::chrono::year_month month, const RuleBook& book, UnitNo unit) {
  return pay_period(month, [&](Date date) {
    for (const auto no : book.units().line_on(unit, date)) {
      if (const auto* rule = book.own_pay_period(no, date)) return rule->first_day;
    }
    return 1;
  });
}

}  // namespace badge::attendance
