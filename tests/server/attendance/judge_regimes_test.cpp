#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

Office office_with(RegimePlace place, int minutes_a_day = 60) {
  Office office;
  office.facts.regimes = {regime(place, minutes_a_day)};
  return office;
}

TEST(Regimes, LateAndEarlyTogetherUseUpOneAllowanceADay) {
  const auto office = office_with(RegimePlace::any);
  EXPECT_EQ(office.day("10", "08:00 11:31 13:25 16:30"), "08:00-11:31 on_time, 13:25-16:30 on_time");
  EXPECT_EQ(office.day("10", "08:00 11:31 13:25 16:20"), "08:00-11:31 on_time, 13:25-16:20 early 10")
      << "thirty minutes were left for the afternoon, and forty are missing";
  EXPECT_EQ(office.day("10", "08:40 11:31 13:25 17:02"), "08:40-11:31 late 10, 13:25-17:02 on_time");
}

TEST(Regimes, EveryDayHasItsOwnAllowance) {
  const auto office = office_with(RegimePlace::any);
  const auto two_days = "10T08:30 10T11:31 10T13:25 10T17:02 11T08:30 11T11:31 11T13:25 11T17:02";
  EXPECT_EQ(office.day("10", two_days), "08:30-11:31 on_time, 13:25-17:02 on_time");
  EXPECT_EQ(office.day("11", two_days), "08:30-11:31 on_time, 13:25-17:02 on_time");
}

TEST(Regimes, GraceComesOnTopOfWhatTheyAllow) {
  const auto office = office_with(RegimePlace::any, 30);
  EXPECT_EQ(office.day("10", "08:05 11:31 13:25 17:02"), "08:05-11:31 on_time, 13:25-17:02 on_time");
  EXPECT_EQ(office.day("10", "08:06 11:31 13:25 17:02"), "08:06-11:31 late 6, 13:25-17:02 on_time");
}

TEST(Regimes, WhatGraceForgivesUsesNothingUp) {
  const auto office = office_with(RegimePlace::any, 30);
  EXPECT_EQ(office.day("10", "07:35 11:31 13:25 16:30"), "07:35-11:31 on_time, 13:25-16:30 on_time");
}

TEST(Regimes, SayHowMuchTheyTookAway) {
  const auto office = office_with(RegimePlace::any);
  const auto judged = office.judge("10", "08:00 11:31 13:25 16:20");
  ASSERT_EQ(judged.reasons(0), "allowance");
  EXPECT_EQ(judged.reason(0, 0).span, minutes(30));
  ASSERT_EQ(judged.reasons(1), "allowance left_early");
  EXPECT_EQ(judged.reason(1, 0).span, minutes(30));
}

TEST(Regimes, AtTheStartHelpNobodyWhoLeavesEarly) {
  const auto office = office_with(RegimePlace::start);
  EXPECT_EQ(office.day("10", "08:30 11:31 13:25 17:02"), "08:30-11:31 on_time, 13:25-17:02 on_time");
  EXPECT_EQ(office.day("10", "07:25 11:31 14:30 16:00"), "07:25-11:31 on_time, 14:30-16:00 late 60 early 60");
}

TEST(Regimes, AtTheEndHelpNobodyWhoComesLate) {
  const auto office = office_with(RegimePlace::end);
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 16:00"), "07:25-11:31 on_time, 13:25-16:00 on_time");
  EXPECT_EQ(office.day("10", "08:30 10:30 13:25 17:02"), "08:30-10:30 late 60 early 60, 13:25-17:02 on_time");
}

TEST(Regimes, SplitGiveOneHalfToEachEndOfTheDay) {
  const auto office = office_with(RegimePlace::split);
  EXPECT_EQ(office.day("10", "08:00 11:31 13:25 16:30"), "08:00-11:31 on_time, 13:25-16:30 on_time");
  EXPECT_EQ(office.day("10", "08:15 11:31 13:25 17:02"), "08:15-11:31 late 15, 13:25-17:02 on_time")
      << "the half of the evening is no use in the morning";
}

