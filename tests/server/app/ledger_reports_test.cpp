// The reports on leave, papers and duty, of a small office in a real store.
#include <gmock/gmock.h>

#include <type_traits>

#include "server/app/duty_report.hpp"
#include "server/app/leave_report.hpp"
#include "server/app/month_taps.hpp"
#include "server/app/paper_report.hpp"
#include "tests/server/app/report_office.hpp"

namespace badge::app::test {
namespace {

using attendance::Absence;
using attendance::AbsenceKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string an_card = "04A1B2C3D4E5F6";

class LedgerReports : public ReportOffice {
 protected:
  /// False while the store has no table for such a fact: the rest of the test waits for it.
  template <class Stated>
  [[nodiscard]] bool state_if_kept(const Stated& fact) {
    if constexpr (std::is_constructible_v<store::Fact, Stated>) {
      state({fact});
      return true;
    } else {
      return false;
    }
  }

  /// Of An, on one day of July.
  void paper(unsigned day, AbsenceKind kind, std::string number,
             std::optional<attendance::LocalTime> reported_at) {
    Absence absence;
    absence.staff_code = "AN";
    absence.kind = kind;
    absence.days = {july_day(day), july_day(day)};
    absence.paper = std::move(number);
    absence.reported_at = reported_at;
    state({absence});
  }

  std::vector<std::string> paper_faults(std::string_view unit = "tinh") {
    std::vector<std::string> faults;
    const auto report = paper_report(evidence_, unit, july, everybody, Language::vi);
    for (const auto& row : report->rows) {
      faults.push_back(row.person.code + " " + std::string(to_string(row.fault)));
    }
    return faults;
  }
};

TEST_F(LedgerReports, SayWhatIsToBeLookedAtInPapers) {
  paper(8, AbsenceKind::annual_leave, "", july_day(7) + std::chrono::hours(8));
  paper(9, AbsenceKind::business_trip, "CT 1", july_day(9) + std::chrono::hours(9));
  paper(10, AbsenceKind::annual_leave, "GNP 2", july_day(7) + std::chrono::hours(8));
  import_taps({{card(an_card), "10 07:25"}});
  const auto report = paper_report(evidence_, "snv", july, everybody, Language::vi);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->unit.name, "Sở Nội vụ");
  ASSERT_EQ(report->rows.size(), 3U);
  EXPECT_EQ(report->rows[0].text, "Chưa ghi số giấy tờ.");
  EXPECT_EQ(report->rows[0].person.full_name, "Nguyễn Văn An");
  EXPECT_EQ(report->rows[0].kind, "annual_leave");
  EXPECT_EQ(report->rows[1].text,
            "Báo muộn 1 giờ 30 phút: báo lúc 09:00 ngày 09/7/2026, thời gian vắng bắt đầu từ 07:30 ngày "
            "09/7/2026.");
  EXPECT_EQ(report->rows[1].paper_text, "công tác (CT 1), ngày 09/7/2026; báo lúc 09:00 ngày 09/7/2026");
  EXPECT_EQ(report->rows[2].text,
            "Có lượt quét thẻ trong thời gian vắng: 07:25 ngày 10/7/2026; đề nghị đối chiếu, giữ hoặc rút "
            "giấy tờ.");
  EXPECT_THAT(paper_faults("vp"), IsEmpty());
  EXPECT_THAT(to_csv(*report), HasSubstr("AN,Nguyễn Văn An,snv,Sở Nội vụ,reported_late,business_trip,"
                                         "2026-07-09,2026-07-09,CT 1,90,0,0.00,0,"));
}

TEST_F(LedgerReports, HoldLeaveAgainstABalanceOnlyWhereOneWasStated) {
  paper(8, AbsenceKind::annual_leave, "GNP 1", july_day(7) + std::chrono::hours(8));
  paper(9, AbsenceKind::annual_leave, "GNP 2", july_day(7) + std::chrono::hours(8));
  EXPECT_THAT(paper_faults(), IsEmpty());
  if (!state_if_kept(attendance::LeaveEntitlement{
          "AN", 2026, attendance::Date(std::chrono::year(2024) / 1 / 1), 2, 0, {}, "QĐ 1"})) {
    return;
  }
  EXPECT_THAT(paper_faults(), ElementsAre("AN leave_overdrawn"));
}

TEST_F(LedgerReports, TellAPersonsYearOfLeave) {
  paper(8, AbsenceKind::annual_leave, "GNP 1", july_day(7) + std::chrono::hours(8));
  auto report = leave_report(evidence_, "AN", 2026, everybody, Language::vi);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, "Chưa khai báo số ngày phép của năm; đã dùng 1 ngày.");
  ASSERT_EQ(report->uses.size(), 1U);
  EXPECT_EQ(report->uses[0].date, july_day(8));

