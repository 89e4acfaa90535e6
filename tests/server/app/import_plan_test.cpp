// The rules of each kind of file.
#include "server/app/imports/plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/app/import_facts.hpp"

namespace badge::app::test {
namespace {

using attendance::Absence;
using attendance::AbsenceKind;
using attendance::Badge;
using attendance::BadgeState;
using attendance::CalendarDay;
using attendance::CalendarKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ImportPlan plan_of(ImportKind kind, std::string_view text,
                   const store::RosterFacts& stored = small_office()) {
  auto plan = plan_import(kind, text, stored, Language::en);
  EXPECT_TRUE(plan.has_value()) << (plan ? "" : plan.error().listed.at(0).message);
  return plan.value_or(ImportPlan{});
}

constexpr std::string_view units_header = "code,name,kind,parent_code,valid_from,valid_to\n";
std::string units(std::string_view rows) { return std::string(units_header) + std::string(rows); }

TEST(ImportUnits, LetsAFileNameUnitsInAnyOrder) {
  const auto plan =
      plan_of(ImportKind::units, units("P1,Phòng Một,phòng,S1,2026-01-01,\nS1,Sở Một,sở,UBND,2026-01-01,\n"));
  EXPECT_EQ(plan.added, 2U);
}

TEST(ImportUnits, CountsWhatIsNewChangedAndTheSame) {
  const auto plan = plan_of(ImportKind::units, units("SNV,Sở Nội vụ,sở,UBND,2020-01-01,\n"
                                                     "SXD,Sở Xây dựng và Giao thông,sở,UBND,2025-07-01,\n"
                                                     "STC,Sở Tài chính,sở,UBND,2025-07-01,\n"));
  EXPECT_EQ(plan.rows, 3U);
  EXPECT_EQ(plan.added, 1U);
  EXPECT_EQ(plan.changed, 1U);
  EXPECT_EQ(plan.unchanged, 1U);
  EXPECT_EQ(plan.facts.size(), 2U);
}

TEST(ImportUnits, RefusesCirclesEvenOverStoredRowsAndPartOfTheTime) {
  auto stored = small_office();
  stored.units.push_back({"A", "A", "", "B", from("2026-01-01")});
  stored.units.push_back({"B", "B", "", "UBND", during("2026-01-01", "2026-06-30")});
  EXPECT_THAT(errors_of(ImportKind::units, units("B,B,,A,2026-07-01,\n"), stored),
              ElementsAre("2 parent_code A: makes a circle: \"B\" would be below itself"));
  EXPECT_THAT(errors_of(ImportKind::units, units("C,C,,C,2026-07-01,\n")),
              ElementsAre(HasSubstr("makes a circle")));
}

TEST(ImportUnits, RefusesAParentThatIsUnknownOrNotThereAllTheTime) {
  EXPECT_THAT(errors_of(ImportKind::units, units("P1,P,,NONE,2026-01-01,\nP2,P,,SGTVT,2024-01-01,\n")),
              ElementsAre(HasSubstr("2 parent_code NONE: no unit has this code"),
                          HasSubstr("3 parent_code SGTVT: this unit ended on 30/06/2025")));
}

TEST(ImportUnits, DoesNotBlameChildrenForABadRowOfTheirParent) {
  EXPECT_THAT(errors_of(ImportKind::units, units("S1,,,UBND,2026-01-01,\nP1,P,,S1,2026-01-01,\n")),
              ElementsAre(HasSubstr("2 name")));
}

TEST(ImportUnits, DoesNotEndAUnitAboveOthersThatGoOn) {
  EXPECT_THAT(errors_of(ImportKind::units, units("UBND,Ủy ban nhân dân tỉnh,tỉnh,,2020-01-01,2026-06-30\n")),
              ElementsAre(HasSubstr("\"SNV\" (01/01/2020–) is still below this unit"),
                          HasSubstr("\"SXD\" (01/07/2025–) is still below this unit")));
}

TEST(ImportUnits, SaysHowManyPeopleStayBehindInAUnitThatEnds) {
  const auto plan = plan_of(ImportKind::units, units("SNV,Sở Nội vụ,sở,UBND,2020-01-01,2026-06-30\n"));
  EXPECT_THAT(plan.notes, ElementsAre(HasSubstr("1 postings are still at \"SNV\"")));
}

TEST(ImportUnits, RefusesRowsOfOneCodeThatShareDays) {
  EXPECT_THAT(errors_of(ImportKind::units, units("SNV,Sở Nội vụ mới,sở,UBND,2026-07-01,\n")),
              ElementsAre("2 valid_from 01/07/2026–: shares days with another row of this code: 01/01/2020– "
                          "(stored already); if it was replaced, end the earlier one on 30/06/2026"));
}

constexpr std::string_view staff_header = "code,full_name,unit_code,position,category,valid_from,valid_to\n";
std::string staff(std::string_view rows) { return std::string(staff_header) + std::string(rows); }

TEST(ImportStaff, RefusesASecondPostingOnTheSameDays) {
  EXPECT_THAT(
      errors_of(ImportKind::staff, staff("NV1,Nguyễn Văn An,SXD,,,2026-07-01,\n")),
      ElementsAre(HasSubstr("\"NV1\" already has a posting on these days: \"SNV\" 01/01/2024– (stored "
                            "already); if it was replaced, end the earlier one on 30/06/2026")));
}

TEST(ImportStaff, MovesAPersonWhoseFirstPostingTheSameFileEnds) {
  const auto plan = plan_of(ImportKind::staff, staff("NV1,Nguyễn Văn An,SNV,,,2024-01-01,2026-06-30\n"
                                                     "NV1,Nguyễn Văn An,SXD,,,2026-07-01,\n"));
  EXPECT_EQ(plan.changed, 1U);
  EXPECT_EQ(plan.added, 1U);
}

TEST(ImportStaff, TellsTheLineThatADoubleRowRepeats) {
  EXPECT_THAT(errors_of(ImportKind::staff, staff("NV2,A,SNV,,,2026-01-01,\nNV2,A,SNV,,,2026-01-01,\n")),
              ElementsAre("3  : states again what line 2 states; keep one of them"));
}

TEST(ImportStaff, NamesTheSuccessorOfAUnitThatEnded) {
  EXPECT_THAT(
      errors_of(ImportKind::staff, staff("NV2,A,SGTVT,,,2025-01-01,\n")),
      ElementsAre("2 unit_code SGTVT: this unit ended on 30/06/2025; from 01/07/2025 \"SXD\" (Sở Xây dựng) "
                  "stands in its place"));
}

TEST(ImportBadges, UnderstandsUidsAndStatesAsPeopleWriteThem) {
  const auto plan =
      plan_of(ImportKind::badges,
              "staff_code,uid,valid_from,valid_to,state\nNV1,04:a1:b2:c3,2026-01-01,2026-01-31,\n"
              "NV1,04a1b2c3,2026-02-01,,Mất\n");
  EXPECT_THAT(plan.facts,
              ElementsAre(store::Fact(Badge{"NV1", "04A1B2C3", during("2026-01-01", "2026-01-31"),
                                            BadgeState::active}),
                          store::Fact(Badge{"NV1", "04A1B2C3", from("2026-02-01"), BadgeState::lost})));
}

TEST(ImportBadges, RefusesRandomWrongAndDoublyGivenCards) {
  EXPECT_THAT(errors_of(ImportKind::badges,
                        "staff_code,uid,valid_from,valid_to,state\n"
                        "NV1,08112233,2026-01-01,,\n"
                        "NV1,4.1E+12,2026-01-01,,\n"
                        "NV9,04112233,2026-01-01,,\n"
                        "NV1,04A1B2C3D4E5F6,2026-01-01,,\n"),
              ElementsAre(HasSubstr("2 uid 08112233: this card shows a new number at every tap"),
                          HasSubstr("3 uid 4.1E+12: is no card number"),
                          HasSubstr("4 staff_code NV9: nobody has this code"),
                          HasSubstr("5 uid 01/01/2026–: this card is given to \"NV1\" during 01/01/2024–")));
}

TEST(ImportEntrances, LetsOneEntranceServeManyUnitsButEachOnce) {
  constexpr std::string_view header = "entrance,unit_code,valid_from,valid_to\n";
  EXPECT_EQ(
      plan_of(ImportKind::entrances, std::string(header) + "cong-a,SNV,2026-01-01,\ncong-a,SXD,2026-01-01,\n")
          .added,
      2U);
  EXPECT_THAT(errors_of(ImportKind::entrances,
                        std::string(header) + "cong-a,SNV,2026-01-01,\ncong-a,SNV,2026-02-01,\n"),
              ElementsAre(HasSubstr("3 valid_from 01/02/2026–: this entrance already serves this unit")));
}

TEST(ImportAssignments, WantsAKnownScheduleAndEitherAUnitOrAPerson) {
  EXPECT_THAT(errors_of(ImportKind::assignments,
                        "schedule,unit_code,staff_code,valid_from,valid_to\n"
                        "mua-he,SNV,,2026-01-01,\n"
                        "hanh-chinh,SNV,NV1,2026-01-01,\n"
                        "hanh-chinh,,,2026-01-01,\n"
                        "hanh-chinh,UBND,,2026-04-01,\n"),
              ElementsAre("2 schedule mua-he: there is no such schedule; there are: hanh-chinh",
                          "3 unit_code SNV: fill exactly one of unit_code and staff_code",
                          "4 unit_code : fill exactly one of unit_code and staff_code",
                          HasSubstr("5 valid_from 01/04/2026–: schedule \"hanh-chinh\" already applies")));
}

TEST(ImportCalendar, KnowsHolidaysAndMakeUpDaysInBothLanguages) {
  const auto plan = plan_of(ImportKind::calendar,
                            "date,kind,name,works_like\n2026-01-10,làm bù,Làm bù,thứ Sáu\n"
                            "2026-04-30,holiday,Ngày Chiến thắng,\n");
  EXPECT_THAT(plan.facts, ElementsAre(store::Fact(CalendarDay{day("2026-01-10"), CalendarKind::working,
                                                              "Làm bù", std::chrono::Friday}),
                                      store::Fact(CalendarDay{day("2026-04-30"), CalendarKind::holiday,
                                                              "Ngày Chiến thắng", std::nullopt})));
}

TEST(ImportCalendar, WantsAWeekdayForWorkingDaysOnly) {
  EXPECT_THAT(errors_of(ImportKind::calendar,
                        "date,kind,name,works_like\n2026-01-10,working,Làm bù,\n"
                        "2026-04-30,holiday,Lễ,mon\n2026-05-01,holiday,Lễ,\n2026-05-01,off,Lễ,\n"),
              ElementsAre(HasSubstr("2 works_like"), HasSubstr("3 works_like"),
                          HasSubstr("states again what line 4")));
}

TEST(ImportAbsences, ReadsKindsSessionsPaperAndWhenItWasReported) {
  const auto plan = plan_of(ImportKind::absences,
                            "staff_code,kind,from,to,sessions,paper,reported_at\n"
                            "NV1,nghỉ phép,2026-03-09,2026-03-10,all,12/ĐN,2026-03-06 16:30\n"
                            "NV1,business_trip,2026-03-11,2026-03-11,Sáng + chiều,,\n");
  EXPECT_THAT(plan.facts, ElementsAre(store::Fact(Absence{"NV1",
                                                          AbsenceKind::annual_leave,
                                                          during("2026-03-09", "2026-03-10"),
                                                          {},
                                                          "12/ĐN",
                                                          parse_local_time("2026-03-06T16:30")}),
                                      store::Fact(Absence{"NV1",
                                                          AbsenceKind::business_trip,
                                                          during("2026-03-11", "2026-03-11"),
                                                          {"chiều", "sáng"},
                                                          "",
                                                          std::nullopt})));
}

TEST(ImportAbsences, RefusesUnknownKindsPeopleAndSessions) {
  EXPECT_THAT(errors_of(ImportKind::absences,
                        "staff_code,kind,from,to,sessions,paper,reported_at\n"
                        "NV1,party,2026-03-09,2026-03-10,all,,\n"
                        "NV9,sick,2026-03-09,2026-03-10,all,,\n"
                        "NV1,sick,2026-03-09,2026-03-10,tối,,\n"
                        "NV1,sick,2026-03-09,,all,,\n"
                        "NV1,sick,2026-03-09,2026-03-08,all,,soon\n"),
              ElementsAre(HasSubstr("2 kind party: is not known; use one of: annual_leave, sick"),
                          HasSubstr("3 staff_code NV9: nobody has this code"),
                          HasSubstr("4 sessions tối: no schedule has a session \"tối\""),
                          HasSubstr("5 to : is empty"), HasSubstr("6 to 2026-03-08: ends before it begins"),
                          HasSubstr("6 reported_at soon: is not a time")));
}

constexpr std::string_view schedules = R"([[schedule]]
name = "hanh-chinh"
taps = "each_session"
[[schedule.season]]
valid_from = 2026-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri"]
sessions = [
  { name = "sáng",  start = "07:30", end = "11:30", opens_before_min = 120, closes_after_min = 60,  late_grace_min = 5, early_grace_min = 5 },
  { name = "chiều", start = "13:30", end = "17:00", opens_before_min = 60,  closes_after_min = 240, late_grace_min = 5, early_grace_min = 5 },
]
[[schedule]]
name = "truc-dem"
noon_one_tap = true
[[schedule.season]]
valid_from = 2026-01-01
weekdays = ["sun"]
sessions = [ { name = "đêm", start = "19:00", end = "07:00" } ]
)";

TEST(ImportSchedules, ReadsSeasonsAndNightDuty) {
  using std::chrono::minutes;
  const auto plan = plan_of(ImportKind::schedules, schedules, {});
  ASSERT_EQ(plan.facts.size(), 2U);
  const auto& office = std::get<attendance::Schedule>(plan.facts[0]);
  ASSERT_EQ(office.seasons.size(), 1U);
  EXPECT_EQ(office.seasons[0].valid_from, day("2026-01-01"));
  EXPECT_EQ(office.seasons[0].weekdays, 0b0011111);
  EXPECT_EQ(office.seasons[0].sessions[1],
            (attendance::SessionRule{"chiều", minutes(810), minutes(1020), minutes(60), minutes(240),
                                     minutes(5), minutes(5)}));
  const auto& night = std::get<attendance::Schedule>(plan.facts[1]);
  EXPECT_TRUE(night.noon_one_tap);
  EXPECT_EQ(night.seasons[0].weekdays, 0b1000000);
  EXPECT_EQ(night.seasons[0].sessions[0].end, minutes(31 * 60));
}

TEST(ImportSchedules, NamesLineAndKeyOfEveryError) {
  EXPECT_THAT(
      errors_of(ImportKind::schedules, R"([[schedule]]
name = "a"
tap = "each_session"
[[schedule.season]]
valid_from = "soon"
weekdays = ["mon", "someday"]
sessions = [
  { name = "sáng", start = "07:30", end = "11:30", late_grace_min = -1 },
  { name = "sáng", start = "11:00", end = "25:00" },
]
)"),
      ElementsAre(HasSubstr("3 schedule[0].tap each_session: is not a known key; allowed here: name, taps"),
                  HasSubstr("5 schedule[0].season[0].valid_from soon: must be a date"),
                  HasSubstr("6 schedule[0].season[0].weekdays : must be a list of weekdays"),
                  HasSubstr("8 schedule[0].season[0].sessions[0].late_grace_min -1: must be a whole number"),
                  HasSubstr("9 schedule[0].season[0].sessions[1].end 25:00: must be hour and minute"),
                  HasSubstr("9 schedule[0].season[0].sessions[1].name sáng: this season has a session"),
                  HasSubstr("9 schedule[0].season[0].sessions[1].start 11:00: begins before session")));
}

TEST(ImportSchedules, KeepANightWithinItsOwnDayAndADayWithinItsLimits) {
  EXPECT_THAT(
      errors_of(ImportKind::schedules, R"([[schedule]]
name = "bao-ve"
[[schedule.season]]
valid_from = 2026-01-01
weekdays = ["mon"]
sessions = [
  { name = "ngày", start = "07:00", end = "11:00", opens_before_min = 721 },
  { name = "đêm", start = "22:00", end = "08:00" },
  { name = "trực", start = "22:30", end = "13:00" },
]
)"),
      ElementsAre(
          HasSubstr("6 schedule[0].season[0].sessions : session \"trực\" runs into \"ngày\" of the next day"),
          HasSubstr("7 schedule[0].season[0].sessions[0].opens_before_min 721: must be a whole number from 0 "
                    "to 720"),
          HasSubstr(
              "9 schedule[0].season[0].sessions[2].end 13:00: night duty must end by 12:00 of the next day"),
          HasSubstr("9 schedule[0].season[0].sessions[2].start 22:30: begins before session")));
}

TEST(ImportSchedules, TellsWhereTheSyntaxBreaks) {
  EXPECT_THAT(errors_of(ImportKind::schedules, "[[schedule]]\nname = \n"),
              ElementsAre(HasSubstr("is not valid TOML")));
  EXPECT_THAT(errors_of(ImportKind::schedules, ""),
              ElementsAre(HasSubstr("schedule : needs at least one entry")));
}

TEST(ImportPlan, FindsNothingNewInAFileThatIsStored) {
  auto stored = small_office();
  stored.units.clear();
  const std::string file = units("UBND,Ủy ban,tỉnh,,2020-01-01,\nSNV,Sở Nội vụ,sở,UBND,2020-01-01,\n");
  for (const auto& fact : plan_of(ImportKind::units, file, stored).facts) {
    stored.units.push_back(std::get<attendance::Unit>(fact));
  }
  const auto again = plan_of(ImportKind::units, file, stored);
  EXPECT_EQ(again.unchanged, 2U);
  EXPECT_THAT(again.facts, IsEmpty());
}

TEST(ImportPlan, AUnitThatASuccessionNamesIsNotWithdrawn) {
  auto stored = small_office();
  constexpr std::string_view ended = "code,valid_from\nSGTVT,2020-01-01\n";
  ASSERT_TRUE(plan_withdrawal(ImportKind::units, ended, stored, Language::en));
  stored.successions = {{"SGTVT", "SXD", day("2025-07-01"), "QĐ 1"}};
  const auto refused = plan_withdrawal(ImportKind::units, ended, stored, Language::en);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().listed.at(0).message,
            "is still used by successions \"SXD\" (30/06/2025–30/06/2025); mend or withdraw that first");
}

}  // namespace
}  // namespace badge::app::test