TEST(Regimes, InTheMiddleHelpBeforeAndAfterNoon) {
  const auto office = office_with(RegimePlace::middle);
  EXPECT_EQ(office.day("10", "07:25 11:00 14:00 17:02"), "07:25-11:00 on_time, 14:00-17:02 on_time");
  EXPECT_EQ(office.day("10", "08:30 11:31 13:25 16:00"), "08:30-11:31 late 60, 13:25-16:00 early 60");
}

TEST(Regimes, HoldOnTheirDaysAndForTheirPersonOnly) {
  auto office = office_with(RegimePlace::any);
  office.facts.regimes.front().days = span("10", "11");
  EXPECT_EQ(office.day("9", "08:30 11:31 13:25 17:02"), "08:30-11:31 late 60, 13:25-17:02 on_time");
  EXPECT_EQ(office.day("11", "08:30 11:31 13:25 17:02"), "08:30-11:31 on_time, 13:25-17:02 on_time");
  EXPECT_EQ(office.day("12", "08:30 11:31 13:25 17:02"), "08:30-11:31 late 60, 13:25-17:02 on_time");
  office.facts.regimes.front().staff_code = "B";
  EXPECT_EQ(office.day("10", "08:30 11:31 13:25 17:02"), "08:30-11:31 late 60, 13:25-17:02 on_time");
}

TEST(Regimes, OfTwoKindsAddUp) {
  auto office = office_with(RegimePlace::any);
  office.facts.regimes.push_back(regime(RegimePlace::any, 30));
  office.facts.regimes.back().kind = RegimeKind::menstruation;
  EXPECT_EQ(office.day("10", "09:00 11:31 13:25 17:02"), "09:00-11:31 on_time, 13:25-17:02 on_time");
}

TEST(Regimes, AreSetOffAgainstWhatAPaperLeaves) {
  auto office = office_with(RegimePlace::any);
  office.facts.absences = {leave_at("10", "07:30-09:00")};
  EXPECT_EQ(office.day("10", "09:30 11:31 13:25 16:30"), "09:30-11:31 on_time, 13:25-16:30 on_time");
}

TEST(Regimes, NeverExcuseWhoDoesNotTap) {
  const auto office = office_with(RegimePlace::any);
  EXPECT_EQ(office.day("10", "07:25 13:25 17:02"), "07:25-? missing_out, 13:25-17:02 on_time");
  EXPECT_EQ(office.day("10", "13:25 17:02"), "absent, 13:25-17:02 on_time");
}

TEST(Regimes, MinutesAfterGraceCountFromThere) {
  auto office = office_with(RegimePlace::any, 30);
  office.hours().minutes_after_grace = true;
  EXPECT_EQ(office.day("10", "08:15 11:31 13:25 17:02"), "08:15-11:31 late 10, 13:25-17:02 on_time");
}

TEST(Regimes, WhatAnUnseenTapWouldHaveLeftOfThemIsNotHeldAgainstAnybody) {
  auto office = office_with(RegimePlace::any);
  office.heard_only("10", "00:00-06:00 07:45-23:00");
  // Had the person come at 07:30, all of the allowance would have been left for the afternoon.
  EXPECT_EQ(office.day("10", "08:00 11:31 13:25 16:20"), "08:00-11:31 on_time, 13:25-16:20 provisional");
}

TEST(Regimes, NorWhatItWouldHaveLeftOfThemInTheSameSession) {
  auto office = office_with(RegimePlace::any);
  office.hours() = schedule("hanh-chinh", "07:30-16:30/120/240/5/5");
  office.heard_only("10", "00:00-06:00 07:45-23:00");
  EXPECT_EQ(office.day("10", "08:00 15:50"), "08:00-15:50 provisional");
}

}  // namespace
}  // namespace badge::attendance::testing
