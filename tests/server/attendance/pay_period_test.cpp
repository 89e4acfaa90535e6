// Which days a unit's month of pay has.
#include "server/attendance/pay_period.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

using std::chrono::days;
using std::chrono::months;
constexpr auto july = std::chrono::year(2026) / std::chrono::July;

/// The rule that began last; until the first of them periods are calendar months.
PayFirstDay by(std::map<Date, int> rules) {
  return [rules = std::move(rules)](Date date) {
    const auto after = rules.upper_bound(date);
    return after == rules.begin() ? 1 : std::prev(after)->second;
  };
}

TEST(PayPeriod, IsTheCalendarMonthUnlessARuleSaysOtherwise) {
  EXPECT_EQ(pay_period(july, by({})), days_of(july));
  EXPECT_EQ(pay_period(july, by({{date("2026-08-01"), 26}})), days_of(july));
}

TEST(PayPeriod, RunsFromTheFirstDayInTheMonthBefore) {
  EXPECT_EQ(pay_period(july, by({{date("2020-01-01"), 26}})), span("2026-06-26", "2026-07-25"));
  EXPECT_EQ(pay_period(std::chrono::year(2026) / 1, by({{date("2020-01-01"), 26}})),
            span("2025-12-26", "2026-01-25"));
  EXPECT_EQ(pay_period(std::chrono::year(2026) / 3, by({{date("2020-01-01"), 28}})),
            span("2026-02-28", "2026-03-27"));
  EXPECT_EQ(pay_period(july, by({{date("2020-01-01"), 2}})), span("2026-06-02", "2026-07-01"));
}

TEST(PayPeriod, OfANewRuleBeginsWhereTheLastOneEnded) {
  const auto shorter = by({{date("2026-07-01"), 26}});
  EXPECT_EQ(pay_period(july - months(1), shorter), days_of(july - months(1)));
  EXPECT_EQ(pay_period(july, shorter), span("2026-07-01", "2026-07-25"));
  EXPECT_EQ(pay_period(july + months(1), shorter), span("2026-07-26", "2026-08-25"));
  const auto longer = by({{date("2020-01-01"), 26}, {date("2026-07-01"), 1}});
  EXPECT_EQ(pay_period(july - months(1), longer), span("2026-05-26", "2026-06-25"));
  EXPECT_EQ(pay_period(july, longer), span("2026-06-26", "2026-07-31"));
  EXPECT_EQ(pay_period(july + months(1), longer), days_of(july + months(1)));
}

TEST(PayPeriod, ThatRunsEndsWhereARuleBeginsOnItsOwnFirstDay) {
  const auto rule = by({{date("2026-06-26"), 26}});
  EXPECT_EQ(pay_period(july - months(1), rule), span("2026-06-01", "2026-06-25"));
  EXPECT_EQ(pay_period(july, rule), span("2026-06-26", "2026-07-25"));
}

TEST(PayPeriod, ThatIsOverIsNotMovedByARuleOfTheNextDay) {
  const auto rule = by({{date("2020-01-01"), 26}, {date("2026-07-26"), 1}});
  EXPECT_EQ(pay_period(july, rule), span("2026-06-26", "2026-07-25"));
  EXPECT_EQ(pay_period(july + months(1), rule), span("2026-07-26", "2026-08-31"));
}

TEST(PayPeriod, WhoseEndAChangeOfRuleLeftOutEndsByTheRuleOfItsMonthsFirstDay) {
  const auto rule = by({{date("2020-01-01"), 26}, {date("2026-07-22"), 20}});
  EXPECT_EQ(pay_period(july, rule), span("2026-06-26", "2026-07-25"));
  EXPECT_EQ(pay_period(july + months(1), rule), span("2026-07-26", "2026-08-19"));
}

TEST(PayPeriod, IsInheritedFromTheNearestUnitAbove) {
  Office office;
  office.facts.pay_periods = {{"tinh", date("2020-01-01"), 26}, {"snv", date("2026-07-01"), 16}};
  const auto of = [&](const std::string& unit) {
    const RuleBook book(office.facts);
    return pay_period(july + months(1), book, book.units().find(unit).value());
  };
  EXPECT_EQ(of("tinh"), span("2026-07-26", "2026-08-25"));
  EXPECT_EQ(of("vp"), span("2026-07-16", "2026-08-15"));
  office.facts.pay_periods.push_back({"vp", date("2020-01-01"), 1});
  EXPECT_EQ(of("vp"), days_of(july + months(1)));
}

TEST(PayPeriod, FollowsTheUnitToAnotherParent) {
  Office office;
  office.facts.units.push_back({"xa", "Xã", "xã", "snv", span("2020-01-01", "2026-06-30")});
  office.facts.units.push_back({"xa", "Xã", "xã", "tinh", span("2026-07-01")});
  office.facts.pay_periods = {{"snv", date("2020-01-01"), 26}};
  const RuleBook book(office.facts);
  const auto xa = book.units().find("xa").value();
  EXPECT_EQ(pay_period(july - months(1), book, xa), span("2026-05-26", "2026-06-25"));
  EXPECT_EQ(pay_period(july, book, xa), span("2026-06-26", "2026-07-31"));
}

std::map<Date, int> random_rules() {
  std::map<Date, int> rules;
  for (int count = *rc::gen::inRange(0, 6); count > 0; --count) {
    rules[date("2026-01-01") + days(*rc::gen::inRange(0, 400))] =
        *rc::gen::oneOf(rc::gen::inRange(1, pay_first_day_max + 1), rc::gen::element(1, 26));
  }
  return rules;
}

RC_GTEST_PROP(PayPeriodLaws, ConsecutivePeriodsTileTheCalendar, ()) {
  const auto rules = by(random_rules());
  for (auto month = july - months(8); month < july + months(16); month += months(1)) {
    const auto period = pay_period(month, rules);
    RC_ASSERT(period.from <= period.to);
    RC_ASSERT(days_of(month).contains(period.to));
    RC_ASSERT(pay_period(month + months(1), rules).from == period.to + days(1));
    RC_ASSERT(period.to - period.from < days(62));  // or it could not be closed
  }
}

RC_GTEST_PROP(PayPeriodLaws, ANewRuleMovesNoPeriodThatIsOver, ()) {
  const auto rules = random_rules();
  const auto since = date("2026-01-01") + days(*rc::gen::inRange(0, 400));
  auto changed = rules;
  changed.erase(changed.lower_bound(since), changed.end());
  const auto before = by(changed);
  changed[since] = *rc::gen::inRange(1, pay_first_day_max + 1);
  for (auto month = july - months(8); month < july + months(16); month += months(1)) {
    const auto period = pay_period(month, before);
    if (period.to < since) RC_ASSERT(pay_period(month, by(changed)) == period);
  }
}

}  // namespace
}  // namespace badge::attendance::testing
