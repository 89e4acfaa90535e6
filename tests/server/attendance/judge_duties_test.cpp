#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

const std::string good_day = "07:25 11:31 13:25 17:02";
const std::string good = "07:25-11:31 on_time, 13:25-17:02 on_time";

/// Rosters for nights, evenings, Sundays and whole days.
struct DutyOffice : Office {
  DutyOffice() {
    facts.schedules.push_back(schedule("truc-dem", "22:00-06:00+1/60/60/5/5"));
    facts.schedules.push_back(schedule("truc-toi", "17:30-21:00/30/60/5/5"));
    facts.schedules.push_back(schedule("truc-ngay", "08:00-16:00/60/60"));
    facts.schedules.push_back(schedule("truc-24h", "07:30-07:30+1/60/60/5/5"));
  }
  DutyOffice(std::string_view day, std::string schedule) : DutyOffice() {
    facts.duties = {duty(day, std::move(schedule))};
  }
};

TEST(Duties, ComeOnTopOfTheSessionsOfTheDay) {
  const DutyOffice office("10", "truc-toi");
  EXPECT_EQ(office.day("10", good_day + " 17:28 21:02"),
            "07:25-11:31 on_time, 13:25-17:02 on_time, 17:28-21:02 on_time");
  EXPECT_EQ(office.day("10", good_day + " 17:40 20:30"),
            "07:25-11:31 on_time, 13:25-17:02 on_time, 17:40-20:30 late 10 early 30");
  EXPECT_EQ(office.day("11", good_day), good) << "on their date only";
}

TEST(Duties, TakeThePlaceOfTheSessionsThatTheyOverlap) {
  const DutyOffice office("10", "truc-ngay");
  EXPECT_EQ(office.day("10", "07:58 16:01"), "07:58-16:01 on_time");
}

TEST(Duties, AreOwedWhateverTheCalendarSays) {
  DutyOffice office("14", "truc-ngay");
  EXPECT_EQ(office.day("14", "07:58 16:01"), "07:58-16:01 on_time") << "a Saturday";
  EXPECT_EQ(office.judge("14", "").kind(), DayKind::duty);
  EXPECT_EQ(office.day("14", ""), "absent");
  office.facts.duties = {duty("10", "truc-ngay")};
  office.facts.calendar = {{date("10"), CalendarKind::holiday, "Lễ", {}}};
  EXPECT_EQ(office.day("10", "07:58 16:01"), "07:58-16:01 on_time");
  office.facts.calendar = {closure("10", "00:00")};
  EXPECT_EQ(office.day("10", "07:58 16:01"), "07:58-16:01 on_time") << "somebody must watch the storm";
}

TEST(Duties, AClosureExcusesOnlyTheOrdinarySessionsBesideThem) {
  DutyOffice office("10", "truc-toi");
  office.facts.calendar = {closure("10", "12:00")};
  EXPECT_EQ(office.day("10", "07:25 11:31 17:28 21:02"), "07:25-11:31 on_time, excused, 17:28-21:02 on_time");
}

TEST(Duties, ANightBelongsToTheDateOnWhichItBegins) {
  const DutyOffice office("10", "truc-dem");
  const auto taps =
      "10T07:25 10T11:31 10T13:25 10T17:02 10T21:55 11T06:00 11T07:25 11T11:31 11T13:25 11T17:02";
  EXPECT_EQ(office.day("10", taps), "07:25-11:31 on_time, 13:25-17:02 on_time, 21:55-06:00+1 on_time");
  EXPECT_EQ(office.day("11", taps), good);
}

TEST(Duties, ANightTakesThePlaceOfTheMorningThatItRunsInto) {
  DutyOffice office("10", "truc-24h");
  office.facts.schedules.push_back(schedule("truc-lau", "19:00-09:00+1/60/60/5/5"));
  office.facts.duties = {duty("10", "truc-lau")};
  const auto taps = "10T18:55 11T09:02 11T13:25 11T17:02";
  EXPECT_EQ(office.day("10", taps).substr(16), "18:55-09:02+1 on_time");
  EXPECT_EQ(office.day("11", taps), "13:25-17:02 on_time") << "nobody is in two places at once";
  office.facts.duties = {duty("10", "truc-24h")};
  EXPECT_EQ(office.day("11", "10T07:25 11T07:31 11T11:31 11T13:25 11T17:02"),
            "07:31-11:31 on_time, 13:25-17:02 on_time")
      << "a duty that ends where the day begins leaves it whole";
}

