// The last second that is still in time, and the next; and what comes in an odd order, or afterwards.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

const std::string afternoon = " 13:25 17:02";
const std::string good_afternoon = ", 13:25-17:02 on_time";

TEST(LastSecond, OfStartPlusGraceIsInTimeAndTheNextIsLate) {
  const Office office;
  EXPECT_EQ(office.day("10", "07:35:59 11:31" + afternoon), "07:35-11:31 on_time" + good_afternoon);
  EXPECT_EQ(office.day("10", "07:36:00 11:31" + afternoon), "07:36-11:31 late 6" + good_afternoon);
}

TEST(LastSecond, BeforeEndMinusGraceIsEarlyAndTheNextIsInTime) {
  const Office office;
  EXPECT_EQ(office.day("10", "07:25 11:24:59" + afternoon), "07:25-11:24 early 6" + good_afternoon);
  EXPECT_EQ(office.day("10", "07:25 11:25:00" + afternoon), "07:25-11:25 on_time" + good_afternoon);
}

TEST(LastSecond, OfAWindowBelongsToItAndTheNextDoesNot) {
  const Office office;
  EXPECT_EQ(office.day("10", "05:29:59 11:31" + afternoon), "?-11:31 missing_in" + good_afternoon);
  EXPECT_EQ(office.day("10", "05:30:00 11:31" + afternoon), "05:30-11:31 on_time" + good_afternoon);
  EXPECT_EQ(office.judge("10", "13:25 21:00:59").uses(), "in out");
  EXPECT_EQ(office.judge("10", "13:25 21:01:00").uses(), "in outside");
}

TEST(LastSecond, OfTheQuietMakesARepeatAndTheNextDoesNot) {
  const Office office;
  EXPECT_EQ(office.judge("10", "07:25:00 07:25:59 11:31").uses(), "in repeat out");
  EXPECT_EQ(office.judge("10", "07:25:00 07:26:00 11:31").uses(), "in between out");
}

TEST(LastSecond, OfCoverageCountsAndTheNextDoesNot) {
  Office office;
  office.heard_only("10", "05:30-07:36 09:00-23:00");
  EXPECT_EQ(office.day("10", "07:36:00 11:31" + afternoon), "07:36-11:31 provisional" + good_afternoon)
      << "another tap in the second of this one could have gone unseen";
  office.heard_only("10", "05:30-07:36:01 09:00-23:00");
  EXPECT_EQ(office.day("10", "07:36:00 11:31" + afternoon), "07:36-11:31 late 6" + good_afternoon);
}

TEST(TwoReadersInOneSecond, AreOneEvent) {
  const Office office;
  auto taps_of_two = taps("07:25 07:25 11:31 13:25 17:02", date("10"));
  taps_of_two[0].source = 1;
  taps_of_two[1].source = 2;
  for (int i = 0; i < 2; ++i) {
    auto judged = office.judge("10", "");
    judged.taps = taps_of_two;
    judged.judge(0, date("10"), office.now);
    EXPECT_EQ(judged.text(), "07:25-11:31 on_time" + good_afternoon);
    EXPECT_EQ(judged.uses(), "in repeat out in out");
    EXPECT_EQ(judged.day.facts.taps[0].source, 1U) << "whichever arrived first";
    std::swap(taps_of_two[0], taps_of_two[1]);
  }
}

TEST(ArrivalOutOfOrder, ChangesNothing) {
  const Office office;
  std::vector<std::string> order = {"07:40", "11:31", "13:25", "16:40"};
  do {
    std::string text;
    for (const auto& tap : order) text += tap + " ";
    EXPECT_EQ(office.day("10", text), "07:40-11:31 late 10, 13:25-16:40 early 20") << text;
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(ClockJumps, MakeOnlyWhatTheyTouchProvisional) {
  const Office office;
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 17:02 19:30~"),
            "07:25-11:31 on_time, 13:25-19:30 provisional");
  EXPECT_EQ(office.day("10", "07:40 11:31 13:25 17:02 22:30~"), "07:40-11:31 provisional" + good_afternoon)
      << "the tap may in truth have been an in of the morning";
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 17:02 22:30~"), "07:25-11:31 on_time" + good_afternoon);
}

TEST(ClockJumps, NeverMakeAnybodyAbsent) {
  const Office office;
  EXPECT_EQ(office.day("10", "22:30~"), "provisional, provisional");
  EXPECT_EQ(office.judge("10", "22:30~").reasons(0), "clock_doubtful");
}

TEST(Afterwards, ALeaveOverHalfASessionMovesItsStart) {
  Office office;
  EXPECT_EQ(office.day("10", "09:28 11:31" + afternoon), "09:28-11:31 late 118" + good_afternoon);
  office.facts.absences = {leave_at("10", "06:00-09:30")};
  EXPECT_EQ(office.day("10", "09:28 11:31" + afternoon), "09:28-11:31 on_time" + good_afternoon);
}

TEST(Afterwards, AMakeUpSaturdayThatIsAnnouncedLateMakesItAWorkingDay) {
  Office office;
  office.now = at("20 08:00");
  EXPECT_EQ(office.day("14", "07:25 11:31" + afternoon), "weekend");
  EXPECT_EQ(office.judge("14", "07:25 11:31" + afternoon).uses(), "outside outside outside outside");
  office.facts.calendar = {{date("14"), CalendarKind::working, "Làm bù", std::chrono::Friday}};
  EXPECT_EQ(office.day("14", "07:25 11:31" + afternoon), "07:25-11:31 on_time" + good_afternoon)
      << "taps of that day were kept";
  EXPECT_EQ(office.day("14", ""), "absent, absent");
}

TEST(Afterwards, ATapThatArrivesADayLateChangesTheVerdict) {
  const Office office;
  EXPECT_EQ(office.day("10", "11:31" + afternoon), "?-11:31 missing_in" + good_afternoon);
  EXPECT_EQ(office.day("10", "11:31" + afternoon + " 07:31"), "07:31-11:31 on_time" + good_afternoon);
}

}  // namespace
}  // namespace badge::attendance::testing
