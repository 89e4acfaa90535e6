#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

TEST(Noon, OfTwoTapsTheFirstClosesTheMorningAndTheLastOpensTheAfternoon) {
  Office office;
  EXPECT_EQ(office.day("10", "07:25 11:35 13:20 17:02"), "07:25-11:35 on_time, 13:20-17:02 on_time");
  EXPECT_EQ(office.day("10", "07:25 12:50 13:20 17:02"), "07:25-12:50 on_time, 13:20-17:02 on_time");
}

TEST(Noon, OfManyTapsThoseInTheMiddleServeNothing) {
  Office office;
  EXPECT_EQ(office.judge("10", "07:25 11:35 12:10 12:40 13:20 17:02").uses(),
            "in out between between in out");
}

TEST(Noon, ASingleTapGoesToTheNearerEnd) {
  Office office;
  EXPECT_EQ(office.day("10", "07:25 11:50 17:02"), "07:25-11:50 on_time, ?-17:02 missing_in");
  EXPECT_EQ(office.day("10", "07:25 12:50 17:02"), "07:25-? missing_out, 12:50-17:02 on_time");
}

TEST(Noon, ATieClosesTheMorning) {
  Office office;
  EXPECT_EQ(office.day("10", "07:25 12:30 17:02"), "07:25-12:30 on_time, ?-17:02 missing_in");
  EXPECT_EQ(office.day("10", "07:25 12:31 17:02"), "07:25-? missing_out, 12:31-17:02 on_time");
}

TEST(Noon, BothEndMinutesBelongToIt) {
  Office office;
  EXPECT_EQ(office.day("10", "07:25 11:30:00 13:30:59 17:02"), "07:25-11:30 on_time, 13:30-17:02 on_time");
}

TEST(Noon, OneTapServesBothWhereTheScheduleAllowsIt) {
  Office office;
  office.hours().noon_one_tap = true;
  const auto judged = office.judge("10", "07:25 12:00 17:02");
  EXPECT_EQ(judged.text(), "07:25-12:00 on_time, 12:00-17:02 on_time");
  EXPECT_EQ(judged.uses(), "in out_and_in out");
}

TEST(Noon, AReaderForOneDirectionServesThatEndOnly) {
  Office office;
  EXPECT_EQ(office.day("10", "07:25 13:20>out 17:02"), "07:25-13:20 on_time, ?-17:02 missing_in");
  EXPECT_EQ(office.day("10", "07:25 11:40>in 17:02"), "07:25-? missing_out, 11:40-17:02 on_time");
}

TEST(Noon, AllTapsServeTheOneSessionThatIsJudged) {
  Office office;
  office.facts.absences = {{"A", AbsenceKind::annual_leave, span("10", "10"), {"chiều"}, "GNP 12", {}}};
  EXPECT_EQ(office.day("10", "07:25 11:35 12:40"), "07:25-12:40 on_time, excused");
  office.facts.absences.front().sessions = {"sáng"};
  EXPECT_EQ(office.day("10", "12:10 13:00 17:02"), "excused, 12:10-17:02 on_time");
}

TEST(Noon, ATapThatOnlyAPaperMakesAnInMakesNobodyLate) {
  Office office;
  EXPECT_EQ(office.day("10", "11:28 11:32 13:20 17:02"), "?-11:32 missing_in, 13:20-17:02 on_time");
  office.facts.absences = {leave("10", "10", {"chiều"})};
  EXPECT_EQ(office.day("10", "11:28 11:32 13:20 17:02"), "?-13:20 missing_in, excused");
}

TEST(Noon, ATapThatNeitherWindowHoldsServesNothing) {
  Office office;
  office.hours() = schedule("hanh-chinh", "07:30-11:30/120/15,13:30-17:00/15/240");
  const auto judged = office.judge("10", "07:25 11:31 12:30 13:20 17:02");
  EXPECT_EQ(judged.uses(), "in out outside in out");
}

TEST(Noon, AMorningThatOnlyNoonSawMissesItsIn) {
  Office office;
  EXPECT_EQ(office.day("10", "11:35 13:20 17:02"), "?-11:35 missing_in, 13:20-17:02 on_time");
}

TEST(Noon, AnAfternoonWithoutAnyTapIsAbsent) {
  Office office;
  EXPECT_EQ(office.day("10", "07:25 11:35"), "07:25-11:35 on_time, absent");
}

TEST(Noon, IsNotSharedBetweenTwoDays) {
  Office office;
  office.hours() = schedule("hanh-chinh", "13:30-17:00/60/600");
  // 03:00 lies between yesterday's afternoon and today's, within yesterday's window only.
  EXPECT_EQ(office.day("9", "09T13:25 10T03:00 10T13:25 10T17:01"), "13:25-03:00+1 on_time");
  EXPECT_EQ(office.day("10", "09T13:25 10T03:00 10T13:25 10T17:01"), "13:25-17:01 on_time");
}

}  // namespace
}  // namespace badge::attendance::testing
