#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

const std::string good_morning = "07:25-11:31 on_time, ";
const std::string good_afternoon = ", 13:25-17:02 on_time";

Office office_with(Correction outage) {
  Office office;
  office.facts.corrections = {std::move(outage)};
  return office;
}

TEST(Outages, ForgiveAnEndWhoseTapInTimeCouldHaveBeenLost) {
  const auto office = office_with(outage("10", "07:00-08:00"));
  const auto judged = office.judge("10", "08:05 11:31 13:25 17:02");
  EXPECT_EQ(judged.text(), "08:05-11:31 on_time" + good_afternoon) << "the tap stays";
  EXPECT_EQ(judged.reasons(0), "corrected");
  EXPECT_EQ(office.day("10", "11:31 13:25 17:02"), "?-11:31 on_time" + good_afternoon);
}

TEST(Outages, LeaveTheOtherEndToTheTaps) {
  const auto office = office_with(outage("10", "07:00-08:00"));
  EXPECT_EQ(office.day("10", "13:25 17:02"), "missing_out" + good_afternoon);
  EXPECT_EQ(office.day("10", "08:05 11:00 13:25 17:02"), "08:05-11:00 early 30" + good_afternoon);
}

TEST(Outages, OverAWholeSessionForgiveItWholly) {
  const auto office = office_with(outage("10", "07:00-12:00"));
  EXPECT_EQ(office.day("10", "13:25 17:02"), "on_time" + good_afternoon);
}

TEST(Outages, AfterTheGraceForgiveNoLateness) {
  EXPECT_EQ(office_with(outage("10", "07:36-09:00")).day("10", "09:05 11:31 13:25 17:02"),
            "09:05-11:31 late 95" + good_afternoon)
      << "a tap that was lost then would have been late too";
  EXPECT_EQ(office_with(outage("10", "07:35-09:00")).day("10", "09:05 11:31 13:25 17:02"),
            "09:05-11:31 on_time" + good_afternoon);
}

TEST(Outages, BeforeTheGraceForgiveNoEarlyOut) {
  EXPECT_EQ(office_with(outage("10", "15:00-16:54")).day("10", "07:25 11:31 13:25 16:00"),
            good_morning + "13:25-16:00 early 60");
  EXPECT_EQ(office_with(outage("10", "15:00-16:55")).day("10", "07:25 11:31 13:25 16:00"),
            good_morning + "13:25-16:00 on_time");
}

TEST(Outages, SayNothingWhereNothingIsHeldAgainstThePerson) {
  const auto office = office_with(outage("10", "07:00-12:00"));
  EXPECT_EQ(office.judge("10", "07:25 11:31 13:25 17:02").reasons(0), "");
}

TEST(Outages, HoldForTheUnitAndAllBelowItOnTheirDay) {
  auto office = office_with(outage("10", "07:00-08:00", "snv"));
  const auto taps = "08:05 11:31 13:25 17:02";
  EXPECT_EQ(office.day("11", taps), "08:05-11:31 late 35" + good_afternoon);
  office.posting().unit_code = "vp";
  EXPECT_EQ(office.day("10", taps), "08:05-11:31 on_time" + good_afternoon);
  office.posting().unit_code = "tinh";
  EXPECT_EQ(office.day("10", taps), "08:05-11:31 late 35" + good_afternoon);
}

TEST(Outages, OfAUnitAndOfOneAboveItHoldTogether) {
  auto office = office_with(outage("10", "07:00-08:00"));
  office.facts.corrections.push_back(outage("10", "16:30-17:30", "snv"));
  EXPECT_EQ(office.day("10", "08:05 11:31 13:25 16:20"), "08:05-11:31 on_time, 13:25-16:20 on_time");
}

TEST(Outages, BeforeTheyAreApprovedForgiveNothing) {
  auto office = office_with(outage("10", "07:00-08:00"));
  office.facts.corrections.front().decision = Decision::pending;
  EXPECT_EQ(office.day("10", "08:05 11:31 13:25 17:02"), "08:05-11:31 late 35" + good_afternoon);
}

TEST(Outages, YieldToWhatIsApprovedForThePerson) {
  auto office = office_with(outage("10", "07:00-08:00"));
  office.facts.corrections.push_back(correction("10", CorrectionEffect::in_at, "sáng", "07:50"));
  EXPECT_EQ(office.day("10", "08:05 11:31 13:25 17:02"), "08:05-11:31 late 20" + good_afternoon);
}

TEST(Outages, AreMeasuredAgainstTheEndThatAPaperMoved) {
  auto office = office_with(outage("10", "08:50-09:10"));
  office.facts.absences = {leave_at("10", "07:30-09:00")};
  EXPECT_EQ(office.day("10", "09:20 11:31 13:25 17:02"), "09:20-11:31 on_time" + good_afternoon);
}

TEST(Outages, AreMeasuredAgainstTheBandOfFlexibleHours) {
  auto office = office_with(outage("10", "07:40-08:20"));
  office.hours().seasons.front().flex_later = minutes(30);
  EXPECT_EQ(office.day("10", "08:25 11:31 13:25 17:30"), "08:25-11:31 on_time, 13:25-17:30 on_time");
}

TEST(Outages, AtNoonForgiveBothEndsBesideIt) {
  const auto office = office_with(outage("10", "11:30-12:10"));
  // A tap at 12:00 could have been the out, or beside another one the in.
  EXPECT_EQ(office.day("10", "07:25 13:50 17:02"), "07:25-? on_time, 13:50-17:02 on_time");
}

TEST(Outages, LeaveTheAllowanceOfTheDayToOtherSessions) {
  auto office = office_with(outage("10", "07:00-08:00"));
  office.facts.regimes = {regime(RegimePlace::any, 60)};
  EXPECT_EQ(office.day("10", "08:05 11:31 13:25 16:00"), "08:05-11:31 on_time, 13:25-16:00 on_time");
}

TEST(Outages, OfTheFirstInForgiveTheWholeStretch) {
  auto office = office_with(outage("10", "07:00-08:00"));
  office.hours().taps = TapsDemanded::day_ends;
  EXPECT_EQ(office.day("10", "08:05 17:02"), "08:05-? on_time, ?-17:02 on_time");
  EXPECT_EQ(office.day("10", "14:00 17:02"), "on_time, 14:00-17:02 on_time")
      << "the tap that was lost would have opened the day";
  EXPECT_EQ(office.day("10", "17:02"), "on_time, ?-17:02 on_time");
}

}  // namespace
}  // namespace badge::attendance::testing
