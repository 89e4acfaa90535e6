// The board of a unit: who works there, where they are now, and each figure the sum of those below it.
#include "server/app/now_report.hpp"

#include <gmock/gmock.h>

#include "tests/server/app/report_office.hpp"

namespace badge::app::test {
namespace {

using testing::ElementsAre;

class NowReports : public ReportOffice {
 protected:
  NowReports() {
    now_ = instant("09 09:14");
    import_taps({{card("04A1B2C3D4E5F6"), "09 07:21"}, {card("04A1B2C3D4E5F6"), "09 08:40"}});
    const attendance::DateSpan day{july_day(9), july_day(9)};
    attendance::Absence trip;
    trip.staff_code = "BINH";
    trip.kind = attendance::AbsenceKind::business_trip;
    trip.days = day;
    trip.paper = "QĐ 118";
    state({trip});
  }
  std::optional<NowReport> of(const std::string& unit, const Scope& scope = everybody) {
    return now_report(*NowBoard(evidence_).get(), unit, scope, Language::vi);
  }
  static std::vector<std::string> lines(const NowReport& report) {
    std::vector<std::string> lines;
    for (const auto& row : report.rows) {
      lines.push_back(row.person.code + ' ' + std::string(to_string(row.presence)) + ' ' + row.since + ' ' +
                      row.last + ' ' + row.text);
    }
    return lines;
  }
};

TEST_F(NowReports, TellWhereEverybodyIsAndOnWhatPaper) {
  const auto report = of("snv");
  ASSERT_TRUE(report);
  EXPECT_THAT(lines(*report), ElementsAre("BINH away   công tác (QĐ 118), ngày 09/7/2026",
                                          "AN present 07:21 08:40 ", "CHI not_seen   "));
  EXPECT_EQ(report->counts.people, 3U);
  EXPECT_EQ(report->counts.due, 3U);
  EXPECT_EQ(report->counts.present, 1U);
}

TEST_F(NowReports, ListTheUnitsBelowWithTheirSums) {
  const auto top = of("tinh");
  ASSERT_TRUE(top);
  ASSERT_EQ(top->units.size(), 1U);
  EXPECT_EQ(top->units[0].unit.code, "snv");
  EXPECT_EQ(top->units[0].counts.people, 3U);
  EXPECT_EQ(of("snv")->units[0].unit.code, "vp");
  EXPECT_EQ(of("snv")->units[0].counts.not_seen, 1U);
  EXPECT_EQ(of("")->units[0].unit.code, "tinh");
  EXPECT_EQ(of("")->counts.people, 3U);
}

TEST_F(NowReports, ShowWhoWorksThereWhereverTheirSheetIsKept) {
  attendance::Posting lent{"DUNG",    "Phạm Thị Dung", "vp",
                           "Văn thư", "công chức",     {attendance::Date(std::chrono::year(2020) / 1 / 1)},
                           2};
  lent.works_at = "tinh";
  state({lent});
  EXPECT_EQ(of("vp")->counts.people, 1U);
  EXPECT_EQ(of("tinh")->counts.people, 4U);
  EXPECT_EQ(of("snv")->counts.people, 3U);
}

TEST_F(NowReports, ShowNothingBeyondTheScope) {
  EXPECT_FALSE(of("snv", within("vp")));
  EXPECT_FALSE(of("không có"));
  const auto all = of("", within("vp"));
  ASSERT_EQ(all->units.size(), 1U);
  EXPECT_EQ(all->units[0].unit.code, "vp");
  EXPECT_EQ(all->counts.people, 1U);
}

TEST_F(NowReports, FollowTheTapsAndTheClock) {
  NowBoard board(evidence_);
  EXPECT_EQ(now_report(*board.get(), "vp", everybody, Language::vi)->counts.present, 0U);
  import_taps({{card("04000002"), "09 09:14"}});
  now_ = instant("09 09:15");
  EXPECT_EQ(now_report(*board.get(), "vp", everybody, Language::vi)->counts.present, 1U);
}

class OpenSlots : public NowReports {
 protected:
  OpenSlots() {
    using std::chrono::minutes;
    attendance::Schedule night, day;
    night.name = "truc-dem";
    night.seasons = {{july_day(1),
                      0b1111111,
                      {{"đêm", minutes(1140), minutes(1860), minutes(60), minutes(60), minutes(5), {}}}}};
    day.name = "truc-cua";
    day.seasons = {{july_day(1),
                    0b1111111,
                    {{"sáng", minutes(420), minutes(720), minutes(60), minutes(60), minutes(5), {}}}}};
    night.ignores_calendar = day.ignores_calendar = true;
    state({night, day, attendance::DutySlot{"vp", "truc-cua", {july_day(1)}, attendance::every_weekday, 1},
           attendance::DutySlot{"snv", "truc-dem", {july_day(9)}, attendance::every_weekday, 1}});
  }
  static std::vector<std::string> slots(const NowReport& report) {
    std::vector<std::string> lines;
    for (const auto& slot : report.slots) {
      lines.push_back(slot.unit.code + ' ' + slot.schedule + ' ' + slot.from + ' ' +
                      std::string(to_string(slot.cover)) + ": " + slot.text);
    }
    return lines;
  }
};

TEST_F(OpenSlots, AreThoseThatNobodyHoldsNowOrLaterToday) {
  EXPECT_THAT(slots(*of("")), ElementsAre("vp truc-cua 07:00 unnamed: chưa phân công ai",
                                          "snv truc-dem 19:00 unnamed: chưa phân công ai"));
  EXPECT_EQ(of("")->units[0].open_slots, 2U);
  EXPECT_EQ(of("snv")->units[0].open_slots, 1U) << "of vp, below it";
  EXPECT_THAT(slots(*of("vp")), ElementsAre("vp truc-cua 07:00 unnamed: chưa phân công ai"));
  EXPECT_THAT(slots(*of("", within("vp"))), testing::SizeIs(1));
  now_ = instant("09 12:01");
  EXPECT_THAT(slots(*of("vp")), testing::IsEmpty()) << "its hours are over";
}

TEST_F(OpenSlots, NameWhoWasExpectedAndHasNotCome) {
  state({attendance::Duty{"CHI", july_day(9), "truc-cua", "vp", "LT 1"}});
  EXPECT_THAT(slots(*of("vp")), ElementsAre("vp truc-cua 07:00 empty: chưa ghi nhận: Lê Thị Chi"));
  import_taps({{card("04000002"), "09 06:58"}});
  now_ = instant("09 09:15");
  EXPECT_THAT(slots(*of("vp")), testing::IsEmpty());
}

TEST_F(OpenSlots, MissNobodyBeforeTheHoursBegin) {
  state({attendance::Duty{"AN", july_day(9), "truc-dem", "snv", "LT 2"}});
  now_ = instant("09 18:30");
  EXPECT_THAT(slots(*of("snv")), testing::IsEmpty());
  now_ = instant("09 19:06");
  EXPECT_THAT(slots(*of("snv")), ElementsAre("snv truc-dem 19:00 empty: chưa ghi nhận: Nguyễn Văn An"));
}

TEST_F(OpenSlots, OfANightGoOnAfterMidnight) {
  state({attendance::Duty{"AN", july_day(9), "truc-dem", "snv", "LT 2"}});
  now_ = instant("10 02:00");
  EXPECT_THAT(slots(*of("snv")), testing::Contains("snv truc-dem 19:00 empty: chưa ghi nhận: Nguyễn Văn An"));
  import_taps({{card("04A1B2C3D4E5F6"), "09 18:55"}});
  now_ = instant("10 02:01");
  EXPECT_THAT(slots(*of("snv")), testing::Not(testing::Contains(testing::HasSubstr("Nguyễn Văn An"))));
}

TEST_F(OpenSlots, OfWhoIsAwayOnPaperAreAsIfNobodyWereNamed) {
  state({attendance::Duty{"BINH", july_day(9), "truc-cua", "vp", "LT 3"}});
  EXPECT_THAT(
      slots(*of("vp")),
      ElementsAre(
          "vp truc-cua 07:00 unnamed: chưa phân công ai; Trần Thị Bình: công tác (QĐ 118), ngày 09/7/2026"));
}

}  // namespace
}  // namespace badge::app::test
