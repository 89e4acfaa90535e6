#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

using Effect = CorrectionEffect;

const std::string good_morning = "07:25-11:31 on_time, ";
const std::string good_afternoon = ", 13:25-17:02 on_time";

Office office_with(Correction correction) {
  Office office;
  office.facts.corrections = {std::move(correction)};
  return office;
}

TEST(Corrections, ThatSayPresentGoBeforeTheTaps) {
  const auto office = office_with(correction("10", Effect::present));
  EXPECT_EQ(office.day("10", ""), "on_time, on_time");
  EXPECT_EQ(office.day("10", "08:00 11:00 13:25 17:02"), "08:00-11:00 on_time" + good_afternoon)
      << "every tap stays";
  EXPECT_EQ(office.judge("10", "").reasons(0), "corrected");
  EXPECT_EQ(office.judge("10", "").reason(0, 0).correction->staff_code, "A");
}

TEST(Corrections, SpeakOfTheirSessionOnly) {
  const auto office = office_with(correction("10", Effect::present, "sáng"));
  EXPECT_EQ(office.day("10", ""), "on_time, absent");
  EXPECT_EQ(office.day("11", ""), "absent, absent");
}

TEST(Corrections, ThatSayWhenSomebodyCameLeaveTheOutToTheTaps) {
  const auto office = office_with(correction("10", Effect::in_at, "sáng", "07:28"));
  EXPECT_EQ(office.day("10", "11:31 13:25 17:02"), "?-11:31 on_time" + good_afternoon);
  EXPECT_EQ(office.day("10", "13:25 17:02"), "missing_out" + good_afternoon);
  EXPECT_EQ(office.day("10", "07:50 11:10 13:25 17:02"), "07:50-11:10 early 20" + good_afternoon);
}

TEST(Corrections, ThatSayWhenSomebodyLeftLeaveTheInToTheTaps) {
  const auto office = office_with(correction("10", Effect::out_at, "chiều", "17:00"));
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25"), good_morning + "13:25-? on_time");
  EXPECT_EQ(office.day("10", "07:25 11:31 13:50 16:00"), good_morning + "13:50-16:00 late 20");
}

TEST(Corrections, MayStateALateInOrAnEarlyOut) {
  auto office = office_with(correction("10", Effect::in_at, "sáng", "07:50"));
  const auto judged = office.judge("10", "07:25 11:31 13:25 17:02");
  EXPECT_EQ(judged.text(), "07:25-11:31 late 20" + good_afternoon);
  ASSERT_EQ(judged.reasons(0), "corrected late");
  EXPECT_EQ(judged.reason(0, 1).correction, judged.reason(0, 0).correction) << "not the tap's";
  office = office_with(correction("10", Effect::out_at, "chiều", "16:30"));
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25"), good_morning + "13:25-? early 30");
}

TEST(Corrections, OfBothEndsAddUp) {
  auto office = office_with(correction("10", Effect::in_at, "sáng", "07:28"));
  office.facts.corrections.push_back(correction("10", Effect::out_at, "sáng", "11:30"));
  EXPECT_EQ(office.day("10", "13:25 17:02"), "on_time" + good_afternoon);
}

TEST(Corrections, OfOneEndTheLastHolds) {
  auto office = office_with(correction("10", Effect::in_at, "sáng", "08:30"));
  office.facts.corrections.push_back(correction("10", Effect::in_at, "sáng", "07:28"));
  EXPECT_EQ(office.day("10", "11:31 13:25 17:02"), "?-11:31 on_time" + good_afternoon);
}

TEST(Corrections, ThatSayAbsentGoBeforeTheTapsToo) {
  const auto office = office_with(correction("10", Effect::absent, "sáng"));
  const auto judged = office.judge("10", "07:25 11:31 13:25 17:02");
  EXPECT_EQ(judged.text(), "07:25-11:31 absent" + good_afternoon);
  EXPECT_EQ(judged.reasons(0), "corrected");
}

