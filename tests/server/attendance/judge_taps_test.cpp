#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

const std::string afternoon = " 13:25 17:02";
const std::string good = ", 13:25-17:02 on_time";

TEST(Repeats, ATapSoonAfterTheLastKeptOneIsARepeat) {
  Office office;
  const auto judged = office.judge("10", "07:25:00 07:25:59 11:31" + afternoon);
  EXPECT_EQ(judged.uses(), "in repeat out in out");
  EXPECT_EQ(judged.text(), "07:25-11:31 on_time" + good);
}

TEST(Repeats, ADoubleReadIsNeverAnInAndAnOut) {
  Office office;
  office.hours().stay_min = minutes(0);
  EXPECT_EQ(office.day("10", "07:25:00 07:25:40" + afternoon), "07:25-? missing_out" + good);
}

TEST(Repeats, TheQuietCountsFromTheKeptTapAndNotFromARepeat) {
  Office office;
  // 40 s and 80 s after the first: the second is a repeat, the third is not.
  EXPECT_EQ(office.judge("10", "07:25:00 07:25:40 07:26:20 11:31").uses(), "in repeat between out");
}

TEST(Repeats, TheScheduleSaysHowLongTheQuietIs) {
  Office office;
  office.hours().repeat_quiet = seconds(300);
  EXPECT_EQ(office.judge("10", "07:25 07:29:59 07:30 11:31").uses(), "in repeat between out");
}

TEST(LoneTap, IsTheInWhereItIsNearerToTheStart) {
  Office office;
  EXPECT_EQ(office.day("10", "07:50" + afternoon), "07:50-? late 20 missing_out" + good);
}

TEST(LoneTap, IsTheOutWhereItIsNearerToTheEnd) {
  Office office;
  EXPECT_EQ(office.day("10", "11:10" + afternoon), "?-11:10 early 20 missing_in" + good);
}

TEST(LoneTap, ATieIsAnIn) {
  Office office;
  office.hours() = schedule("hanh-chinh", "08:00-09:00/60/60");
  EXPECT_EQ(office.day("10", "08:30"), "08:30-? late 30 missing_out");
}

TEST(LoneTap, FarFromBothEndsHasNoDirectionAndNoMinutes) {
  Office office;
  const auto judged = office.judge("10", "09:30" + afternoon);
  EXPECT_EQ(judged.text(), "missing_in missing_out" + good);
  EXPECT_EQ(judged.reasons(0), "direction_unknown missing_in missing_out");
  EXPECT_EQ(office.day("10", "08:30" + afternoon), "08:30-? late 60 missing_out" + good);
  EXPECT_EQ(office.day("10", "08:31" + afternoon), "missing_in missing_out" + good);
}

TEST(LoneTap, FirstAndLastCloserThanTheShortestStayAreOneEvent) {
  Office office;
  EXPECT_EQ(office.day("10", "07:25:00 07:34:59" + afternoon), "07:25-? missing_out" + good);
  EXPECT_EQ(office.day("10", "07:25:00 07:35:00" + afternoon), "07:25-07:35 early 235" + good);
}

TEST(LoneTap, AForgottenTapNeverShiftsTheNextDay) {
  Office office;
  const auto two_days = "10T07:25 10T11:31 10T13:25 11T07:25 11T11:31 11T13:25 11T17:02";
  EXPECT_EQ(office.day("10", two_days), "07:25-11:31 on_time, 13:25-? missing_out");
  EXPECT_EQ(office.day("11", two_days), "07:25-11:31 on_time, 13:25-17:02 on_time");
}

TEST(Directions, AReaderForOneDirectionServesThatEndOnly) {
  Office office;
  EXPECT_EQ(office.day("10", "07:25>out 07:45>in 11:31" + afternoon), "07:45-11:31 late 15" + good);
  EXPECT_EQ(office.day("10", "07:25 11:10>out 11:20>in" + afternoon), "07:25-11:10 early 20" + good);
}

TEST(Directions, ALoneTapOfSuchAReaderNeedsNoNearness) {
  Office office;
  EXPECT_EQ(office.day("10", "11:00>in" + afternoon), "11:00-? late 210 missing_out" + good);
  EXPECT_EQ(office.day("10", "08:00>out" + afternoon), "?-08:00 early 210 missing_in" + good);
}

TEST(Directions, NoOtherDirectionIsEverToggled) {
  Office office;
  // Out and in again during the morning: first and last decide.
  EXPECT_EQ(office.day("10", "07:25 08:40 09:10 11:31" + afternoon), "07:25-11:31 on_time" + good);
}

TEST(Directions, OneTapIsNeverBothEndsOfASession) {
  Office office;
  EXPECT_EQ(office.day("10", "09:00>out 11:15" + afternoon), "?-11:15 early 15 missing_in" + good);
}

TEST(NoTaps, MeansAbsentWhereEveryEntranceWasHeard) {
  Office office;
  const auto judged = office.judge("10", "");
  EXPECT_EQ(judged.text(), "absent, absent");
  EXPECT_EQ(judged.reasons(0), "unexplained");
}

}  // namespace
}  // namespace badge::attendance::testing
