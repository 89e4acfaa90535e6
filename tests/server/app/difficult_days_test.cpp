// Days that taps, readers, hours and units make difficult; see difficult_days.hpp.
#include "tests/server/app/difficult_days.hpp"

namespace badge::app::test {
namespace {

using attendance::AbsenceKind;
using attendance::Assignment;
using attendance::Badge;
using attendance::CalendarDay;
using attendance::CalendarKind;
using attendance::Duty;
using attendance::EntranceService;
using attendance::Posting;
using attendance::Regime;
using attendance::Unit;

TEST_F(DifficultDays, LateByOneMinuteMoreThanTheGrace) {
  taps({"2026-03-09 07:36:12", "2026-03-09 11:32:40", "2026-03-09 13:25:05", "2026-03-09 17:03:51"});
  expect_why("AN", "2026-03-09");
  expect_why("AN", "2026-03-09", "in English", Language::en);
}

TEST_F(DifficultDays, MinutesCountedFromTheEndOfGrace) {
  auto hours = schedule("tinh-sau-thoi-gian-cho-phep", {session("sáng", clock(7, 30), clock(11, 30))});
  hours.minutes_after_grace = true;
  follows("AN", hours);
  taps({"2026-03-09 07:36:12", "2026-03-09 11:32:40"});
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, OneTapAtNoon) {
  taps({"2026-03-09 07:25:12", "2026-03-09 11:50:40", "2026-03-09 17:03:51"});
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, ALoneTapOfUnknownDirection) {
  taps({"2026-03-09 09:20:00"});
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, TwoReadersInOneSecondAndARepeat) {
  listens("cong-a-1", "2026-01-01 00:00");
  listens("cong-a-2", "2026-01-01 00:00");
  taps({"2026-03-09 07:25:10", "2026-03-09 07:25:40", "2026-03-09 11:32:40", "2026-03-09 13:25:05",
        "2026-03-09 17:03:51"});
  tap(an_card, "2026-03-09 07:25:10", ClockState::synchronised, "cong-a-2");
  falls_silent("cong-a-1", "2026-11-30 00:00");
  falls_silent("cong-a-2", "2026-11-30 00:00");
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, AReaderSilentForPartOfTheMorning) {
  listens("cong-a-1", "2026-01-01 00:00");
  falls_silent("cong-a-1", "2026-03-09 07:05");
  listens("cong-a-1", "2026-03-09 07:50");
  taps({"2026-03-09 08:02:00", "2026-03-09 11:32:40", "2026-03-09 13:25:05", "2026-03-09 17:03:51"});
  falls_silent("cong-a-1", "2026-11-30 00:00");
  expect_why("AN", "2026-03-09");
  expect_why("AN", "2026-03-09", "in English", Language::en);
}

TEST_F(DifficultDays, AReaderOfWhichNothingWasHeardSince) {
  listens("cong-a-1", "2026-01-01 00:00");
  taps({"2026-03-09 07:25:10", "2026-03-09 11:32:40"});
  falls_silent("cong-a-1", "2026-03-09 12:10");
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, AnEntranceThatHasNeverSentAnything) {
  state({EntranceService{"cong-c", "vp", DateSpan{date("2026-01-01")}}});
  expect_why("CHI", "2026-03-09");
}

TEST_F(DifficultDays, NoBadgeYet) {
  state({Posting{"EM", "Vũ Hà Em", "snv", "Nhân viên", "người lao động", DateSpan{date("2026-03-02")}, 9}});
  expect_why("EM", "2026-03-09");
}

TEST_F(DifficultDays, ATemporaryCard) {
  state({Badge{"AN", std::string(lent_card), days("2026-03-09", "2026-03-09"), {}, true}});
  tap(lent_card, "2026-03-09 07:28:00");
  tap(lent_card, "2026-03-09 17:01:00");
  taps({"2026-03-09 11:35:00", "2026-03-09 13:20:00"});
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, ADoubtfulClock) {
  tap(an_card, "2026-03-09 07:41:00", ClockState::unsynchronised);
  taps({"2026-03-09 11:32:40", "2026-03-09 13:25:05", "2026-03-09 17:03:51"});
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, ADayThatIsNotOverYet) {
  listens("cong-a-1", "2026-01-01 00:00");
  taps({"2026-03-09 07:25:10", "2026-03-09 11:32:40", "2026-03-09 13:25:05"});
  falls_silent("cong-a-1", "2026-03-09 14:00");
  now("2026-03-09 14:00");
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, FlexibleArrival) {
  auto hours = schedule("linh-hoat", {session("sáng", clock(7, 30), clock(11, 30)),
                                      session("chiều", clock(13, 30), clock(17, 0))});
  hours.seasons.front().flex_earlier = hours.seasons.front().flex_later = clock(0, 30);
  follows("AN", hours);
  taps({"2026-03-09 07:50:10", "2026-03-09 11:32:40", "2026-03-09 13:25:05", "2026-03-09 17:02:00"});
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, LaterThanFlexibleArrivalAllows) {
  auto hours = schedule("linh-hoat", {session("sáng", clock(7, 30), clock(11, 30)),
                                      session("chiều", clock(13, 30), clock(17, 0))});
  hours.seasons.front().flex_earlier = hours.seasons.front().flex_later = clock(0, 30);
  follows("AN", hours);
  taps({"2026-03-09 08:10:10", "2026-03-09 11:32:40", "2026-03-09 13:25:05", "2026-03-09 17:32:00"});
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, AStormClosesTheOfficeFromNoonButNotForSome) {
  CalendarDay storm{date("2026-09-25"), CalendarKind::closure, "Phòng, chống bão số 5", {}};
  storm.from = clock(12, 0);
  storm.except_units = {"vp"};
  storm.except_staff = {"BINH"};
  storm.paper = "CĐ 15/UBND";
  state({storm});
  taps({"2026-09-25 07:25:10", "2026-09-25 11:45:40"});
  tap("04000001", "2026-09-25 07:20:00");
  tap("04000001", "2026-09-25 11:35:00");
  tap("04000001", "2026-09-25 13:20:00");
  tap("04000001", "2026-09-25 15:00:00");
  expect_why("AN", "2026-09-25");
  expect_why("BINH", "2026-09-25", "of whom the letter excepts by name");
  expect_why("CHI", "2026-09-25", "of whose unit it excepts");
}

TEST_F(DifficultDays, AStormThatLeavesAPartOfTheAfternoon) {
  CalendarDay storm{date("2026-09-25"), CalendarKind::closure, "Phòng, chống bão số 5", {}};
  storm.from = clock(15, 0);
  storm.unit_code = "snv";
  state({storm});
  taps({"2026-09-25 07:25:10", "2026-09-25 11:32:40", "2026-09-25 13:25:05", "2026-09-25 14:30:00"});
  expect_why("AN", "2026-09-25");
}

TEST_F(DifficultDays, NobodySaidWhatHoursHold) {
  state({Unit{"ban", "Ban Quản lý dự án", "ban", "", DateSpan{date("2026-01-01")}},
         Posting{"EM", "Vũ Hà Em", "ban", "Nhân viên", "người lao động", DateSpan{date("2026-03-02")}, 9}});
  expect_why("EM", "2026-03-09");
}

TEST_F(DifficultDays, ANightThatIsStillRunning) {
  state({schedule("truc-dem", {session("đêm", clock(19, 0), clock(31, 0))}, 0b1111111),
         Duty{"AN", date("2026-03-14"), "truc-dem", "snv", "LT 3/2026"}});
  listens("cong-a-1", "2026-01-01 00:00");
  taps({"2026-03-14 18:55:00"});
  falls_silent("cong-a-1", "2026-03-14 23:00");
  now("2026-03-14 23:00");
  expect_why("AN", "2026-03-14");
}

TEST_F(DifficultDays, AMakeUpSaturday) {
  state({CalendarDay{date("2026-01-02"), CalendarKind::off, "Nghỉ Tết Dương lịch, hoán đổi", {}},
         CalendarDay{date("2026-01-10"), CalendarKind::working, "Làm bù cho ngày 02/01/2026",
                     std::chrono::Friday}});
  taps({"2026-01-10 07:25:10", "2026-01-10 11:32:40"});
  now("2026-01-12 08:00");
  expect_why("AN", "2026-01-10");
  expect_why("AN", "2026-01-02", "and the day off that it makes up for");
}

TEST_F(DifficultDays, NightDutyOverMidnightIntoAHoliday) {
  state({schedule("truc-dem", {session("đêm", clock(19, 0), clock(31, 0))}, 0b1111111),
         CalendarDay{date("2026-04-30"), CalendarKind::holiday, "Ngày Chiến thắng", {}},
         Duty{"AN", date("2026-04-29"), "truc-dem", "snv", "LT 4/2026"}});
  taps({"2026-04-29 07:25:10", "2026-04-29 11:32:40", "2026-04-29 13:25:05", "2026-04-29 17:03:51",
        "2026-04-29 18:55:00", "2026-04-30 07:02:00"});
  expect_why("AN", "2026-04-29");
  expect_why("AN", "2026-04-30", "and the holiday");
}

TEST_F(DifficultDays, TheDayAfterANightDuty) {
  state({schedule("truc-dem", {session("đêm", clock(19, 0), clock(32, 0))}, 0b1111111),
         Duty{"AN", date("2026-03-09"), "truc-dem", "snv", "LT 3/2026"}});
  taps({"2026-03-09 07:25:10", "2026-03-09 11:32:40", "2026-03-09 13:25:05", "2026-03-09 17:03:51",
        "2026-03-09 18:55:00", "2026-03-10 08:02:00", "2026-03-10 13:25:05", "2026-03-10 17:03:51"});
  expect_why("AN", "2026-03-10");
}

TEST_F(DifficultDays, SecondmentToAOneStopOfficeWithItsOwnHours) {
  const DateSpan year{date("2026-01-01")};
  Posting seconded{"AN", "Nguyễn Văn An", "snv", "Chuyên viên", "công chức", DateSpan{date("2020-01-01")}, 2};
  seconded.works_at = "ttpvhcc";
  state({Unit{"ttpvhcc", "Trung tâm Phục vụ hành chính công", "trung tâm", "tinh", year},
         EntranceService{"cong-a", "ttpvhcc", year},
         schedule("mot-cua", {session("sáng", clock(7, 0), clock(11, 30)),
                              session("chiều", clock(13, 0), clock(17, 0))}),
         Assignment{"mot-cua", "ttpvhcc", "", year}, seconded});
  taps({"2026-03-09 07:12:10", "2026-03-09 11:32:40", "2026-03-09 12:55:05", "2026-03-09 17:03:51"});
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, AMoveInMidMonth) {
  const DateSpan year{date("2026-01-01")};
  state(
      {Posting{"AN", "Nguyễn Văn An", "snv", "Chuyên viên", "công chức", days("2020-01-01", "2026-03-15"), 2},
       Posting{"AN", "Nguyễn Văn An", "vp", "Phó Chánh Văn phòng", "công chức", DateSpan{date("2026-03-16")},
               2},
       schedule("van-phong", {session("sáng", clock(7, 0), clock(11, 0))}),
       Assignment{"van-phong", "vp", "", year}});
  taps({"2026-03-13 07:25:10", "2026-03-13 11:32:40", "2026-03-13 13:25:05", "2026-03-13 17:03:51",
        "2026-03-16 07:04:00", "2026-03-16 11:01:00"});
  expect_why("AN", "2026-03-13", "before");
  expect_why("AN", "2026-03-16", "after");
}

TEST_F(DifficultDays, ANursingMotherLateAndEarly) {
  state({Regime{"CHI", attendance::RegimeKind::nursing, attendance::RegimePlace::any, clock(1, 0),
                days("2026-01-01", "2026-06-30"), "QĐ 30"}});
  tap("04000002", "2026-03-09 08:20:00");
  tap("04000002", "2026-03-09 11:32:00");
  tap("04000002", "2026-03-09 13:25:00");
  tap("04000002", "2026-03-09 16:30:00");
  tap("04000002", "2026-03-10 08:20:00");
  tap("04000002", "2026-03-10 11:32:00");
  tap("04000002", "2026-03-10 13:25:00");
  tap("04000002", "2026-03-10 16:52:00");
  expect_why("CHI", "2026-03-09");
  expect_why("CHI", "2026-03-10", "within what she may");
}

}  // namespace
}  // namespace badge::app::test