TEST(Corrections, ConcludeWhatSilenceLeftOpen) {
  auto office = office_with(correction("10", Effect::absent));
  office.heard.clear();
  EXPECT_EQ(office.day("10", ""), "absent, absent");
  EXPECT_EQ(office.judge("10", "").reasons(0), "concluded");
  office.facts.corrections = {correction("10", Effect::present)};
  EXPECT_EQ(office.day("10", ""), "on_time, on_time");
  EXPECT_EQ(office.judge("10", "").reasons(0), "concluded");
}

TEST(Corrections, OfOneEndLeaveTheOtherInDoubtWhereAReaderWasSilent) {
  auto office = office_with(correction("10", Effect::in_at, "sáng", "07:28"));
  office.heard.clear();
  EXPECT_EQ(office.day("10", "13:25 17:02"), "provisional" + good_afternoon);
}

TEST(Corrections, GoBeforeAPaper) {
  auto office = office_with(correction("10", Effect::present, "sáng"));
  office.facts.absences = {leave("10", "10")};
  EXPECT_EQ(office.day("10", ""), "on_time, excused") << "who worked keeps the half day of leave";
  EXPECT_EQ(office.judge("10", "07:25 09:00 11:00 15:00").uses(), "in between out during_absence");
  office.facts.corrections = {correction("10", Effect::absent, "sáng")};
  EXPECT_EQ(office.day("10", ""), "absent, excused");
}

TEST(Corrections, OfOneEndAskNothingElseOfASessionThatAPaperCovers) {
  auto office = office_with(correction("10", Effect::in_at, "sáng", "08:30"));
  office.facts.absences = {leave("10", "10")};
  EXPECT_EQ(office.day("10", ""), "on_time, excused") << "nothing was owed";
}

TEST(Corrections, OfASessionThatAPaperCoversTakeNoTapFromTheOneBesideIt) {
  Office office;
  office.facts.absences = {leave("10", "10", {"sáng"})};
  EXPECT_EQ(office.judge("10", "11:31 13:40 17:02").day.verdict.sessions[1].late, minutes(0));
  office.facts.corrections = {correction("10", Effect::present, "sáng")};
  EXPECT_EQ(office.judge("10", "11:31 13:40 17:02").day.verdict.sessions[1].late, minutes(0));
}

TEST(Corrections, SettleAnEndWhoseClockCannotBeBelieved) {
  const auto office = office_with(correction("10", Effect::present, "sáng"));
  EXPECT_EQ(office.day("10", "07:25~ 11:31 13:25 17:02"), "07:25-11:31 on_time" + good_afternoon);
}

TEST(Corrections, SettleASessionThatStillRuns) {
  auto office = office_with(correction("10", Effect::present, "sáng"));
  office.now = at("10 09:00");
  EXPECT_EQ(office.day("10", "07:50"), "07:50-? on_time, not_due");
  office.facts.corrections = {correction("10", Effect::in_at, "sáng", "07:28")};
  EXPECT_EQ(office.day("10", "07:50"), "07:50-? provisional, not_due") << "the out is still to come";
}

TEST(Corrections, OfASessionThatHasNotBegunWait) {
  auto office = office_with(correction("10", Effect::present));
  office.now = at("10 07:29:59");
  EXPECT_EQ(office.day("10", ""), "not_due, not_due");
}

TEST(Corrections, WithoutADecisionChangeNothing) {
  const auto office = office_with(explanation("10", Decision::pending));
  EXPECT_EQ(office.day("10", "08:00 11:31 13:25"), "08:00-11:31 late 30, 13:25-? missing_out");
  EXPECT_EQ(office.judge("10", "08:00 11:31 13:25").reasons(0), "late explained");
}

