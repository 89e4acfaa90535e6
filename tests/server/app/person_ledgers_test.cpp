#include "server/app/person_ledgers.hpp"

#include <gtest/gtest.h>

#include "server/app/unit_people.hpp"

namespace badge::app::test {
namespace {

using attendance::AbsenceKind;
using attendance::Date;
using attendance::DateSpan;
using std::chrono::hours;
using std::chrono::minutes;

Date day(int year, int month, int of_month) { return Date(std::chrono::year(year) / month / of_month); }

/// snv > vp; An in snv, Binh in vp since July 2026 and in snv before. 07:30–11:30 and 13:30–17:00, Monday to
/// Friday. An has 12 days in 2026.
class PersonLedgersOffice : public testing::Test {
 protected:
  PersonLedgersOffice() {
    const DateSpan always{day(2020, 1, 1)};
    facts_.units = {{"snv", "Sở Nội vụ", "sở", "", always}, {"vp", "Văn phòng", "phòng", "snv", always}};
    facts_.postings = {{"AN", "An", "snv", "", "", always, 1},
                       {"BINH", "Binh", "snv", "", "", {always.from, day(2026, 6, 30)}, 2},
                       {"BINH", "Binh", "vp", "", "", {day(2026, 7, 1)}, 3}};
    attendance::Schedule schedule;
    schedule.name = "hanh-chinh";
    schedule.seasons = {{always.from,
                         0b11111,
                         {{"sáng", minutes(450), minutes(690)}, {"chiều", minutes(810), minutes(1020)}}}};
    facts_.schedules = {schedule};
    facts_.assignments = {{"hanh-chinh", "snv", "", always}};
    facts_.entitlements = {{"AN", 2026, day(2024, 1, 1), 24, 0, {}, ""}};
  }

  void absence(std::string staff, AbsenceKind kind, Date from, Date to) {
    facts_.absences.push_back({std::move(staff), kind, {from, to}, {}, "số 1", {}});
  }
  void credit(std::string staff, Date on, minutes earns, Date expires) {
    attendance::Credit earned;
    earned.staff_code = std::move(staff);
    earned.date = on;
    earned.earns = earns;
    earned.expires = expires;
    facts_.credits.push_back(earned);
  }

  [[nodiscard]] PersonLedgers ledgers(int year = 2026, Date today = day(2026, 12, 1)) const {
    const attendance::RuleBook book(facts_);
    const std::vector<attendance::PersonNo> all = {0, 1};
    return ledgers_of(book, LedgerFacts(facts_), all, year, today).front();
  }

  attendance::RuleFacts facts_;
};

TEST_F(PersonLedgersOffice, CountsPapersOfEveryMonthOfTheYear) {
  absence("AN", AbsenceKind::annual_leave, day(2026, 1, 5), day(2026, 1, 6));
  absence("AN", AbsenceKind::annual_leave, day(2026, 3, 31), day(2026, 4, 1));
  absence("AN", AbsenceKind::annual_leave, day(2026, 12, 31), day(2027, 1, 1));
  absence("BINH", AbsenceKind::annual_leave, day(2026, 8, 3), day(2026, 8, 3));
  EXPECT_EQ(ledgers().leave.used.in_days(), 5);
  EXPECT_EQ(ledgers().leave.remaining.in_days(), 7);
}

TEST_F(PersonLedgersOffice, KnowsWhatWasUsedWithoutAnEntitlement) {
  absence("AN", AbsenceKind::annual_leave, day(2025, 1, 6), day(2025, 1, 7));
  const auto before = ledgers(2025);
  EXPECT_FALSE(before.has_entitlement);
  EXPECT_EQ(before.leave.used.in_days(), 2);
}

TEST_F(PersonLedgersOffice, CarriesCreditsFromOneYearIntoTheNext) {
  credit("AN", day(2025, 12, 20), hours(8), day(2026, 6, 30));
  absence("AN", AbsenceKind::compensatory, day(2025, 12, 22), day(2025, 12, 22));  // 7.5 hours
  EXPECT_EQ(ledgers(2026, day(2026, 1, 5)).credit.left, minutes(30));
  EXPECT_EQ(ledgers().credit.expired, minutes(30));
}

TEST_F(PersonLedgersOffice, EndTheLedgerOfAYearThatIsOverWithItsLastDay) {
  credit("AN", day(2025, 12, 20), hours(8), day(2026, 6, 30));
  credit("AN", day(2026, 2, 1), hours(4), day(2026, 6, 30));
  EXPECT_EQ(ledgers(2025).credit.left, hours(8));
  EXPECT_EQ(ledgers(2025).credit.earned, hours(8));
}

TEST_F(PersonLedgersOffice, BeginTheLedgerWithThePersonsOwnFirstCredit) {
  credit("BINH", day(2025, 3, 3), hours(8), day(2026, 6, 30));
  absence("AN", AbsenceKind::compensatory, day(2025, 6, 2), day(2025, 6, 2));
  EXPECT_EQ(ledgers().credit.taken, minutes(0)) << "whoever else is asked about";
}

TEST_F(PersonLedgersOffice, FindThePeopleOfAUnitAndOfThoseBelow) {
  const attendance::RuleBook book(facts_);
  const DateSpan year{day(2026, 1, 1), day(2026, 12, 31)};
  const auto all = people_of_unit(book, "snv", year, Scope::everything());
  ASSERT_TRUE(all);
  ASSERT_EQ(all->people.size(), 2U);
  EXPECT_EQ(all->people[1].stay->posting->unit_code, "vp");
  const auto below = people_of_unit(book, "vp", year, Scope({"snv"}, {}));
  ASSERT_TRUE(below);
  EXPECT_EQ(below->people.size(), 1U);
  EXPECT_EQ(
      people_of_unit(book, "vp", {day(2026, 1, 1), day(2026, 6, 30)}, Scope::everything())->people.size(),
      0U);
  EXPECT_FALSE(people_of_unit(book, "snv", year, Scope({"vp"}, {})));
  EXPECT_FALSE(people_of_unit(book, "", year, Scope::everything()));
}

}  // namespace
}  // namespace badge::app::test
