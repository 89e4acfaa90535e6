#include "server/app/person_report.hpp"

#include <gmock/gmock.h>

#include <future>

#include "reader-config/tap/tap_wire.hpp"
#include "server/app/why.hpp"
#include "server/store/batch.hpp"
#include "tests/server/app/report_office.hpp"

namespace badge::app::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

class PersonReports : public ReportOffice {
 protected:
  std::vector<SessionRow> sessions(unsigned day, Language language = Language::vi) {
    const auto report = person_report(evidence_, "AN", attendance::days_of(july), everybody, language);
    return report ? report->days.at(day - 1).sessions : std::vector<SessionRow>();
  }
  const std::string an_card = "04A1B2C3D4E5F6";
};

TEST_F(PersonReports, SayWhyInTheWordsOfTheOffice) {
  import_taps({{card(an_card), "09 07:37"}, {card(an_card), "09 11:20"}, {card(an_card), "09 13:25"}});
  const auto rows = sessions(9);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].in, "07:37");
  EXPECT_EQ(rows[0].late_min, 7);
  EXPECT_THAT(rows[0].reasons, ElementsAre("late", "left_early"));
  EXPECT_EQ(rows[0].text,
            "Đi muộn 7 phút: quét thẻ lúc 07:37 tại máy cũ; buổi sáng bắt đầu lúc 07:30, thời gian cho phép "
            "đi muộn "
            "5 phút. Về sớm 10 phút: quét thẻ lúc 11:20 tại máy cũ; buổi sáng kết thúc lúc 11:30, thời gian "
            "cho phép "
            "về sớm 5 phút.");
  EXPECT_EQ(rows[1].text, "Thiếu lượt quét ra buổi chiều.");
  EXPECT_EQ(sessions(9, Language::en)[1].text, "The tap out of session chiều is missing.");
  EXPECT_EQ(sessions(10)[0].text,
            "Vắng không có lý do: buổi sáng không có lượt quét thẻ, không có giấy tờ, đã hết hạn giải trình "
            "(ngày 15/7/2026).");
}

TEST_F(PersonReports, NameThePaper) {
  state({attendance::Absence{
      "AN", attendance::AbsenceKind::annual_leave, {july_day(9), july_day(10)}, {}, "GNP 12", {}}});
  EXPECT_EQ(sessions(9)[0].text, "Vắng có lý do: nghỉ phép (GNP 12), từ ngày 09/7/2026 đến ngày 10/7/2026.");
}

TEST_F(PersonReports, NameTheSilentReader) {
  // cong-a-1 listened from the 1st to the 31st, but for ten minutes of the 9th.
  Listening listening{"cong-a-1", "cong-a", Direction::both, instant("01 00:00"), ClockState::synchronised};
  std::string body = encode(BatchHead{"cong-a", std::string(32, 'a'), {}, instant("31 00:00"), {}}) + '\n';
  body += encode(Entry{1, listening}) + '\n';
  body += encode(Entry{2, Deaf{"cong-a-1", instant("09 07:00"), "unplugged"}}) + '\n';
  listening.at = instant("09 07:10");
  body += encode(Entry{3, listening}) + '\n';
  body += encode(Entry{4, Deaf{"cong-a-1", instant("31 00:00"), "stopped"}}) + '\n';
  std::promise<void> answered;
  ASSERT_TRUE(
      store_.ingest(store::read_batch("cong-a", body).value(), [&](const auto&) { answered.set_value(); }));
  answered.get_future().wait();

  EXPECT_EQ(sessions(8)[0].state, attendance::SessionState::absent);
  EXPECT_EQ(sessions(9)[0].state, attendance::SessionState::provisional);
  const std::string silence = "đầu đọc thẻ cong-a-1 tại cong-a không gửi dữ liệu từ 07:00 đến 07:10";
  EXPECT_THAT(sessions(9)[0].text, HasSubstr("Chưa đủ dữ liệu: " + silence + ", "));
  EXPECT_EQ(sessions(9)[1].state, attendance::SessionState::absent);
  const auto answer = why(evidence_, "AN", july_day(9), everybody, Language::vi);
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->silences.size(), 1U);
  EXPECT_EQ(answer->silences[0].from, "07:00");
  EXPECT_EQ(answer->silences[0].text, "Thiếu dữ liệu: " + silence + ".");
}

TEST_F(PersonReports, SayThatAnEntranceNeverReported) {
  EXPECT_EQ(
      sessions(9)[0].text,
      "Chưa đủ dữ liệu: điểm quét thẻ cong-a chưa gửi dữ liệu lần nào; khi dữ liệu được gửi về sẽ tự có "
      "kết quả.");
}

TEST_F(PersonReports, NameNoSilenceWhereEveryTapIsKnown) {
  EXPECT_EQ(why(evidence_, "AN", july_day(9), everybody, Language::vi)->silences.size(), 1U);
  import_taps({{card(an_card), "09 07:37"}});
  EXPECT_THAT(why(evidence_, "AN", july_day(9), everybody, Language::vi)->silences, testing::IsEmpty());
}

