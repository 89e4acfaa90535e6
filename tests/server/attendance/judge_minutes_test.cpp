#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

// A good afternoon, for tests about the morning.
const std::string afternoon = " 13:25 17:02";
const std::string good = ", 13:25-17:02 on_time";

TEST(Minutes, SecondsAreCutBeforeAnythingIsJudged) {
  Office office;
  EXPECT_EQ(office.day("10", "07:35:59 11:31" + afternoon), "07:35-11:31 on_time" + good);
  EXPECT_EQ(office.day("10", "07:25 11:25:00" + afternoon), "07:25-11:25 on_time" + good);
}

TEST(Minutes, IsLateFromTheMinuteAfterStartPlusGraceAndCountsFromTheStart) {
  Office office;
  EXPECT_EQ(office.day("10", "07:36:00 11:31" + afternoon), "07:36-11:31 late 6" + good);
}

TEST(Minutes, IsEarlyBeforeEndMinusGraceAndCountsFromTheEnd) {
  Office office;
  EXPECT_EQ(office.day("10", "07:25 11:24:59" + afternoon), "07:25-11:24 early 6" + good);
}

TEST(Minutes, WithoutGraceTheFirstMinuteIsLate) {
  Office office;
  office.hours().seasons.front().sessions.front().late_grace = minutes(0);
  EXPECT_EQ(office.day("10", "07:30:59 11:31" + afternoon), "07:30-11:31 on_time" + good);
  EXPECT_EQ(office.day("10", "07:31:00 11:31" + afternoon), "07:31-11:31 late 1" + good);
}

TEST(Minutes, CountFromTheEndOfGraceWhereTheScheduleSaysSo) {
  Office office;
  office.hours().minutes_after_grace = true;
  EXPECT_EQ(office.day("10", "07:37 11:22" + afternoon), "07:37-11:22 late 2 early 3" + good);
}

TEST(Minutes, ASessionCanBeLateAndEarlyAtOnceAndSaysBoth) {
  Office office;
  const auto judged = office.judge("10", "07:40 11:20" + afternoon);
  EXPECT_EQ(judged.text(), "07:40-11:20 late 10 early 10" + good);
  EXPECT_EQ(judged.reasons(0), "late left_early");
  const auto& late = judged.day.verdict.sessions[0].reasons[0];
  EXPECT_EQ(late.span, minutes(10));
  EXPECT_EQ(late.tap, 0);
}

TEST(Minutes, AnOnTimeSessionNeedsNoReason) {
  Office office;
  EXPECT_EQ(office.judge("10", "07:20 11:31" + afternoon).reasons(0), "");
}

TEST(Windows, BothEndMinutesBelongToTheWindow) {
  Office office;
  EXPECT_EQ(office.day("10", "05:30:00 11:31" + afternoon), "05:30-11:31 on_time" + good);
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 21:00:59"), "07:25-11:31 on_time, 13:25-21:00 on_time");
}

TEST(Windows, ATapOutsideEveryWindowIsKeptOnTheDayAndServesNothing) {
  Office office;
  const auto judged = office.judge("10", "05:29:59 07:25 11:31 13:25 17:02 21:01");
  EXPECT_EQ(judged.text(), "07:25-11:31 on_time" + good);
  EXPECT_EQ(judged.uses(), "outside in out in out outside");
}

TEST(Windows, AreCutWhereTheSessionsOfADayMeet) {
  Office office;
  office.hours() = schedule("hanh-chinh", "07:30-11:30/120/300,13:30-17:00/300/240");
  // 11:00 is still the morning's, 14:00 is the afternoon's, however far the windows would reach.
  EXPECT_EQ(office.day("10", "07:25 11:00 14:00 17:00"), "07:25-11:00 early 30, 14:00-17:00 late 30");
}

TEST(Nights, TheAttendanceDateIsThatOfTheScheduledStart) {
  Office office;
  office.hours() = schedule("hanh-chinh", "22:00-06:00+1/60/60");
  const auto taps = "10T21:50 11T06:05";
  EXPECT_EQ(office.day("10", taps), "21:50-06:05+1 on_time");
  EXPECT_EQ(office.day("11", taps), "absent");
}

TEST(Nights, AMinuteThatTwoDaysClaimIsTheEarlierSessions) {
  Office office;
  office.hours() = schedule("hanh-chinh", "07:00-19:00/60/60");
  office.facts.schedules.push_back(schedule("dem", "19:00-07:00+1/60/60"));
  office.facts.assignments.push_back({"dem", "", "A", span("9", "9")});
  EXPECT_EQ(office.day("9", "09T18:55 10T07:00"), "18:55-07:00+1 on_time");
  EXPECT_EQ(office.day("10", "09T18:55 10T07:00 10T07:01 10T19:00"), "07:01-19:00 late 1");
}

TEST(Nights, TheLaterWindowOpensNoEarlierThanTheNightEnds) {
  Office office;
  office.hours() = schedule("hanh-chinh", "07:30-11:30/180/60");
  office.facts.schedules.push_back(schedule("dem", "22:00-06:00+1/60/180"));
  office.facts.assignments.push_back({"dem", "", "A", span("9", "9")});
  EXPECT_EQ(office.day("9", "09T21:50 10T05:30"), "21:50-05:30+1 early 30");
  EXPECT_EQ(office.day("10", "09T21:50 10T05:30 10T11:30"), "?-11:30 missing_in");
}

TEST(Nights, ShareTheMorningAfterThemLikeANoon) {
  Office office;
  office.hours() = schedule("hanh-chinh", "07:30-11:30/180/60");
  office.facts.schedules.push_back(schedule("dem", "22:00-06:00+1/60/180"));
  office.facts.assignments.push_back({"dem", "", "A", span("9", "9")});
  const auto both_days = [&](const std::string& taps) {
    return office.day("9", taps) + " | " + office.day("10", taps);
  };
  EXPECT_EQ(both_days("09T21:50 10T06:05 10T07:20 10T11:30"), "21:50-06:05+1 on_time | 07:20-11:30 on_time");
  EXPECT_EQ(both_days("09T21:50 10T06:30 10T11:30"), "21:50-06:30+1 on_time | ?-11:30 missing_in");
  EXPECT_EQ(both_days("09T21:50 10T07:20 10T11:30"), "21:50-? missing_out | 07:20-11:30 on_time");
  EXPECT_EQ(both_days("09T21:50 10T06:45 10T11:30"), "21:50-06:45+1 on_time | ?-11:30 missing_in")
      << "in the middle: the earlier session's";
}

}  // namespace
}  // namespace badge::attendance::testing
