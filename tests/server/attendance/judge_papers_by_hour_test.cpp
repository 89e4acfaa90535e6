#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

const std::string morning = "07:25 11:31 ";
const std::string good_morning = "07:25-11:31 on_time, ";
const std::string afternoon = " 13:25 17:02";
const std::string good_afternoon = ", 13:25-17:02 on_time";

TEST(PapersByTheHour, MoveTheStartOfTheSession) {
  Office office;
  office.facts.absences = {leave_at("10", "07:30-09:00")};
  EXPECT_EQ(office.day("10", "09:00 11:31" + afternoon), "09:00-11:31 on_time" + good_afternoon);
  EXPECT_EQ(office.day("10", "09:05:59 11:31" + afternoon), "09:05-11:31 on_time" + good_afternoon)
      << "grace comes on top of it";
  EXPECT_EQ(office.day("10", "09:06 11:31" + afternoon), "09:06-11:31 late 6" + good_afternoon)
      << "counted from the end of the paper";
}

TEST(PapersByTheHour, MoveTheEndOfTheSession) {
  Office office;
  office.facts.absences = {leave_at("10", "15:00-17:00")};
  EXPECT_EQ(office.day("10", morning + "13:25 15:00"), good_morning + "13:25-15:00 on_time");
  EXPECT_EQ(office.day("10", morning + "13:25 14:55"), good_morning + "13:25-14:55 on_time");
  EXPECT_EQ(office.day("10", morning + "13:25 14:54:59"), good_morning + "13:25-14:54 early 6");
}

TEST(PapersByTheHour, SayThatTheyMovedAnEnd) {
  Office office;
  office.facts.absences = {leave_at("10", "15:00-17:00")};
  const auto judged = office.judge("10", morning + "13:25 15:00");
  EXPECT_EQ(judged.reasons(0), "") << "the morning has nothing to do with it";
  ASSERT_EQ(judged.reasons(1), "partly_excused");
  EXPECT_EQ(judged.reason(1, 0).paper->paper, "GNP 12");
}

TEST(PapersByTheHour, InTheMiddleOfASessionMoveNeitherEnd) {
  Office office;
  office.facts.absences = {leave_at("10", "08:30-10:00")};
  EXPECT_EQ(office.day("10", morning + afternoon), good_morning + "13:25-17:02 on_time");
  EXPECT_EQ(office.day("10", "10:00 11:31" + afternoon), "10:00-11:31 late 150" + good_afternoon);
  EXPECT_EQ(office.judge("10", morning + afternoon).reasons(0), "");
}

TEST(PapersByTheHour, OverAllOfASessionExcuseIt) {
  Office office;
  office.facts.absences = {leave_at("10", "07:30-11:30")};
  const auto judged = office.judge("10", afternoon);
  EXPECT_EQ(judged.text(), "excused" + good_afternoon);
  EXPECT_EQ(judged.reasons(0), "on_paper");
}

TEST(PapersByTheHour, ThatJoinExcuseASessionTogether) {
  Office office;
  office.facts.absences = {leave_at("10", "09:00-11:30"), leave_at("10", "07:30-09:00")};
  EXPECT_EQ(office.day("10", afternoon), "excused" + good_afternoon);
  office.facts.absences.back() = leave_at("10", "07:30-08:30");
  EXPECT_EQ(office.day("10", afternoon), "absent" + good_afternoon) << "half an hour was owed";
  EXPECT_EQ(office.day("10", "08:30 09:00" + afternoon), "08:30-09:00 on_time" + good_afternoon);
}

TEST(PapersByTheHour, MayReachFromOneSessionIntoTheNext) {
  Office office;
  office.facts.absences = {leave_at("10", "10:30-14:30")};
  EXPECT_EQ(office.day("10", "07:25 10:31 14:28 17:02"), "07:25-10:31 on_time, 14:28-17:02 on_time");
  EXPECT_EQ(office.day("10", "07:25 10:20 14:40 17:02"), "07:25-10:20 early 10, 14:40-17:02 late 10");
}