TEST(Corrections, LeaveTheAllowanceOfTheDayToOtherSessions) {
  auto office = office_with(correction("10", Effect::present, "sáng"));
  office.facts.regimes = {regime(RegimePlace::any, 30)};
  EXPECT_EQ(office.day("10", "08:00 11:31 13:25 16:30"), "08:00-11:31 on_time, 13:25-16:30 on_time");
  office.facts.corrections = {correction("10", Effect::absent, "sáng")};
  const auto judged = office.judge("10", "08:00 11:31 13:25 16:30");
  EXPECT_EQ(judged.text(), "08:00-11:31 absent, 13:25-16:30 on_time");
  EXPECT_EQ(judged.reasons(0), "corrected") << "nothing was set off against a session that nobody attended";
}

TEST(Corrections, ThatSayPresentLeaveFlexibleHoursAsTheTapsMovedThem) {
  auto office = office_with(correction("10", Effect::present, "chiều"));
  office.hours().seasons.front().flex_earlier = office.hours().seasons.front().flex_later = minutes(30);
  EXPECT_EQ(office.day("10", "07:50 11:31"), "07:50-11:31 on_time, on_time") << "out in time is due at 17:20";
  office.facts.corrections = {correction("10", Effect::present, "sáng")};
  EXPECT_EQ(office.day("10", "07:05 13:25 16:40"), "07:05-? on_time, 13:25-16:40 on_time")
      << "who came sooner may leave sooner all the same";
  EXPECT_EQ(office.day("10", "09:00 11:31 13:25 17:02"), "09:00-11:31 on_time, 13:25-17:02 on_time")
      << "the late in moves nothing: it is not when the person came";
}

TEST(CorrectionsOfTheDayEnds, AskForNoMoreThanTheScheduleDoes) {
  auto office = office_with(correction("10", Effect::in_at, "sáng", "07:28"));
  office.hours().taps = TapsDemanded::day_ends;
  EXPECT_EQ(office.day("10", "17:02"), "on_time, ?-17:02 on_time");
  EXPECT_EQ(office.day("10", "14:00 17:02"), "on_time, 14:00-17:02 on_time")
      << "who came in the morning need not come again at noon";
  EXPECT_EQ(office.day("10", ""), "on_time, missing_out");
}

TEST(CorrectionsOfTheDayEnds, ThatSayPresentNeverShortenTheDay) {
  auto office = office_with(correction("10", Effect::present, "sáng"));
  office.hours().taps = TapsDemanded::day_ends;
  EXPECT_EQ(office.day("10", "07:25"), "07:25-? on_time, missing_out") << "not absent in the afternoon";
  office.facts.corrections = {correction("10", Effect::present, "chiều")};
  EXPECT_EQ(office.day("10", "17:02"), "missing_in, ?-17:02 on_time") << "nor in the morning";
}

TEST(CorrectionsOfTheDayEnds, CountLikeATapOfThatEnd) {
  auto office = office_with(correction("10", Effect::present, "sáng"));
  office.hours().taps = TapsDemanded::day_ends;
  EXPECT_EQ(office.day("10", "13:25 17:02"), "on_time, 13:25-17:02 on_time");
  EXPECT_EQ(office.day("10", ""), "on_time, missing_out");
}

// ---- the explanation period ----

TEST(ExplanationPeriod, NobodyReadsWithoutReasonBeforeItIsOver) {
  Office office;  // the 10th is a Tuesday, and three working days follow
  office.now = at("13 23:59:59");
  EXPECT_EQ(office.judge("10", "").reasons(0), "no_tap");
  office.now = at("14 00:00");
  EXPECT_EQ(office.judge("10", "").reasons(0), "unexplained");
}

TEST(ExplanationPeriod, CountsWorkingDaysOnly) {
  Office office;
  office.now = at("17 23:59:59");  // Thursday the 12th: Friday, Monday, Tuesday
  EXPECT_EQ(office.judge("12", "").reasons(0), "no_tap");
  office.now = at("18 00:00");
  EXPECT_EQ(office.judge("12", "").reasons(0), "unexplained");
  office.facts.calendar = {{date("16"), CalendarKind::holiday, "Lễ", {}}};
  EXPECT_EQ(office.judge("12", "").reasons(0), "no_tap") << "a holiday is none";
  office.facts.calendar.push_back({date("14"), CalendarKind::working, "Làm bù", std::chrono::Monday});
  EXPECT_EQ(office.judge("12", "").reasons(0), "unexplained") << "a make-up Saturday is one";
}

