// Days that papers, explanations and decisions make difficult; see difficult_days.hpp.
#include "tests/server/app/difficult_days.hpp"

namespace badge::app::test {
namespace {

using attendance::Absence;
using attendance::AbsenceKind;
using attendance::Assignment;
using attendance::ClockSpan;
using attendance::Correction;
using attendance::CorrectionCause;
using attendance::CorrectionEffect;
using attendance::Decision;

TEST_F(DifficultDays, AnExemptLeaderOnATrip) {
  auto exempt = schedule("lanh-dao", {session("sáng", clock(7, 30), clock(11, 30)),
                                      session("chiều", clock(13, 30), clock(17, 0))});
  exempt.taps = attendance::TapsDemanded::none;
  follows("BINH", exempt);
  auto trip = paper(AbsenceKind::business_trip, "2026-03-09", "CT 8");
  trip.staff_code = "BINH";
  trip.sessions = {"sáng"};
  trip.approved_by = "Phạm Quốc Dũng";
  trip.reported_at = moment("2026-03-06 15:00");
  state({trip});
  tap("04000001", "2026-03-09 14:02:00");
  expect_why("BINH", "2026-03-09");
}

TEST_F(DifficultDays, HalfADayOfLeaveWithTapsInside) {
  auto leave = paper(AbsenceKind::annual_leave, "2026-03-09", "GNP 12");
  leave.sessions = {"sáng"};
  leave.approved_by = "Trần Thị Bình";
  leave.reported_at = moment("2026-03-05 09:00");
  state({leave});
  taps({"2026-03-09 08:02:00", "2026-03-09 10:15:00", "2026-03-09 13:25:05", "2026-03-09 17:03:51"});
  expect_why("AN", "2026-03-09");
  leave.kept_despite_taps = true;
  state({leave});
  expect_why("AN", "2026-03-09", "kept by HR");
}

TEST_F(DifficultDays, ATripReportedAfterItBegan) {
  auto trip = paper(AbsenceKind::business_trip, "2026-03-09", "CT 9");
  trip.days.to = date("2026-03-11");
  trip.approved_by = "Trần Thị Bình";
  trip.reported_at = moment("2026-03-10 09:15");
  state({trip});
  expect_why("AN", "2026-03-10");
  expect_why("AN", "2026-03-10", "in English", Language::en);
}

TEST_F(DifficultDays, PermittedOutByHours) {
  auto out = paper(AbsenceKind::permitted_private, "2026-03-09", "GRN 3");
  out.time = ClockSpan{clock(15, 0), clock(17, 0)};
  out.approved_by = "Trần Thị Bình";
  out.reported_at = moment("2026-03-09 13:40");
  auto morning = paper(AbsenceKind::permitted_work, "2026-03-09", "");
  morning.time = ClockSpan{clock(7, 30), clock(9, 0)};
  state({out, morning});
  taps({"2026-03-09 08:55:00", "2026-03-09 11:32:40", "2026-03-09 13:25:05", "2026-03-09 14:40:00"});
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, AWeeklyFieldProgramme) {
  auto field = paper(AbsenceKind::field_work, "2026-03-02", "KH 21");
  field.days.to = date("2026-03-31");
  field.weekdays = 0b01010;
  field.time = ClockSpan{clock(7, 30), clock(11, 30)};
  field.approved_by = "Trần Thị Bình";
  state({field});
  taps({"2026-03-10 13:25:05", "2026-03-10 17:03:51"});
  expect_why("AN", "2026-03-10");
  expect_why("AN", "2026-03-11", "on another weekday");
}

TEST_F(DifficultDays, AnExplanationThatAwaitsItsDecision) {
  listens("cong-a-1", "2026-01-01 00:00");
  taps({"2026-03-09 13:25:05", "2026-03-09 17:03:51"});
  falls_silent("cong-a-1", "2026-03-10 09:00");
  auto explained = correction("2026-03-09", "sáng", CorrectionEffect::in_at, Decision::pending);
  explained.at = clock(7, 25);
  explained.cause = CorrectionCause::forgot_badge;
  explained.explanation = "để thẻ ở nhà";
  state({explained});
  now("2026-03-10 09:00");
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, AnExplanationThatWasApproved) {
  auto explained = correction("2026-03-09", "sáng", CorrectionEffect::in_at, Decision::approved);
  explained.at = clock(7, 25);
  explained.cause = CorrectionCause::forgot_badge;
  explained.explanation = "để thẻ ở nhà, về lấy";
  explained.paper = "GT 12";
  state({explained});
  taps({"2026-03-09 11:32:40", "2026-03-09 13:25:05", "2026-03-09 17:03:51"});
  expect_why("AN", "2026-03-09");
  expect_why("AN", "2026-03-09", "in English", Language::en);
}

TEST_F(DifficultDays, AnExplanationThatSaysLaterThanGrace) {
  auto explained = correction("2026-03-09", "sáng", CorrectionEffect::in_at, Decision::approved);
  explained.at = clock(7, 50);
  explained.explanation = "xe hỏng dọc đường";
  state({explained});
  taps({"2026-03-09 11:32:40", "2026-03-09 13:25:05", "2026-03-09 17:03:51"});
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, AnExplanationThatWasRefused) {
  auto explained = correction("2026-03-09", "sáng", CorrectionEffect::present, Decision::refused);
  explained.cause = CorrectionCause::forgot_badge;
  explained.explanation = "quên thẻ";
  explained.decision_reason = "không có người xác nhận";
  state({explained});
  taps({"2026-03-09 13:25:05", "2026-03-09 17:03:51"});
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, TheTimeToExplainIsNotOverYet) {
  listens("cong-a-1", "2026-01-01 00:00");
  taps({"2026-03-09 13:25:05", "2026-03-09 17:03:51"});
  falls_silent("cong-a-1", "2026-03-12 09:00");
  now("2026-03-12 09:00");
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, TheTimeToExplainIsOver) {
  taps({"2026-03-09 13:25:05", "2026-03-09 17:03:51"});
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, TheOutageOfAReaderCorrectedForTheWholeOffice) {
  Correction outage = correction("2026-03-09", "", CorrectionEffect::present, Decision::approved);
  outage.staff_code.clear();
  outage.unit_code = "tinh";
  outage.outage = ClockSpan{clock(6, 45), clock(8, 30)};
  outage.cause = CorrectionCause::reader_fault;
  outage.explanation = "mất điện toàn tòa nhà";
  outage.paper = "BB 7";
  state({outage});
  listens("cong-a-1", "2026-01-01 00:00");
  falls_silent("cong-a-1", "2026-03-09 06:45");
  listens("cong-a-1", "2026-03-09 08:30");
  taps({"2026-03-09 08:41:00", "2026-03-09 11:32:40", "2026-03-09 13:25:05", "2026-03-09 17:03:51"});
  falls_silent("cong-a-1", "2026-11-30 00:00");
  expect_why("AN", "2026-03-09");
}

TEST_F(DifficultDays, APaperThatConcludesInPlaceOfData) {
  auto there = correction("2026-03-09", "sáng", CorrectionEffect::present, Decision::approved);
  there.cause = CorrectionCause::reader_fault;
  there.explanation = "người chấm công xác nhận có mặt";
  there.paper = "BB 8";
  auto not_there = correction("2026-03-09", "chiều", CorrectionEffect::absent, Decision::approved);
  not_there.explanation = "không có mặt khi kiểm tra";
  not_there.paper = "BB 8";
  state({there, not_there});
  listens("cong-a-1", "2026-01-01 00:00");
  falls_silent("cong-a-1", "2026-03-09 06:45");
  expect_why("AN", "2026-03-09");
}

}  // namespace
}  // namespace badge::app::test
