#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

const std::string good_day = "07:25 11:31 13:25 17:02";
const std::string good = "07:25-11:31 on_time, 13:25-17:02 on_time";

Office office_with(CalendarDay row) {
  Office office;
  office.facts.calendar = {std::move(row)};
  return office;
}

TEST(Closures, FromATimeOnNothingIsOwed) {
  const auto office = office_with(closure("10", "12:00"));
  const auto judged = office.judge("10", "07:25 11:31");
  EXPECT_EQ(judged.text(), "07:25-11:31 on_time, excused");
  EXPECT_EQ(judged.kind(), DayKind::closure);
  EXPECT_EQ(judged.reasons(1), "closure");
  EXPECT_EQ(office.day("10", ""), "absent, excused") << "until then all is as ever";
}

TEST(Closures, InTheMiddleOfASessionMoveItsEnd) {
  const auto office = office_with(closure("10", "15:00"));
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 15:01"), "07:25-11:31 on_time, 13:25-15:01 on_time");
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 14:40"), "07:25-11:31 on_time, 13:25-14:40 early 20");
  EXPECT_EQ(office.judge("10", "07:25 11:31 13:25 15:01").reasons(1), "closure");
}

TEST(Closures, OfTheWholeDayExcuseAllOfIt) {
  const auto office = office_with(closure("10", "00:00"));
  EXPECT_EQ(office.day("10", ""), "excused, excused");
}

TEST(Closures, NobodyMindsWhoCameAllTheSame) {
  const auto office = office_with(closure("10", "00:00"));
  const auto judged = office.judge("10", good_day);
  EXPECT_EQ(judged.text(), "excused, excused");
  EXPECT_EQ(judged.reasons(0), "closure") << "no conflict is told";
  EXPECT_EQ(judged.uses(), "not_asked not_asked not_asked not_asked");
}

TEST(Closures, NeedNoLeave) {
  auto office = office_with(closure("10", "12:00"));
  office.facts.absences = {leave("10", "10")};
  EXPECT_EQ(office.judge("10", "").reasons(0), "on_paper");
  EXPECT_EQ(office.judge("10", "").reasons(1), "closure");
}

TEST(Closures, AndAPaperMayExcuseASessionTogether) {
  auto office = office_with(closure("10", "15:00"));
  office.facts.absences = {leave_at("10", "13:30-15:00")};
  EXPECT_EQ(office.day("10", "07:25 11:31"), "07:25-11:31 on_time, excused");
  EXPECT_EQ(office.judge("10", "07:25 11:31").reasons(1), "closure on_paper");
}

TEST(Closures, OnADayWithoutHoursChangeNothing) {
  auto office = office_with(closure("14", "12:00"));
  EXPECT_EQ(office.day("14", ""), "weekend");
  office.facts.calendar = {{date("10"), CalendarKind::holiday, "Lễ", {}}, closure("10", "12:00", "snv")};
  EXPECT_EQ(office.day("10", ""), "holiday") << "who is free all day is not closed out at noon";
}

TEST(Closures, OfAMakeUpSaturdayCloseIt) {
  Office office;
  office.facts.calendar = {{date("14"), CalendarKind::working, "Làm bù", std::chrono::Friday},
                           closure("14", "12:00", "snv")};
  EXPECT_EQ(office.day("14", "07:25 11:31"), "07:25-11:31 on_time, excused");
}

TEST(Closures, OfAUnitHoldForItAndAllBelowIt) {
  auto office = office_with(closure("10", "12:00", "snv"));
  EXPECT_EQ(office.day("10", ""), "absent, excused");
  office.posting().unit_code = "vp";
  EXPECT_EQ(office.day("10", ""), "absent, excused");
  office.posting().unit_code = "tinh";
  EXPECT_EQ(office.day("10", ""), "absent, absent");
}

TEST(Closures, DoNotHoldForUnitsThatAreExcepted) {
  auto office = office_with(closure("10", "12:00"));
  office.facts.calendar.front().except_units = {"vp"};
  EXPECT_EQ(office.day("10", ""), "absent, excused");
  office.posting().unit_code = "vp";
  EXPECT_EQ(office.day("10", ""), "absent, absent");
  office.facts.calendar.front().except_units = {"snv"};
  EXPECT_EQ(office.day("10", ""), "absent, absent") << "nor for what is below them";
}

