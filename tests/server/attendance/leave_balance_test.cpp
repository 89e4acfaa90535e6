#include "server/attendance/leave_balance.hpp"

#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

constexpr auto always = DateSpan::forever;

/// 12 days in 2026, since 2024, nothing carried.
LeaveEntitlement entitlement(std::string_view service_from = "2024-01-01") {
  LeaveEntitlement stated;
  stated.staff_code = "A";
  stated.year = 2026;
  stated.service_from = date(service_from);
  return stated;
}

/// "10 11" are whole days, "10+" the morning of the 10th.
std::vector<LeaveDay> leave(std::string_view text) {
  std::vector<LeaveDay> days;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    auto day = text.substr(0, end);
    const bool half = day.ends_with('+');
    if (half) day.remove_suffix(1);
    days.push_back({date(day), 2, half ? 0b01U : 0b11U});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return days;
}

/// The days that annual leave takes in an office's March.
std::vector<LeaveDay> leave_in_march(const Office& office) {
  const RuleBook book(office.facts);
  const Coverage coverage;
  const InForce in_force(book, coverage, span("1", "31"));
  return leave_days(paper_sessions(in_force, 0, in_force.days()));
}

Absence paper(std::string_view from, std::string_view to, std::vector<std::string> sessions = {}) {
  return {"A", AbsenceKind::annual_leave, span(from, to), std::move(sessions), "GNP 12", {}};
}

TEST(Seniority, AddsADayForEveryFiveFullYears) {
  const auto days = [](std::string_view since) {
    return leave_balance(entitlement(since), always, {}, date("10")).entitled.in_days();
  };
  EXPECT_EQ(days("2022-01-01"), 12);
  EXPECT_EQ(days("2016-06-30"), 14);
  EXPECT_EQ(days("1996-01-01"), 18);
}

TEST(Seniority, BelongsToTheYearInWhichTheFifthYearIsCompleted) {
  const auto days = [](std::string_view since, std::string_view until) {
    return leave_balance(entitlement(since), date(until), {}, date("2026-01-02")).seniority.in_days();
  };
  EXPECT_EQ(days("2021-12-31", "2037-12-31"), 1);
  EXPECT_EQ(days("2022-01-01", "2037-12-31"), 0);
  EXPECT_EQ(days("2021-09-15", "2026-09-14"), 0) << "left the day before it was complete";
  EXPECT_EQ(days("2021-09-15", "2026-09-15"), 1);
}

TEST(Months, OfTheFirstAndLastYearGiveTwelfths) {
  EXPECT_EQ(leave_balance(entitlement("2026-07-01"), always, {}, date("10")).entitled.in_days(), 6);
  EXPECT_EQ(leave_balance(entitlement(), date("2026-02-28"), {}, date("10")).entitled.in_days(), 2);
  EXPECT_EQ(leave_balance(entitlement("2027-01-01"), always, {}, date("10")).entitled.in_days(), 0);
}

TEST(Months, CountFromHalfOfTheirWorkingDays) {
  // March 2026 has 22 days from Monday to Friday; 11 of them from the 17th on.
  EXPECT_EQ(leave_balance(entitlement("2026-03-17"), always, {}, date("10")).months, 10);
  EXPECT_EQ(leave_balance(entitlement("2026-03-18"), always, {}, date("10")).months, 9);
}

TEST(Months, GiveWholeDaysAndHalfADayIsRoundedUp) {
  auto fourteen = entitlement("2026-10-01");
  fourteen.base_half_days = 28;  // 14 × 3 / 12 = 3.5
  EXPECT_EQ(leave_balance(fourteen, always, {}, date("10")).entitled.in_days(), 4);
  fourteen.base_half_days = 26;  // 13 × 3 / 12 = 3.25
  EXPECT_EQ(leave_balance(fourteen, always, {}, date("10")).entitled.in_days(), 3);
}

TEST(Use, OfASessionIsItsShareOfTheDay) {
  const auto balance = leave_balance(entitlement(), always, leave("10 11+"), date("31"));
  EXPECT_EQ(balance.used.in_half_days(), 3);
  EXPECT_EQ(balance.remaining.in_half_days(), 21);
  ASSERT_EQ(balance.uses.size(), 2U);
  EXPECT_EQ(balance.uses[1].date, date("11"));
  const std::vector<LeaveDay> third = {{date("10"), 3, 0b010}, {date("11"), 3, 0b101}};
  EXPECT_EQ(leave_balance(entitlement(), always, third, date("31")).used, LeaveAmount::days(1));
}

