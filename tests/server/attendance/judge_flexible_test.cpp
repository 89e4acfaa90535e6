#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

/// Half an hour earlier or later than 07:30, and the end of the day with it.
struct FlexibleOffice : Office {
  FlexibleOffice() {
    hours().seasons.front().flex_earlier = minutes(30);
    hours().seasons.front().flex_later = minutes(30);
  }
};

TEST(FlexibleArrival, WithinTheBandIsInTimeAndMovesTheEndByAsMuch) {
  const FlexibleOffice office;
  EXPECT_EQ(office.day("10", "07:50 11:31 13:25 17:20"), "07:50-11:31 on_time, 13:25-17:20 on_time");
  EXPECT_EQ(office.day("10", "07:50 11:31 13:25 17:02"), "07:50-11:31 on_time, 13:25-17:02 early 18");
  EXPECT_EQ(office.day("10", "07:10 11:31 13:25 16:40"), "07:10-11:31 on_time, 13:25-16:40 on_time");
}

TEST(FlexibleArrival, GraceCountsFromTheMovedEnd) {
  const FlexibleOffice office;
  EXPECT_EQ(office.day("10", "07:50 11:31 13:25 17:15:00"), "07:50-11:31 on_time, 13:25-17:15 on_time");
  EXPECT_EQ(office.day("10", "07:50 11:31 13:25 17:14:59"), "07:50-11:31 on_time, 13:25-17:14 early 6");
}

TEST(FlexibleArrival, BeyondTheBandIsLateCountedFromItsEnd) {
  const FlexibleOffice office;
  EXPECT_EQ(office.day("10", "08:00 11:31 13:25 17:30"), "08:00-11:31 on_time, 13:25-17:30 on_time");
  EXPECT_EQ(office.day("10", "08:05:59 11:31 13:25 17:30"), "08:05-11:31 on_time, 13:25-17:30 on_time")
      << "grace comes on top of the band, and the end moves by no more than the band";
  EXPECT_EQ(office.day("10", "08:10 11:31 13:25 17:30"), "08:10-11:31 late 10, 13:25-17:30 on_time");
}

TEST(FlexibleArrival, WhoComesBeforeTheBandMayLeaveNoEarlierForIt) {
  const FlexibleOffice office;
  EXPECT_EQ(office.day("10", "06:30 11:31 13:25 16:30"), "06:30-11:31 on_time, 13:25-16:30 on_time");
  EXPECT_EQ(office.day("10", "06:30 11:31 13:25 16:20"), "06:30-11:31 on_time, 13:25-16:20 early 10");
}

TEST(FlexibleArrival, NoonStaysWhereItIs) {
  const FlexibleOffice office;
  EXPECT_EQ(office.day("10", "07:10 11:10 13:25 16:40"), "07:10-11:10 early 20, 13:25-16:40 on_time");
  EXPECT_EQ(office.day("10", "07:50 11:31 13:50 17:20"), "07:50-11:31 on_time, 13:50-17:20 late 20");
}

TEST(FlexibleArrival, WithoutAnInTheEndStaysWhereItIs) {
  const FlexibleOffice office;
  EXPECT_EQ(office.day("10", "11:31 13:25 17:02"), "?-11:31 missing_in, 13:25-17:02 on_time");
  EXPECT_EQ(office.day("10", "13:25 16:40"), "absent, 13:25-16:40 early 20");
}

TEST(FlexibleArrival, IsOfTheSeasonThatSaysSo) {
  FlexibleOffice office;
  auto summer = office.hours().seasons.front();
  summer.valid_from = date("11");
  summer.flex_later = summer.flex_earlier = minutes(0);
  office.hours().seasons.push_back(summer);
  EXPECT_EQ(office.day("10", "07:50 11:31 13:25 17:20"), "07:50-11:31 on_time, 13:25-17:20 on_time");
  EXPECT_EQ(office.day("11", "07:50 11:31 13:25 17:20"), "07:50-11:31 late 20, 13:25-17:20 on_time");
}