TEST(Closures, DoNotHoldForPeopleWhoAreExceptedByName) {
  auto office = office_with(closure("10", "12:00"));
  office.facts.postings.push_back(office.posting());
  office.facts.postings.back().staff_code = "B";
  office.facts.badges.push_back({"B", "01020304", span("2020-01-01"), BadgeState::active});
  office.facts.calendar.front().except_staff = {"B"};
  EXPECT_EQ(office.judge("10", "", "A").text(), "absent, excused");
  EXPECT_EQ(office.judge("10", "", "B").text(), "absent, absent");
}

TEST(Closures, ForWhomTheyDoNotHoldHoldsWhatIsBeneath) {
  Office office;
  office.facts.calendar = {closure("10", "15:00"), closure("10", "12:00", "snv")};
  office.facts.calendar.back().except_staff = {"A"};
  office.facts.calendar.back().except_units = {"vp"};
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 15:00"), "07:25-11:31 on_time, 13:25-15:00 on_time");
  office.posting().unit_code = "vp";
  EXPECT_EQ(office.day("10", "07:25 11:31 13:25 15:00"), "07:25-11:31 on_time, 13:25-15:00 on_time");
}

TEST(Closures, ThatAreRecalledTheNextDayLeaveNoTrace) {
  auto office = office_with(closure("10", "12:00"));
  EXPECT_EQ(office.day("10", "07:25 11:31"), "07:25-11:31 on_time, excused");
  office.facts.calendar.push_back({date("10"), CalendarKind::ordinary, "Thu hồi", {}});
  EXPECT_EQ(office.day("10", "07:25 11:31"), "07:25-11:31 on_time, absent");
  EXPECT_EQ(office.judge("10", good_day).kind(), DayKind::working);
  EXPECT_EQ(office.day("10", good_day), good);
}

TEST(Closures, MayBeRecalledForOneUnit) {
  Office office;
  office.facts.calendar = {closure("10", "12:00"), {date("10"), CalendarKind::ordinary, "", {}, "snv"}};
  EXPECT_EQ(office.day("10", "07:25 11:31"), "07:25-11:31 on_time, absent");
  office.posting().unit_code = "tinh";
  EXPECT_EQ(office.day("10", "07:25 11:31"), "07:25-11:31 on_time, excused");
}

TEST(Closures, DoNotConcernGuards) {
  auto office = office_with(closure("10", "12:00"));
  office.hours().ignores_calendar = true;
  EXPECT_EQ(office.day("10", ""), "absent, absent");
}

TEST(CalendarsOfUnits, TheNearestRowHolds) {
  Office office;
  office.facts.calendar = {{date("10"), CalendarKind::holiday, "Lễ", {}},
                           {date("10"), CalendarKind::off, "", {}, "tinh"},
                           {date("10"), CalendarKind::ordinary, "", {}, "snv"}};
  EXPECT_EQ(office.day("10", good_day), good);
  office.posting().unit_code = "vp";
  EXPECT_EQ(office.day("10", good_day), good);
  office.posting().unit_code = "tinh";
  EXPECT_EQ(office.day("10", good_day), "off");
}

TEST(CalendarsOfUnits, AUnitMayAnnounceAMakeUpSaturdayOfItsOwn) {
  auto office = office_with({date("14"), CalendarKind::working, "Làm bù", std::chrono::Friday, "snv"});
  EXPECT_EQ(office.day("14", good_day), good);
  EXPECT_EQ(office.judge("14", "").kind(), DayKind::make_up);
  office.posting().unit_code = "tinh";
  EXPECT_EQ(office.day("14", good_day), "weekend");
}

TEST(CalendarsOfUnits, WhoIsExceptedFromAMakeUpSaturdayIsFree) {
  auto office = office_with({date("14"), CalendarKind::working, "Làm bù", std::chrono::Friday});
  office.facts.calendar.front().except_staff = {"A"};
  EXPECT_EQ(office.day("14", ""), "weekend");
}

TEST(CalendarsOfUnits, GuardsWorkOnHolidays) {
  auto office = office_with({date("10"), CalendarKind::holiday, "Lễ", {}});
  office.hours().ignores_calendar = true;
  EXPECT_EQ(office.day("10", good_day), good);
}

}  // namespace
}  // namespace badge::attendance::testing