TEST(Use, OfAnotherYearIsNotThisOnes) {
  EXPECT_TRUE(leave_balance(entitlement(), always, leave("2025-12-31 2027-01-04"), date("31")).uses.empty());
}

TEST(CarriedDays, AreTakenFirst) {
  auto stated = entitlement();
  stated.carried_half_days = 4;
  stated.carried_until = date("31");
  const auto balance = leave_balance(stated, always, leave("10+ 2026-04-01"), date("31"));
  EXPECT_EQ(balance.uses[0].from_carried.in_half_days(), 1);
  EXPECT_EQ(balance.uses[1].from_carried.in_half_days(), 0);
  EXPECT_EQ(balance.carried_expired.in_half_days(), 0);
  EXPECT_EQ(balance.remaining.in_half_days(), 3 + 22);
}

TEST(CarriedDays, ExpireAfterTheirLastDay) {
  auto stated = entitlement();
  stated.carried_half_days = 4;
  stated.carried_until = date("31");
  const auto balance = leave_balance(stated, always, leave("10+"), date("2026-04-01"));
  EXPECT_EQ(balance.carried_expired.in_half_days(), 3);
  EXPECT_EQ(balance.remaining.in_half_days(), 24);
}

TEST(Overdrawing, IsToldOfTheDayOnWhichItHappens) {
  auto stated = entitlement();
  stated.base_half_days = 3;
  const auto balance = leave_balance(stated, always, leave("10 11"), date("31"));
  EXPECT_TRUE(balance.is_overdrawn());
  EXPECT_EQ(balance.uses[0].over, LeaveAmount());
  EXPECT_EQ(balance.uses[1].over, LeaveAmount::half_days(1));
  EXPECT_EQ(balance.remaining, LeaveAmount());
}

TEST(LeaveDays, LeaveOutWeekendsAndHolidays) {
  Office office;
  office.facts.absences = {paper("12", "17")};  // Thursday to Tuesday
  office.facts.calendar = {{date("16"), CalendarKind::holiday, "lễ", {}}};
  const auto days = leave_in_march(office);
  ASSERT_EQ(days.size(), 3U);
  EXPECT_EQ(days[0].date, date("12"));
  EXPECT_EQ(days[1].date, date("13"));
  EXPECT_EQ(days[2].date, date("17"));
}

TEST(LeaveDays, LeaveOutAClosure) {
  Office office;
  office.facts.calendar = {closure("10", "12:00")};
  office.facts.absences = {paper("10", "10")};
  const auto days = leave_in_march(office);
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days.front().on_leave, 0b01U);  // who is not expected in the afternoon needs no leave for it
}

TEST(LeaveDays, CountTheSessionsThatThePaperNames) {
  Office office;
  office.facts.absences = {paper("10", "10", {"chiều"})};
  const auto days = leave_in_march(office);
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days[0].sessions_due, 2);
  EXPECT_EQ(days[0].on_leave, 0b10U);
}

TEST(LeaveDays, OfAPaperByTheClockAreTheSessionsThatItCoversWholly) {
  Office office;
  office.facts.absences = {paper("10", "11")};
  office.facts.absences.front().time = {minutes(9 * 60), minutes(17 * 60)};
  const auto days = leave_in_march(office);
  ASSERT_EQ(days.size(), 2U);
  EXPECT_EQ(days[0].on_leave, 0b10U) << "from 9 o'clock on the first day";
  EXPECT_EQ(days[1].on_leave, 0b11U) << "until 17 o'clock on the last";
}

TEST(LeaveDays, OfAWeeklyPaperAreItsWeekdays) {
  Office office;
  office.facts.absences = {paper("2", "31")};
  office.facts.absences.front().weekdays = 0b0000100;  // Wednesdays
  EXPECT_EQ(leave_in_march(office).size(), 4U);
}

TEST(LeaveDays, AreNotThoseOfOtherPapers) {
  Office office;
  office.facts.absences = {paper("10", "10")};
  office.facts.absences.front().kind = AbsenceKind::sick;
  EXPECT_TRUE(leave_in_march(office).empty());
}

}  // namespace
}  // namespace badge::attendance::testing