  attendance::LeaveEntitlement stated{
      "AN", 2026, attendance::Date(std::chrono::year(2020) / 1 / 1), 24, 3, july_day(31), "QĐ 1"};
  attendance::Credit credit{"AN",
                            attendance::CreditKind::overtime,
                            july_day(9),
                            {std::chrono::minutes(17 * 60), std::chrono::minutes(20 * 60)},
                            std::chrono::minutes(180),
                            july_day(31),
                            "TT 1",
                            "BINH"};
  if (!state_if_kept(stated) || !state_if_kept(credit)) return;
  import_taps({{card(an_card), "09 16:55"}, {card(an_card), "09 20:03"}});
  report = leave_report(evidence_, "AN", 2026, everybody, Language::vi);
  EXPECT_EQ(report->text,
            "Được nghỉ phép 13 ngày, năm trước chuyển sang 1,5 ngày, đã dùng 1 ngày, còn 13 ngày. 0,5 ngày "
            "chuyển sang đã hết hạn. Nghỉ bù: được 3:00 giờ, đã nghỉ 0:00 giờ, còn 0:00 giờ.");
  ASSERT_EQ(report->credits.size(), 1U);
  EXPECT_EQ(report->credits[0].confirmation, attendance::Confirmation::confirmed);
  EXPECT_EQ(report->credits[0].expired_min, 180);
}

TEST_F(LedgerReports, ListTheLeaveOfAUnitsPeople) {
  paper(8, AbsenceKind::annual_leave, "GNP 1", july_day(7) + std::chrono::hours(8));
  const auto table = leave_table(evidence_, "snv", 2026, everybody);
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 3U);
  EXPECT_EQ(table->rows[0].person.code, "BINH") << "in the order of papers";
  EXPECT_EQ(table->rows[1].figures.used, 1);
  EXPECT_EQ(table->rows[2].person.unit.name, "Văn phòng, Sở Nội vụ");
  EXPECT_THAT(to_csv(*table), HasSubstr("AN,Nguyễn Văn An,snv,Sở Nội vụ,,,,,1.00,,,0,0,0,0,0,0\r\n"));
}

TEST_F(LedgerReports, CompareDutySlotsWithWhoCame) {
  const auto empty = duty_report(evidence_, "tinh", july, everybody, Language::vi);
  ASSERT_TRUE(empty);
  EXPECT_THAT(empty->rows, IsEmpty());
  const attendance::DutySlot slot{
      "snv", "hanh-chinh", {july_day(9), july_day(10)}, attendance::every_weekday, 1};
  const attendance::Duty duty{"AN", july_day(9), "hanh-chinh", "snv", "LT 1"};
  if (!state_if_kept(slot) || !state_if_kept(duty)) return;
  import_taps({});
  const auto report = duty_report(evidence_, "tinh", july, everybody, Language::vi);
  ASSERT_EQ(report->rows.size(), 2U);
  EXPECT_EQ(report->rows[0].text, "1 người được phân công không trực.");
  EXPECT_EQ(report->rows[0].turns[0].full_name, "Nguyễn Văn An");
  EXPECT_EQ(report->rows[0].turns[0].text, "chưa có giải trình");
  EXPECT_EQ(report->rows[1].text, "Chưa phân công đủ người trực, còn thiếu 1 người.");
}

TEST_F(LedgerReports, ReadTheTapsOfManyAsThoseOfOne) {
  const std::string lent = "04000009";
  state({attendance::Badge{"AN", lent, {july_day(1), july_day(14)}, {}},
         attendance::Badge{"CHI", lent, {july_day(15)}, {}}});
  import_taps({{card(an_card), "09 07:25"},
               {card(lent), "14 07:20"},
               {card(lent), "15 07:21"},
               {store::TapKey::staff("AN"), "16 17:01"},
               {card("04000001"), "01 00:10"},
               {card("04000001"), "31 23:50"}});
  const auto snapshot = evidence_.snapshot();
  const auto book = evidence_.rule_book(snapshot);
  const std::vector<attendance::PersonNo> people = {2, 0, 1};
  auto many = month_taps(evidence_, snapshot, july, people);
  ASSERT_EQ(many.size(), 3U);
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto one = evidence_.taps_of(snapshot, *book, people[i], attendance::days_of(july));
    attendance::put_in_order(many[i]);
    ASSERT_EQ(many[i].size(), one.taps.size()) << book->people().code(people[i]);
    for (std::size_t k = 0; k < one.taps.size(); ++k) EXPECT_EQ(many[i][k].at, one.taps[k].at);
  }
}

TEST_F(LedgerReports, AreOnlyForWhoMaySeeTheUnit) {
  EXPECT_TRUE(leave_report(evidence_, "AN", 2026, within("snv"), Language::vi));
  EXPECT_FALSE(leave_report(evidence_, "AN", 2026, within("vp"), Language::vi));
  EXPECT_FALSE(leave_report(evidence_, "NOBODY", 2026, everybody, Language::vi));
  EXPECT_FALSE(leave_report(evidence_, "AN", 2019, everybody, Language::vi)) << "not in service yet";
  EXPECT_FALSE(leave_table(evidence_, "snv", 2026, within("vp")));
  EXPECT_FALSE(paper_report(evidence_, "snv", july, within("vp"), Language::vi));
  EXPECT_FALSE(duty_report(evidence_, "snv", july, within("vp"), Language::vi));
  EXPECT_FALSE(duty_report(evidence_, "", july, everybody, Language::vi));
}

}  // namespace
}  // namespace badge::app::test
