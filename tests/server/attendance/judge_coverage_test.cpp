#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

TEST(Covered, NobodyIsAbsentWhereAReaderWasSilentInTheWindow) {
  Office office;
  office.heard_only("10", "00:00-06:00 06:10-23:00");
  const auto judged = office.judge("10", "");
  EXPECT_EQ(judged.text(), "provisional, absent");
  ASSERT_EQ(judged.reasons(0), "silent_entrance");
  const auto& reason = judged.day.verdict.sessions[0].reasons[0];
  ASSERT_NE(reason.silence, nullptr);
  EXPECT_EQ(reason.silence->reader, "cong-a-1");
  EXPECT_EQ(reason.silence->from, at("10 06:00"));
  EXPECT_EQ(reason.silence->until, at("10 06:10"));
}

TEST(Covered, LateNeedsOnlyTheTimeBeforeTheIn) {
  Office office;
  office.heard_only("10", "00:00-07:10 07:12-23:00");
  EXPECT_EQ(office.day("10", "07:40 11:31 13:25 17:02"), "07:40-11:31 provisional, 13:25-17:02 on_time");
  office.heard_only("10", "00:00-07:41 09:00-23:00");
  EXPECT_EQ(office.day("10", "07:40 11:31 13:25 17:02"), "07:40-11:31 late 10, 13:25-17:02 on_time");
}

TEST(Covered, EarlyNeedsOnlyTheTimeAfterTheOut) {
  Office office;
  office.heard_only("10", "00:00-18:00 18:05-23:00");
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 16:40"), "07:25-11:31 on_time, 13:25-16:40 provisional");
  office.heard_only("10", "00:00-16:00 16:30-23:00");
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 16:40"), "07:25-11:31 on_time, 13:25-16:40 early 20");
}

TEST(Covered, AMissingTapNeedsTheWholeWindow) {
  Office office;
  office.heard_only("10", "00:00-09:00 09:01-23:00");
  EXPECT_EQ(office.day("10", "07:25 13:25 17:02"), "07:25-? provisional, 13:25-17:02 on_time");
}

TEST(Covered, EndsThatOneMoreTapCouldTurnAboutNeedTheWholeWindow) {
  Office office;
  office.hours() = schedule("hanh-chinh", "08:00-08:40/60/60/0/10");
  EXPECT_EQ(office.day("10", "08:22:00 08:32:30"), "08:22-08:32 late 22");
  // A tap at 08:31:45 would have made the last one a repeat, and both one event: an out.
  office.heard_only("10", "00:00-08:31:40 08:31:50-23:00");
  EXPECT_EQ(office.day("10", "08:22:00 08:32:30"), "08:22-08:32 provisional");
}

TEST(Covered, WhatNoUnseenTapCanChangeIsSaidAllTheSame) {
  Office office;
  office.heard.clear();
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 17:02"), "07:25-11:31 on_time, 13:25-17:02 on_time");
}

TEST(Covered, TheLateAfternoonNeedsAllOfNoon) {
  Office office;
  // An unseen tap at 12:00 would have opened the afternoon; the afternoon's own window opens at 12:30.
  office.heard_only("10", "00:00-12:00 12:01-23:00");
  EXPECT_EQ(office.day("10", "07:25 11:35 13:40 17:02"), "07:25-11:35 on_time, 13:40-17:02 provisional");
}

TEST(Covered, EveryEntranceThatServesTheUnitCounts) {
  Office office;
  office.facts.entrances.push_back({"cong-b", "tinh", span("1")});
  const auto judged = office.judge("10", "");
  EXPECT_EQ(judged.text(), "provisional, provisional");
  EXPECT_EQ(judged.day.verdict.sessions[0].reasons[0].silence, nullptr) << "it has never listened";
  EXPECT_EQ(*judged.day.verdict.sessions[0].reasons[0].entrance, "cong-b");
}

TEST(Covered, TheEntrancesOfTheNearestAncestorThatHasAnyCount) {
  Office office;
  office.facts.entrances.push_back({"cong-snv", "snv", span("1")});
  EXPECT_EQ(office.day("10", ""), "provisional, provisional") << "cong-a serves tinh, but snv has its own";
  office.posting().unit_code = "vp";
  EXPECT_EQ(office.day("10", ""), "provisional, provisional");
  office.posting().unit_code = "tinh";
  EXPECT_EQ(office.day("10", ""), "absent, absent");
}

TEST(Covered, WhereNoEntranceServesTheUnitNobodyIsAbsent) {
  Office office;
  office.facts.entrances.clear();
  EXPECT_EQ(office.day("10", ""), "provisional, provisional");
  EXPECT_EQ(office.judge("10", "").reasons(0), "no_entrance");
}