TEST(PapersByTheHour, OverManyDaysBeginOnTheFirstAndEndOnTheLast) {
  Office office;
  auto paper = leave_at("10", "15:00-09:00+1");
  paper.days = span("10", "12");
  paper.time = ClockSpan{minute("15:00"), minute("09:00")};
  office.facts.absences = {paper};
  EXPECT_EQ(office.day("10", morning + "13:25 15:01"), good_morning + "13:25-15:01 on_time");
  EXPECT_EQ(office.day("11", ""), "excused, excused");
  EXPECT_EQ(office.day("12", "08:58 11:31" + afternoon), "08:58-11:31 on_time" + good_afternoon);
  EXPECT_EQ(office.day("13", ""), "absent, absent");
}

TEST(PapersByTheHour, OfAWeeklyProgrammeHoldOnEachOfItsDays) {
  Office office;
  auto paper = leave_at("10", "13:30-17:00");
  paper.days = span("1", "31");
  paper.weekdays = 0b0001010;  // Tuesday and Thursday
  office.facts.absences = {paper};
  EXPECT_EQ(office.day("10", morning), good_morning + "excused");
  EXPECT_EQ(office.day("11", morning), good_morning + "absent");
  EXPECT_EQ(office.day("12", morning), good_morning + "excused");
}

TEST(PapersByTheHour, AWeeklyProgrammeWithoutTimesCoversItsWholeDays) {
  Office office;
  auto paper = leave("1", "31");
  paper.weekdays = 0b0000010;  // Tuesday
  office.facts.absences = {paper};
  EXPECT_EQ(office.day("10", ""), "excused, excused");
  EXPECT_EQ(office.day("11", ""), "absent, absent");
}

TEST(PapersByTheHour, NobodyIsAskedToTapWhereOnlyThePaperEnds) {
  Office office;
  office.facts.absences = {leave_at("10", "15:00-17:00")};
  EXPECT_EQ(office.day("10", morning + "13:25"), good_morning + "13:25-? missing_out")
      << "the out at the moved end is owed";
  EXPECT_EQ(office.day("10", morning), good_morning + "absent") << "the rest of the session was owed";
}

TEST(PapersByTheHour, SayWhatALoneTapIsWhereTheSessionsOwnHoursDoNot) {
  Office office;
  EXPECT_EQ(office.day("10", "09:32" + afternoon), "missing_in missing_out" + good_afternoon);
  office.facts.absences = {leave_at("10", "07:30-09:30")};
  EXPECT_EQ(office.day("10", "09:32" + afternoon), "09:32-? missing_out" + good_afternoon);
  EXPECT_EQ(office.day("10", "09:40" + afternoon), "missing_in missing_out" + good_afternoon)
      << "but make nobody late";
  office.facts.absences = {leave_at("10", "09:30-11:30")};
  EXPECT_EQ(office.day("10", "09:32" + afternoon), "?-09:32 missing_in" + good_afternoon);
}

TEST(PapersByTheHour, NeverTakeAnEndAwayThatTheSessionsOwnEndsGive) {
  Office office;
  // 11:10 is an out by the session's own end, though far from 10:00.
  EXPECT_EQ(office.day("10", "11:10" + afternoon), "?-11:10 early 20 missing_in" + good_afternoon);
  office.facts.absences = {leave_at("10", "10:00-11:30")};
  EXPECT_EQ(office.day("10", "11:10" + afternoon), "?-11:10 missing_in" + good_afternoon);
}

TEST(PapersByTheHour, LeaveOverHalfASessionStillAsksForTheOtherHalf) {
  Office office;
  office.facts.absences = {leave_at("10", "07:30-09:30")};
  EXPECT_EQ(office.day("10", "09:28 11:31" + afternoon), "09:28-11:31 on_time" + good_afternoon);
  EXPECT_EQ(office.day("10", "08:00 11:31" + afternoon), "08:00-11:31 on_time" + good_afternoon)
      << "who comes sooner is in time";
}

}  // namespace
}  // namespace badge::attendance::testing