TEST_F(PersonReports, HaveADayForEachDayInService) {
  const auto report = person_report(evidence_, "AN", attendance::days_of(july), everybody, Language::vi);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->person.full_name, "Nguyễn Văn An");
  EXPECT_EQ(report->person.unit.name, "Sở Nội vụ");
  ASSERT_EQ(report->days.size(), 31U);
  EXPECT_EQ(report->days[3].kind, attendance::DayKind::weekend);
  EXPECT_EQ(report->days[8].weekday, "thứ Năm");
}

TEST_F(PersonReports, AreOnlyForWhoMaySeeTheUnit) {
  EXPECT_TRUE(person_report(evidence_, "AN", attendance::days_of(july), within("snv"), Language::vi));
  EXPECT_FALSE(person_report(evidence_, "AN", attendance::days_of(july), within("vp"), Language::vi));
  EXPECT_FALSE(person_report(evidence_, "NOBODY", attendance::days_of(july), everybody, Language::vi));
  EXPECT_FALSE(why(evidence_, "AN", july_day(9), within("vp"), Language::vi));
}

TEST_F(PersonReports, WhyListsTapsRulesAndReasons) {
  import_taps({{card(an_card), "09 07:37"}, {card(an_card), "09 03:00"}, {card(an_card), "09 11:31"}});
  const auto answer = why(evidence_, "AN", july_day(9), everybody, Language::vi);
  ASSERT_TRUE(answer);
  ASSERT_TRUE(answer->schedule);
  EXPECT_EQ(answer->schedule->name, "hanh-chinh");
  EXPECT_EQ(answer->schedule->assigned_to, "UBND tỉnh");
  EXPECT_EQ(answer->schedule->hours, "07:30–11:30, 13:30–17:00");
  ASSERT_EQ(answer->taps.size(), 3U);
  EXPECT_EQ(answer->taps[0].use, "ngoài khung giờ quét thẻ");
  EXPECT_EQ(answer->taps[1].use, "vào buổi sáng");
  EXPECT_EQ(answer->taps[1].at, "07:37:00");
  EXPECT_EQ(answer->taps[1].uid_masked, "…E5F6");
  EXPECT_EQ(answer->text.front(), "Nguyễn Văn An (AN), Sở Nội vụ · thứ Năm, 09/7/2026");
  EXPECT_THAT(answer->text, Contains(HasSubstr("Buổi sáng 07:30–11:30. Đi muộn 7 phút")));
}

TEST_F(PersonReports, TellTheTimekeepersMarkOfAnExemptLeader) {
  auto exempt = store_.snapshot().roster_facts().schedules.at(0);
  exempt.name = "mien-cham-cong";
  exempt.taps = attendance::TapsDemanded::none;
  attendance::Correction mark;
  mark.staff_code = "AN";
  mark.date = july_day(9);
  mark.session = "sáng";
  mark.cause = attendance::CorrectionCause::field_work;
  mark.explanation = "họp tại Bộ Nội vụ";
  mark.decision = attendance::Decision::approved;
  mark.decided_by = "Lê Thị Hà";
  state({exempt, attendance::Assignment{exempt.name, "", "AN", {july_day(1)}}, mark});
  EXPECT_EQ(sessions(9)[0].state, attendance::SessionState::exempt);
  EXPECT_EQ(
      sessions(9)[0].text,
      "Miễn chấm công. Người chấm công: ghi nhận có mặt đúng giờ; làm việc ngoài cơ quan (họp tại Bộ Nội "
      "vụ); Lê Thị Hà duyệt.");
  EXPECT_EQ(sessions(9)[1].text, "Miễn chấm công.");
  const auto english = why(evidence_, "AN", july_day(9), everybody, Language::en);
  ASSERT_TRUE(english);
  EXPECT_THAT(
      english->sessions[0].text,
      testing::StartsWith("Exempt from tapping. The timekeeper's mark: counted as present in time; "));
  EXPECT_THAT(english->text, Contains(HasSubstr("The timekeeper's mark")));
}

TEST_F(PersonReports, AnUnsureClockDecidesNothing) {
  const auto source = store::Source{1, "", false, "", "r", "cong-a", Direction::both};
  const auto packed = [&](ClockState clock, int offset_ms) {
    return evidence_.judged_tap(store::PackedTap::pack(instant("09 07:37"), 1, clock, offset_ms),
                                tap_origin(source), 0);
  };
  EXPECT_FALSE(packed(ClockState::synchronised, 30'000).clock_doubtful);
  EXPECT_TRUE(packed(ClockState::synchronised, 30'001).clock_doubtful);
  EXPECT_TRUE(packed(ClockState::unsynchronised, 0).clock_doubtful);
}

}  // namespace
}  // namespace badge::app::test