TEST(Duties, OverTheEndOfTheMonthAreJudgedWithTheirDate) {
  DutyOffice office("31", "truc-dem");
  const auto judged = office.judge("31", "31T21:55 2026-04-01T06:00");
  EXPECT_EQ(judged.text(), "absent, absent, 21:55-06:00+1 on_time");
  EXPECT_EQ(office.judge("2026-04-01", "31T21:55 2026-04-01T06:00").text(), "absent, absent")
      << "the first of April has nothing of it";
}

TEST(Duties, ANightIntoAHolidayIsOwedToItsEnd) {
  DutyOffice office("10", "truc-dem");
  office.facts.calendar = {{date("11"), CalendarKind::holiday, "Lễ", {}}};
  EXPECT_EQ(office.day("10", good_day + " 21:55 11T04:00"),
            "07:25-11:31 on_time, 13:25-17:02 on_time, 21:55-04:00+1 early 120");
  EXPECT_EQ(office.day("11", "10T21:55 11T06:00"), "holiday");
}

TEST(Duties, ANightFromAHolidayReachesIntoTheWorkingDay) {
  DutyOffice office("10", "truc-dem");
  office.facts.calendar = {{date("10"), CalendarKind::holiday, "Lễ", {}}};
  EXPECT_EQ(office.day("10", "21:55 11T06:00 11T07:25"), "21:55-06:00+1 on_time");
  EXPECT_EQ(office.judge("10", "21:55 11T06:00").kind(), DayKind::duty);
  EXPECT_EQ(office.day("11", "10T21:55 11T06:00 11T07:25 11T11:31 11T13:25 11T17:02"), good);
}

TEST(Duties, TwoOnOneDayAreBothOwed) {
  DutyOffice office("10", "truc-toi");
  office.facts.duties.push_back(duty("10", "truc-dem"));
  EXPECT_EQ(office.day("10", good_day + " 17:28 21:02 21:55 11T06:00"),
            "07:25-11:31 on_time, 13:25-17:02 on_time, 17:28-21:02 on_time, 21:55-06:00+1 on_time");
}

TEST(Duties, ATurnThatTwoUnitsNameIsOneTurn) {
  DutyOffice office("10", "truc-toi");
  office.facts.duties.push_back(duty("10", "truc-toi"));
  office.facts.duties.back().unit_code = "tinh";
  EXPECT_EQ(office.day("10", good_day + " 17:28 21:02"),
            "07:25-11:31 on_time, 13:25-17:02 on_time, 17:28-21:02 on_time");
}

TEST(Duties, OfSomebodyElseOrOfAnUnknownScheduleAskNothing) {
  DutyOffice office("10", "truc-toi");
  office.facts.duties.front().staff_code = "B";
  EXPECT_EQ(office.day("10", good_day), good);
  office.facts.duties = {duty("10", "khong-co")};
  EXPECT_EQ(office.day("10", good_day), good);
}

TEST(Duties, ArePossibleWithoutHoursOfOnesOwn) {
  DutyOffice office("10", "truc-ngay");
  office.facts.assignments.clear();
  EXPECT_EQ(office.day("10", "07:58 16:01"), "07:58-16:01 on_time");
  office.now = at("13 23:00");
  EXPECT_EQ(office.judge("10", "").reasons(0), "no_tap") << "three days to explain";
  office.now = at("14 00:00");
  EXPECT_EQ(office.judge("10", "").reasons(0), "unexplained");
}

TEST(Duties, APaperExcusesThemToo) {
  DutyOffice office("14", "truc-ngay");
  office.facts.absences = {leave("14", "14")};
  EXPECT_EQ(office.day("14", ""), "excused");
}

TEST(Duties, TheTimeBetweenThemAndASessionIsSharedLikeNoon) {
  const DutyOffice office("10", "truc-toi");
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 17:10 17:20 21:02"),
            "07:25-11:31 on_time, 13:25-17:10 on_time, 17:20-21:02 on_time");
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 17:10 21:02"),
            "07:25-11:31 on_time, 13:25-17:10 on_time, ?-21:02 missing_in")
      << "one tap is one end";
}

TEST(Duties, OfADayOnWhichOnlyItsEndsAreAskedStandBesideTheStretch) {
  DutyOffice office("10", "truc-toi");
  office.hours().taps = TapsDemanded::day_ends;
  EXPECT_EQ(office.day("10", "07:25 17:02 17:28 21:02"),
            "07:25-? on_time, ?-17:02 on_time, 17:28-21:02 on_time");
  office.facts.schedules.push_back(schedule("truc-som", "05:00-07:00/60/30"));
  office.facts.duties = {duty("10", "truc-som")};
  EXPECT_EQ(office.day("10", "04:55 07:05 07:20 17:02"),
            "04:55-07:05 on_time, 07:20-? on_time, ?-17:02 on_time");
}

}  // namespace
}  // namespace badge::attendance::testing