TEST(ExplanationPeriod, IsAsLongAsTheScheduleSays) {
  Office office;
  office.hours().explanation_days = 1;
  office.now = at("12 00:00");
  EXPECT_EQ(office.judge("10", "").reasons(0), "unexplained");
  office.hours().explanation_days = 0;
  office.now = at("11 00:00");
  EXPECT_EQ(office.judge("10", "").reasons(0), "unexplained");
}

TEST(ExplanationPeriod, WhoseExplanationAwaitsADecisionIsNotWithoutReason) {
  const auto office = office_with(explanation("10", Decision::pending));
  EXPECT_EQ(office.day("10", ""), "absent, absent");
  EXPECT_EQ(office.judge("10", "").reasons(0), "no_tap explained");
}

TEST(ExplanationPeriod, EndsWithARefusal) {
  auto office = office_with(explanation("10", Decision::refused, "sáng"));
  office.now = at("11 08:00");
  const auto judged = office.judge("10", "");
  ASSERT_EQ(judged.reasons(0), "unexplained");
  EXPECT_NE(judged.reason(0, 0).correction, nullptr) << "whose reasons can be read";
  EXPECT_EQ(judged.reasons(1), "no_tap") << "the refusal spoke of the morning";
  office.facts.corrections.push_back(explanation("10", Decision::pending, "sáng"));
  EXPECT_EQ(office.judge("10", "").reasons(0), "no_tap explained") << "a better explanation opens it again";
}

TEST(CorrectionOfAnExemptDay, IsAMarkBesideTheExemption) {
  Office office;
  office.hours().taps = TapsDemanded::none;
  office.facts.corrections = {correction("10", CorrectionEffect::present, "sáng")};
  const auto judged = office.judge("10", "");
  EXPECT_EQ(judged.text(), "exempt, exempt");
  ASSERT_EQ(judged.reasons(0), "exempt marked");
  EXPECT_EQ(judged.reason(0, 1).correction->effect, CorrectionEffect::present);
  EXPECT_EQ(judged.reasons(1), "exempt") << "nothing was said of the afternoon";
}

TEST(CorrectionOfAnExemptDay, CountsInNoFigure) {
  Office office;
  office.hours().taps = TapsDemanded::none;
  const auto tally_of_the_day = [&] {
    Tally tally;
    tally.add(office.judge("10", "09:00").day.verdict);
    return tally;
  };
  const auto unmarked = tally_of_the_day();
  EXPECT_EQ(unmarked.exempt, 2U);
  for (const auto effect : {CorrectionEffect::present, CorrectionEffect::absent}) {
    office.facts.corrections = {correction("10", effect)};
    EXPECT_EQ(tally_of_the_day(), unmarked);
  }
}

TEST(CorrectionOfAnExemptDay, TellsComingAndLeavingApart) {
  Office office;
  office.hours().taps = TapsDemanded::none;
  office.facts.corrections = {correction("10", CorrectionEffect::in_at, "sáng", "09:00"),
                              correction("10", CorrectionEffect::out_at, "sáng", "10:00")};
  const auto judged = office.judge("10", "");
  ASSERT_EQ(judged.reasons(0), "exempt marked marked");
  EXPECT_EQ(judged.reason(0, 1).correction->at, minute("09:00"));
  EXPECT_EQ(judged.reason(0, 2).correction->at, minute("10:00"));
  EXPECT_EQ(judged.day.verdict.sessions[0].late, minutes(0));
}

TEST(CorrectionOfAnExemptDay, IsNoMarkBeforeItIsApproved) {
  Office office;
  office.hours().taps = TapsDemanded::none;
  for (const auto decision : {Decision::pending, Decision::refused}) {
    office.facts.corrections = {explanation("10", decision)};
    EXPECT_EQ(office.judge("10", "").reasons(0), "exempt");
  }
}

}  // namespace
}  // namespace badge::attendance::testing
