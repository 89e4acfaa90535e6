#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

TEST(Papers, CoverWholeDays) {
  Office office;
  office.facts.absences = {leave("9", "10")};
  const auto judged = office.judge("10", "");
  EXPECT_EQ(judged.text(), "excused, excused");
  ASSERT_EQ(judged.reasons(0), "on_paper");
  EXPECT_EQ(judged.day.verdict.sessions[0].reasons[0].paper->paper, "GNP 12");
  EXPECT_EQ(office.day("11", ""), "absent, absent");
}

TEST(Papers, CoverNamedSessions) {
  Office office;
  office.facts.absences = {leave("10", "10", {"sáng"})};
  EXPECT_EQ(office.day("10", "13:25 17:02"), "excused, 13:25-17:02 on_time");
}

TEST(Papers, OfSomebodyElseCoverNothing) {
  Office office;
  office.facts.absences = {leave("10", "10")};
  office.facts.absences.front().staff_code = "B";
  EXPECT_EQ(office.day("10", ""), "absent, absent");
}

TEST(Papers, WinOverTapsAndTheTapsAreListedAsAConflict) {
  Office office;
  office.facts.absences = {leave("10", "10")};
  const auto judged = office.judge("10", "07:50 11:31");
  EXPECT_EQ(judged.text(), "excused, excused");
  EXPECT_EQ(judged.reasons(0), "on_paper taps_during_absence");
  EXPECT_EQ(judged.day.verdict.sessions[0].reasons[1].tap, 0);
  EXPECT_EQ(judged.uses().substr(0, 14), "during_absence");
}

TEST(Papers, TapsOfTheJudgedSessionAreNoConflict) {
  Office office;
  office.facts.absences = {leave("10", "10", {"chiều"})};
  EXPECT_EQ(office.judge("10", "07:25 11:35").reasons(1), "on_paper");
}

TEST(Papers, ThatAreFiledAfterwardsChangeTheDay) {
  Office office;
  EXPECT_EQ(office.day("10", ""), "absent, absent");
  office.facts.absences = {leave("10", "10")};
  EXPECT_EQ(office.day("10", ""), "excused, excused");
}

TEST(Exempt, HasItsOwnStateAndTapsAreKept) {
  Office office;
  office.facts.schedules.push_back(office.hours());
  office.facts.schedules.back().name = "lanh-dao";
  office.facts.schedules.back().taps = TapsDemanded::none;
  office.facts.assignments.push_back({"lanh-dao", "", "A", span("1")});
  const auto judged = office.judge("10", "10:00 11:00");
  EXPECT_EQ(judged.text(), "exempt, exempt");
  EXPECT_EQ(judged.reasons(0), "exempt");
  EXPECT_EQ(judged.uses(), "not_asked not_asked");
  EXPECT_EQ(office.day("10", ""), "exempt, exempt");
}

TEST(Exempt, APaperIsSaidAllTheSame) {
  Office office;
  office.hours().taps = TapsDemanded::none;
  office.facts.absences = {leave("10", "10", {"sáng"})};
  EXPECT_EQ(office.day("10", ""), "excused, exempt");
}

TEST(NoBadge, IsNeverAbsentForLackOfTaps) {
  Office office;
  office.facts.badges.clear();
  EXPECT_EQ(office.day("10", ""), "provisional, provisional");
  EXPECT_EQ(office.judge("10", "").reasons(0), "no_badge");
}

TEST(NoBadge, NotEvenWhereAllTapsAreKnown) {
  Office office;
  office.facts.badges.clear();
  office.facts.completeness = {{"tinh", span("10", "10"), "hr"}};
  EXPECT_EQ(office.day("10", ""), "provisional, provisional");
}

TEST(NoBadge, OnlyTheDaysWithoutAnActiveBadgeCount) {
  Office office;
  office.facts.badges.push_back({"A", "04A1B2C3D4E5F6", span("10", "11"), BadgeState::lost});
  EXPECT_EQ(office.day("9", ""), "absent, absent");
  EXPECT_EQ(office.day("10", ""), "provisional, provisional");
  EXPECT_EQ(office.day("12", ""), "absent, absent");
}