TEST(Covered, NobodyIsJudgedByTapsThatAreErased) {
  Office office;
  office.kept_from = date("11");
  EXPECT_EQ(office.day("10", ""), "provisional, provisional");
  EXPECT_EQ(office.judge("10", "").reasons(0), "erased");
  EXPECT_EQ(office.day("11", ""), "absent, absent");
}

TEST(Covered, AStatedCompletenessStandsForCoverage) {
  Office office;
  office.heard.clear();
  office.facts.completeness = {{"snv", span("10", "10"), "hr"}};
  EXPECT_EQ(office.day("10", ""), "absent, absent");
  EXPECT_EQ(office.day("11", ""), "provisional, provisional");
  office.posting().unit_code = "vp";
  EXPECT_EQ(office.day("10", ""), "absent, absent") << "stated for all below it";
  office.posting().unit_code = "tinh";
  EXPECT_EQ(office.day("10", ""), "provisional, provisional") << "not for what is above";
}

TEST(Covered, ANightNeedsBothDaysToBeComplete) {
  Office office;
  office.hours() = schedule("hanh-chinh", "22:00-06:00+1/60/60");
  office.heard.clear();
  office.facts.completeness = {{"tinh", span("10", "10"), "hr"}};
  EXPECT_EQ(office.day("10", ""), "provisional");
  office.facts.completeness = {{"tinh", span("10", "11"), "hr"}};
  EXPECT_EQ(office.day("10", ""), "absent");
}

TEST(Covered, ATapAtAnyReaderProvesPresence) {
  Office office;
  office.heard.clear();
  auto judged = office.judge("10", "07:25 11:31 13:25 17:02");
  EXPECT_EQ(judged.day.verdict.sessions[0].state, SessionState::present);
}

TEST(DoubtfulClock, ATapWhoseTimeCannotBeBelievedDecidesNothing) {
  Office office;
  const auto judged = office.judge("10", "07:40~ 11:31 13:25 17:02");
  EXPECT_EQ(judged.text(), "07:40-11:31 provisional, 13:25-17:02 on_time");
  EXPECT_EQ(judged.reasons(0), "clock_doubtful");
  EXPECT_EQ(office.day("10", "07:20~ 11:31 13:25 17:02"), "07:20-11:31 provisional, 13:25-17:02 on_time");
}

TEST(DoubtfulClock, ItMayBelongAnywhereInTheDay) {
  Office office;
  EXPECT_EQ(office.day("10", "03:00~ 13:25 17:02"), "provisional, 13:25-17:02 on_time");
}

TEST(Coverage, AnEntranceIsSilentWhileAnyOfItsReadersIs) {
  const Coverage coverage({{"a", "a-1", at("10 00:00"), at("10 12:00")},
                           {"a", "a-2", at("10 00:00"), at("10 08:00")},
                           {"a", "a-2", at("10 09:00"), at("10 12:00")}});
  const auto a = coverage.find("a").value();
  EXPECT_EQ(coverage.first_silence(a, at("10 00:00"), at("10 07:59:59")), nullptr);
  const auto* silence = coverage.first_silence(a, at("10 07:00"), at("10 11:00"));
  ASSERT_NE(silence, nullptr);
  EXPECT_EQ(silence->reader, "a-2");
  EXPECT_EQ(coverage.first_silence(a, at("10 09:00"), at("10 11:59:59")), nullptr);
  EXPECT_NE(coverage.first_silence(a, at("10 11:00"), at("10 12:00")), nullptr) << "nobody listened after it";
}

TEST(Coverage, AReaderCountsFromTheFirstTimeThatItListened) {
  const Coverage coverage(
      {{"a", "a-1", at("9 00:00"), at("10 12:00")}, {"a", "new", at("10 08:00"), at("10 12:00")}});
  const auto a = coverage.find("a").value();
  EXPECT_EQ(coverage.first_silence(a, at("9 00:00"), at("10 11:00")), nullptr);
  EXPECT_EQ(coverage.first_silence(a, at("8 00:00"), at("9 00:00"))->reader, "");
}

TEST(Coverage, SpansThatOverlapOrTouchLeaveNoSilence) {
  const Coverage coverage({{"a", "a-1", at("10 00:00"), at("10 08:00")},
                           {"a", "a-1", at("10 07:00"), at("10 07:30")},
                           {"a", "a-1", at("10 08:00"), at("10 12:00")}});
  EXPECT_EQ(coverage.first_silence(0, at("10 00:00"), at("10 11:59:59")), nullptr);
}

}  // namespace
}  // namespace badge::attendance::testing
