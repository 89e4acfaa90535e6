#include "server/attendance/credit_ledger.hpp"

#include <gtest/gtest.h>

#include "server/attendance/credit_confirmation.hpp"
#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

using std::chrono::hours;

Credit credit(std::string_view on, hours earns, std::string_view expires) {
  return {"A",   CreditKind::overtime, date(on), {minutes(17 * 60), minutes(20 * 60)},
          earns, date(expires),        "",       ""};
}

TEST(CreditLedger, AddsUpWhatIsEarnedAndTaken) {
  const std::vector credits = {credit("2", hours(4), "31"), credit("3", hours(2), "31")};
  const auto ledger = credit_ledger(credits, {{date("10"), hours(3)}}, date("11"));
  EXPECT_EQ(ledger.earned, hours(6));
  EXPECT_EQ(ledger.taken, hours(3));
  EXPECT_EQ(ledger.left, hours(3));
  EXPECT_EQ(ledger.over_taken, hours(0));
}

TEST(CreditLedger, TakesWhatExpiresFirst) {
  const std::vector credits = {credit("2", hours(4), "2026-06-30"), credit("3", hours(4), "31")};
  const auto ledger = credit_ledger(credits, {{date("10"), hours(5)}}, date("11"));
  EXPECT_EQ(ledger.credits[0].credit, &credits[1]);
  EXPECT_EQ(ledger.credits[0].taken, hours(4));
  EXPECT_EQ(ledger.credits[1].left, hours(3));
}

TEST(CreditLedger, TakesNothingBeforeItIsEarnedOrAfterItExpired) {
  const std::vector credits = {credit("10", hours(4), "12")};
  const auto ledger = credit_ledger(credits, {{date("13"), hours(1)}, {date("9"), hours(2)}}, date("12"));
  EXPECT_EQ(ledger.over_taken, hours(3));
  ASSERT_EQ(ledger.over_taken_on.size(), 2U);
  EXPECT_EQ(ledger.over_taken_on[0].date, date("9"));
  EXPECT_EQ(ledger.left, hours(4)) << "today is its last day";
}

TEST(CreditLedger, SaysWhatExpiredAndWhatSoonWill) {
  const std::vector credits = {credit("2", hours(1), "9"), credit("2", hours(2), "2026-04-09"),
                               credit("2", hours(4), "2026-04-10")};
  const auto ledger = credit_ledger(credits, {}, date("10"));
  EXPECT_EQ(ledger.expired, hours(1));
  EXPECT_EQ(ledger.expires_soon, hours(2));
  EXPECT_EQ(ledger.left, hours(6));
}

TEST(CompensatoryUses, AreTheMinutesOfTheSessions) {
  Office office;
  office.facts.absences = {{"A", AbsenceKind::compensatory, span("10", "11"), {"sáng"}, "NB 1", {}}};
  office.facts.absences.push_back(office.facts.absences.front());
  office.facts.absences.back().days = span("12", "12");
  office.facts.absences.back().sessions.clear();
  office.facts.absences.back().time = {minutes(10 * 60), minutes(14 * 60)};
  const RuleBook book(office.facts);
  const Coverage coverage;
  const InForce in_force(book, coverage, span("1", "31"));
  const auto uses = compensatory_uses(paper_sessions(in_force, 0, in_force.days()));
  ASSERT_EQ(uses.size(), 3U);
  EXPECT_EQ(uses[0].taken, hours(4));
  EXPECT_EQ(uses[2].taken, minutes(90 + 30)) << "of both sessions what the paper covers";
}

/// Overtime of the 10th, 17:00 to 20:00.
Confirmation overtime(std::string_view text, bool listened = true) {
  return confirmation(credit("10", hours(3), "31"), taps(text, date("10")), listened);
}

TEST(Confirmation, NeedsTapsAtBothEnds) {
  EXPECT_EQ(overtime("17:10 19:50"), Confirmation::confirmed);
  EXPECT_EQ(overtime("17:15:59 19:45"), Confirmation::confirmed) << "a quarter of an hour is allowed";
  EXPECT_EQ(overtime("17:16 20:00"), Confirmation::partly);
  EXPECT_EQ(overtime("17:00 19:44"), Confirmation::partly);
}

TEST(Confirmation, TakesWhoStayedSinceTheAfternoon) {
  EXPECT_EQ(overtime("07:25 11:31 13:25 20:05"), Confirmation::confirmed);
  EXPECT_EQ(overtime("07:25 20:05"), Confirmation::partly) << "the morning is too long ago";
}

TEST(Confirmation, OfNoTapIsUnseen) {
  EXPECT_EQ(overtime(""), Confirmation::unseen);
  EXPECT_EQ(overtime("07:25 11:31 13:25 16:40"), Confirmation::unseen);
}

TEST(Confirmation, IsNotDeniedWhileReadersWereSilent) {
  EXPECT_EQ(overtime("", false), Confirmation::not_covered);
  EXPECT_EQ(overtime("17:00~ 20:00"), Confirmation::not_covered);
  EXPECT_EQ(overtime("17:00 20:00", false), Confirmation::confirmed);
}

TEST(Confirmation, FollowsANightIntoTheNextDay) {
  auto night = credit("10", hours(8), "31");
  night.time = {minutes(22 * 60), minutes(30 * 60)};
  EXPECT_EQ(confirmation(night, taps("21:55 11T06:01", date("10")), true), Confirmation::confirmed);
}

}  // namespace
}  // namespace badge::attendance::testing