TEST(FlexibleArrival, ADayOfOneSessionMovesItsOwnEnd) {
  FlexibleOffice office;
  office.hours().seasons.front().sessions = {session("07:30-16:30/120/240/5/5")};
  EXPECT_EQ(office.day("10", "07:50 16:50"), "07:50-16:50 on_time");
  EXPECT_EQ(office.day("10", "07:50 16:31"), "07:50-16:31 early 19");
}

TEST(FlexibleArrival, HoldsForTheEndsOfTheDayToo) {
  FlexibleOffice office;
  office.hours().taps = TapsDemanded::day_ends;
  EXPECT_EQ(office.day("10", "07:50 17:20"), "07:50-? on_time, ?-17:20 on_time");
  EXPECT_EQ(office.day("10", "07:50 17:02"), "07:50-? on_time, ?-17:02 early 18");
}

TEST(FlexibleArrival, WhereAPaperSetsTheStartTheBandIsGone) {
  FlexibleOffice office;
  office.facts.absences = {leave_at("10", "07:30-09:00")};
  EXPECT_EQ(office.day("10", "09:20 11:31 13:25 17:02"), "09:20-11:31 late 20, 13:25-17:02 on_time");
}

TEST(FlexibleArrival, NoPaperTakesAwayWhatTheBandGives) {
  FlexibleOffice office;
  office.facts.absences = {leave_at("10", "07:30-07:45")};
  EXPECT_EQ(office.day("10", "07:55 11:31 13:25 17:10"), "07:55-11:31 on_time, 13:25-17:10 on_time")
      << "fifteen of these minutes were excused, ten are worked at the end";
  EXPECT_EQ(office.day("10", "07:55 11:31 13:25 17:04"), "07:55-11:31 on_time, 13:25-17:04 early 6");
  office.facts.absences = {leave_at("10", "16:45-17:00")};
  EXPECT_EQ(office.day("10", "07:00 11:31 13:25 16:30"), "07:00-11:31 on_time, 13:25-16:30 on_time");
  office.facts.absences = {leave("10", "10", {"sáng"})};
  EXPECT_EQ(office.day("10", "07:00 13:25 16:30"), "excused, 13:25-16:30 on_time")
      << "who came in the morning of a leave all the same may leave sooner all the same";
}

TEST(FlexibleArrival, AnUnseenEarlierInWouldHaveMovedTheEnd) {
  FlexibleOffice office;
  office.heard_only("10", "00:00-07:10 07:12-23:00");
  EXPECT_EQ(office.day("10", "07:50 11:31 13:25 17:02"), "07:50-11:31 on_time, 13:25-17:02 provisional");
}

TEST(FlexibleArrival, ButNotTheEndOfTheMorning) {
  FlexibleOffice office;
  office.heard_only("10", "00:00-07:10 07:12-23:00");
  EXPECT_EQ(office.day("10", "07:50 11:10 13:25 17:20"), "07:50-11:10 early 20, 13:25-17:20 on_time");
}

TEST(FlexibleArrival, ADutyBetweenTheSessionsMovesNeitherNoonEnd) {
  FlexibleOffice office;
  office.facts.schedules.push_back(schedule("truc-trua", "12:00-13:00/20/20"));
  office.facts.duties = {duty("10", "truc-trua")};
  EXPECT_EQ(office.day("10", "07:50 11:31 11:58 13:01 13:25 17:20"),
            "07:50-11:31 on_time, 11:58-13:01 on_time, 13:25-17:20 on_time");
  EXPECT_EQ(office.day("10", "07:50 11:31 11:58 13:01 13:50 17:20"),
            "07:50-11:31 on_time, 11:58-13:01 on_time, 13:50-17:20 late 20");
}

}  // namespace
}  // namespace badge::attendance::testing
