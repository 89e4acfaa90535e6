#include "server/app/unit_report.hpp"

#include <gmock/gmock.h>

#include "tests/server/app/report_office.hpp"

namespace badge::app::test {
namespace {

using testing::ElementsAre;

class UnitReports : public ReportOffice {
 protected:
  std::vector<std::string> codes(std::string_view unit, const Scope& scope = everybody) {
    std::vector<std::string> codes;
    const auto report = unit_report(*months_.get(july), unit, scope);
    if (!report) return {"nothing"};
    for (const auto& row : report->rows) codes.push_back(row.unit.code);
    return codes;
  }
};

TEST_F(UnitReports, CountThePeopleOfEachUnitAndOfAllBelow) {
  import_taps({{card("04A1B2C3D4E5F6"), "09 07:37"}, {card("04A1B2C3D4E5F6"), "09 11:31"}});
  const auto report = unit_report(*months_.get(july), "", everybody);
  ASSERT_TRUE(report);
  ASSERT_EQ(report->rows.size(), 3U);
  const auto& tinh = report->rows[0];
  EXPECT_EQ(tinh.unit.name, "UBND tỉnh");
  EXPECT_EQ(tinh.own_staff, 0U);
  EXPECT_EQ(tinh.subtree_staff, 3U);
  EXPECT_EQ(tinh.subtree.sessions_due, 3 * 46U) << "23 weekdays";
  EXPECT_EQ(tinh.subtree.late, 1U);
  EXPECT_EQ(tinh.subtree.late_min, 7U);
  EXPECT_EQ(report->rows[1].parent_code, "tinh");
  EXPECT_EQ(report->rows[1].level, 1U);
  EXPECT_EQ(report->rows[1].own.absent, 2 * 46U - 1U);
}

TEST_F(UnitReports, BeginAtTheUnitThatIsAskedFor) {
  EXPECT_THAT(codes(""), ElementsAre("tinh", "snv", "vp"));
  EXPECT_THAT(codes("snv"), ElementsAre("snv", "vp"));
  EXPECT_THAT(codes("xyz"), ElementsAre("nothing"));
}

TEST_F(UnitReports, ShowNoMoreThanTheAskerMaySee) {
  EXPECT_THAT(codes("", within("snv")), ElementsAre("snv", "vp"));
  EXPECT_THAT(codes("vp", within("snv")), ElementsAre("vp"));
  EXPECT_THAT(codes("tinh", within("snv")), ElementsAre("nothing"));
  EXPECT_FALSE(people_report(*months_.get(july), "tinh", true, within("snv")));
}

TEST_F(UnitReports, KeepAUnitThatEndedDuringTheMonth) {
  state({attendance::Unit{"huyen", "Huyện cũ", "huyện", "tinh", {july_day(1), july_day(10)}}});
  EXPECT_THAT(codes(""), ElementsAre("tinh", "snv", "vp", "huyen"));
}

TEST_F(UnitReports, WhoIsLeftInAUnitThatEndedHasHoursOfHisOwnOrNone) {
  const attendance::Date long_ago(std::chrono::year(2020) / 1 / 1);
  state({attendance::Unit{"vp", "Văn phòng", "phòng", "snv", {long_ago, july_day(10)}}});
  EXPECT_EQ(unit_report(*months_.get(july), "vp", everybody)->rows[0].own.sessions_due, 2 * 8U);
  state({attendance::Assignment{"hanh-chinh", "", "CHI", {long_ago}}});
  EXPECT_EQ(unit_report(*months_.get(july), "vp", everybody)->rows[0].own.sessions_due, 46U)
      << "not on Saturdays";
}

TEST_F(UnitReports, ListPeopleInTheOrderOfPapers) {
  const auto own = people_report(*months_.get(july), "snv", false, everybody);
  ASSERT_TRUE(own);
  ASSERT_EQ(own->rows.size(), 2U);
  EXPECT_EQ(own->rows[0].full_name, "Trần Thị Bình");
  EXPECT_EQ(own->rows[1].position, "Chuyên viên");
  EXPECT_EQ(people_report(*months_.get(july), "snv", true, everybody)->rows.size(), 3U);
}

TEST_F(UnitReports, TellWhatBecameOfAUnitInTheMonth) {
  const attendance::Date long_ago(std::chrono::year(2020) / 1 / 1);
  state({attendance::Unit{"snv", "Sở Nội vụ", "sở", "tinh", {long_ago, july_day(14)}},
         attendance::Unit{"cu", "Sở Cũ", "sở", "tinh", {long_ago, july_day(14)}},
         attendance::Unit{"moi", "Sở Mới", "sở", "tinh", {july_day(15)}},
         attendance::Succession{"snv", "moi", july_day(15), "Quyết định 12/QĐ-UBND"},
         attendance::Succession{"cu", "moi", july_day(15), "Quyết định 12/QĐ-UBND"}});
  const auto told = [&](std::string_view unit, Language language) {
    std::vector<std::string> texts;
    const auto report = unit_report(*months_.get(july), unit, everybody);
    for (const auto& turn : report->rows.at(0).history) texts.push_back(describe(turn, language));
    const auto people = people_report(*months_.get(july), unit, false, everybody);
    EXPECT_EQ(people->history.size(), texts.size());
    return texts;
  };
  using Texts = std::vector<std::string>;
  EXPECT_EQ(told("moi", Language::vi),
            Texts{"Hình thành từ: Sở Cũ, Sở Nội vụ (Quyết định 12/QĐ-UBND, từ 15/7/2026)."});
  EXPECT_EQ(told("snv", Language::vi), Texts{"Từ 15/7/2026: nhập vào Sở Mới (Quyết định 12/QĐ-UBND)."});
  EXPECT_EQ(told("snv", Language::en),
            Texts{"Since 15 Jul 2026: merged into Sở Mới (Quyết định 12/QĐ-UBND)."});
  EXPECT_EQ(told("tinh", Language::vi), Texts{});
}

TEST_F(UnitReports, ListTheGuestsOfAUnitApartFromItsPeople) {
  import_taps({{card("04A1B2C3D4E5F6"), "09 07:37"}, {card("04A1B2C3D4E5F6"), "09 11:31"}});
  const auto before = unit_report(*months_.get(july), "vp", everybody)->rows.at(0);
  const attendance::DateSpan first{attendance::Date(std::chrono::year(2020) / 1 / 1), july_day(5)};
  attendance::Posting posting{"AN", "Nguyễn Văn An", "snv", "Chuyên viên", "công chức", first, 2};
  auto seconded = posting;
  seconded.valid = {july_day(6)};
  seconded.works_at = "vp";
  state({posting, seconded});
  const auto host = unit_report(*months_.get(july), "vp", within("vp"))->rows.at(0);
  ASSERT_EQ(host.guests.size(), 1U) << "the host's own officer sees them";
  EXPECT_EQ(host.guests[0].staff_code, "AN");
  EXPECT_EQ(host.guests[0].full_name, "Nguyễn Văn An");
  EXPECT_EQ(host.guests[0].home.name, "Sở Nội vụ");
  EXPECT_EQ(host.guests[0].days, (attendance::DateSpan{july_day(6), july_day(31)}));
  EXPECT_EQ(host.guests[0].tally.sessions_due, 2 * 20U);
  EXPECT_EQ(host.guests[0].tally.late_min, 7U);
  EXPECT_EQ(host.own, before.own);
  EXPECT_EQ(host.subtree_staff, before.subtree_staff);
  const auto people = people_report(*months_.get(july), "vp", false, everybody);
  EXPECT_EQ(people->rows.size(), 1U) << "Chi alone";
  EXPECT_EQ(people->guests.size(), 1U);
  EXPECT_TRUE(people_report(*months_.get(july), "snv", true, everybody)->guests.empty());
}

TEST_F(UnitReports, WithoutCoverageNobodyIsAbsent) {
  const auto report = unit_report(*months_.get(july), "", everybody);
  EXPECT_EQ(report->rows[0].subtree.absent, 0U);
  EXPECT_EQ(report->rows[0].subtree.provisional, 3 * 46U);
}

TEST_F(UnitReports, AMonthIsJudgedAgainOnlyWhenItsDataChanges) {
  const auto first = months_.get(july);
  EXPECT_EQ(months_.get(july), first) << "the very same";
  state({attendance::CalendarDay{july_day(9), attendance::CalendarKind::holiday, "Lễ", {}}});
  const auto second = months_.get(july);
  EXPECT_NE(second, first);
  EXPECT_GT(second->version, first->version);
  import_taps({{card("04000001"), "10 07:37"}});
  EXPECT_NE(months_.get(july), second);
}

TEST_F(UnitReports, OfAnotherRosterNothingIsKept) {
  const std::weak_ptr before = months_.get(july)->book;
  state({attendance::CalendarDay{july_day(9), attendance::CalendarKind::holiday, "Lễ", {}}});
  (void)months_.get(std::chrono::year(2026) / std::chrono::August);
  EXPECT_TRUE(before.expired()) << "a rule book is as large as many months";
}

TEST_F(UnitReports, ARunningMonthFollowsTheClock) {
  now_ = instant("09 07:00");
  const auto sessions_due = [&] {
    return unit_report(*months_.get(july), "snv", everybody)->rows[0].own.sessions_due;
  };
  EXPECT_EQ(sessions_due(), 2 * 12U) << "six weekdays are over";
  now_ = instant("09 07:30");
  EXPECT_EQ(sessions_due(), 2 * 13U);
}

TEST_F(UnitReports, TapsUnderTheStaffCodeAndUnderTheBadgeAreOnePersons) {
  import_taps({{store::TapKey::staff("AN"), "09 07:25"}, {card("04A1B2C3D4E5F6"), "09 11:31"}});
  EXPECT_EQ(unit_report(*months_.get(july), "snv", everybody)->rows[0].own.on_time, 1U);
}

TEST_F(UnitReports, TapsOfABadgeGoToWhoHeldItThatDay) {
  state({attendance::Badge{"BINH", "04A1B2C3D4E5F6", {july_day(10)}, {}}});
  import_taps({{card("04A1B2C3D4E5F6"), "09 07:25"},
               {card("04A1B2C3D4E5F6"), "09 11:31"},
               {card("04A1B2C3D4E5F6"), "10 07:37"},
               {card("04A1B2C3D4E5F6"), "10 11:31"}});
  const auto people = people_report(*months_.get(july), "snv", false, everybody);
  EXPECT_EQ(people->rows[0].tally.late_min, 7U) << "Bình, on the 10th";
  EXPECT_EQ(people->rows[1].tally.on_time, 1U) << "An, on the 9th";
}

}  // namespace
}  // namespace badge::app::test