TEST(NoBadge, PresenceThatIsProvenIsBelieved) {
  Office office;
  office.facts.badges.clear();
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 17:02"), "07:25-11:31 on_time, 13:25-17:02 on_time");
}

TEST(DayEnds, AsksForTheFirstInAndTheLastOut) {
  Office office;
  office.hours().taps = TapsDemanded::day_ends;
  EXPECT_EQ(office.day("10", "07:25 17:02"), "07:25-? on_time, ?-17:02 on_time");
  EXPECT_EQ(office.day("10", "07:45 16:40"), "07:45-? late 15, ?-16:40 early 20");
  EXPECT_EQ(office.day("10", "07:25"), "07:25-? on_time, missing_out");
  EXPECT_EQ(office.day("10", "17:02"), "missing_in, ?-17:02 on_time");
  EXPECT_EQ(office.day("10", ""), "absent, absent");
}

TEST(DayEnds, ASessionBeforeTheInOrAfterTheOutIsAbsent) {
  Office office;
  office.hours().taps = TapsDemanded::day_ends;
  EXPECT_EQ(office.day("10", "13:25 17:02"), "absent, 13:25-17:02 on_time");
  EXPECT_EQ(office.day("10", "07:25 11:35"), "07:25-11:35 on_time, absent");
}

TEST(DayEnds, WhoWasSeenOnlyAtNoonWasSeenInNoSession) {
  Office office;
  office.hours().taps = TapsDemanded::day_ends;
  EXPECT_EQ(office.day("10", "12:05 12:20"), "absent, 12:05-12:20 absent");
}

TEST(DayEnds, AnExcusedSessionMovesTheEndThatIsAsked) {
  Office office;
  office.hours().taps = TapsDemanded::day_ends;
  office.facts.absences = {leave("10", "10", {"sáng"})};
  EXPECT_EQ(office.day("10", "13:25 17:02"), "excused, 13:25-17:02 on_time");
}

TEST(FirstOnly, AsksForOneTap) {
  Office office;
  office.hours().taps = TapsDemanded::first_only;
  EXPECT_EQ(office.day("10", "07:25"), "07:25-? on_time, on_time");
  EXPECT_EQ(office.day("10", "09:30"), "09:30-? late 120, on_time");
  EXPECT_EQ(office.day("10", "13:40"), "absent, 13:40-? late 10");
  EXPECT_EQ(office.day("10", ""), "absent, absent");
}

TEST(NotYet, ASessionThatHasNotBegunIsNotDueAndARunningOneIsProvisional) {
  Office office;
  office.now = at("10 07:29:59");
  EXPECT_EQ(office.day("10", "07:10"), "not_due, not_due");
  office.now = at("10 07:30");
  EXPECT_EQ(office.day("10", "07:10"), "07:10-? provisional, not_due");
  office.now = at("10 14:00");
  EXPECT_EQ(office.day("10", "07:10 11:35 13:20"), "07:10-11:35 on_time, 13:20-? provisional");
  EXPECT_EQ(office.judge("10", "13:20").reasons(1), "still_running");
}

TEST(NotYet, ASessionIsSettledWhenItsWindowHasClosed) {
  Office office;
  office.now = at("10 21:00:59");
  EXPECT_EQ(office.day("10", ""), "absent, provisional");
  office.now = at("10 21:01");
  EXPECT_EQ(office.day("10", ""), "absent, absent");
}

TEST(NotYet, AMorningIsOpenWhileNoonCanStillChangeIt) {
  Office office;
  office.now = at("10 13:30:30");
  EXPECT_EQ(office.day("10", "07:10 11:35"), "07:10-11:35 provisional, provisional");
}

}  // namespace
}  // namespace badge::attendance::testing
