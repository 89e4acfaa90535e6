// What waits for whom: the rows of the list, and those who see them.
#include "tests/server/app/notice_office.hpp"

namespace badge::app::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class WaitingRows : public NoticeOffice {
 protected:
  /// "explanation_waits snv 2"
  [[nodiscard]] std::vector<std::string> rows(const std::string& staff, std::vector<Grant> grants) const {
    std::vector<std::string> told;
    for (const auto& row : rows_for(waiting_.office(), {"x", staff, std::move(grants)})) {
      told.push_back(std::string(to_string(row.kind)) + ' ' + row.unit.code + row.entrance + ' ' +
                     std::to_string(row.count));
    }
    return told;
  }
  void chi_asks() {
    store::NewAbsenceRequest request;
    request.wanted.staff_code = "CHI";
    request.wanted.days = {july_day(20), july_day(21)};
    ASSERT_TRUE(store_.ask(request));
  }
};

TEST_F(WaitingRows, AreOneAUnitWithTheOldestDayAndTheHead) {
  an_explains(9);
  an_explains(8);
  chi_asks();
  const auto all = rows_for(waiting_.office(), {"x", "", role(Role::hr)});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].unit.name, "Sở Nội vụ");
  EXPECT_EQ(all[0].since, attendance::LocalTime(july_day(8)));
  EXPECT_EQ(all[0].head, "Trần Thị Bình");
  EXPECT_EQ(all[1].kind, WaitingKind::request_waits);
  EXPECT_EQ(all[1].head, "Trần Thị Bình") << "the nearest above, where the unit has none";
}

TEST_F(WaitingRows, AreOfTheUnitsAndTheRolesOfWhoAsks) {
  an_explains(9);
  chi_asks();
  july_had_taps();
  an_loses_the_badge();
  listens();
  is_deaf();
  EXPECT_THAT(rows("", role(Role::hr, "vp")), ElementsAre("request_waits vp 1", "month_due vp 0"));
  EXPECT_THAT(rows("", role(Role::timekeeper, "snv")), ElementsAre("month_due snv 0", "month_due vp 0"));
  EXPECT_THAT(rows("", role(Role::administrator)),
              ElementsAre("reader_silent cong-a 1", "badge_lost snv 1", "month_due snv 0", "month_due vp 0"));
  EXPECT_THAT(rows("AN", role(Role::head, "snv")),
              ElementsAre("request_waits vp 1", "month_due snv 0", "month_due vp 0"))
      << "nobody decides on themselves";
  EXPECT_THAT(rows("", role(Role::guard)), IsEmpty());
}

TEST_F(WaitingRows, ATimekeeperHasDoneWhatIsPrepared) {
  july_had_taps();
  EXPECT_THAT(rows("", role(Role::timekeeper, "vp")), ElementsAre("month_due vp 0"));
  ASSERT_TRUE(sign_off_.sign({"vp",
                              {july_day(1), july_day(31)},
                              store::SigningStep::prepared,
                              "chi",
                              "CHI",
                              {},
                              everybody,
                              Language::vi}));
  EXPECT_THAT(rows("", role(Role::timekeeper, "vp")), IsEmpty());
  EXPECT_THAT(rows("", role(Role::head, "vp")), ElementsAre("month_due vp 0")) << "somebody must close it";
}

TEST_F(WaitingRows, AMonthStaysDueForAQuarter) {
  july_had_taps();
  go_to("2026-07-31 20:00");
  EXPECT_THAT(rows("", role(Role::hr, "vp")), IsEmpty()) << "it is not over";
  go_to("2026-10-31 07:00");
  EXPECT_THAT(rows("", role(Role::hr, "vp")), ElementsAre("month_due vp 0"));
  go_to("2026-11-01 07:00");
  EXPECT_THAT(rows("", role(Role::hr, "vp")), IsEmpty());
}

TEST_F(WaitingRows, AMonthThatHoldsNoTapIsNotDue) {
  EXPECT_THAT(rows("", role(Role::hr)), IsEmpty()) << "the system was not there yet";
}

TEST_F(WaitingRows, ABadgeThatWasLostLongAgoIsNoNews) {
  an_loses_the_badge();
  go_to("2026-08-09 07:00");
  EXPECT_THAT(rows("", role(Role::hr)), ElementsAre("badge_lost snv 1"));
  go_to("2026-08-10 07:00");
  EXPECT_THAT(rows("", role(Role::hr)), IsEmpty());
}

class WaitingFindings : public WaitingRows {
 protected:
  /// Chi inspected the office on 9 July and found something to be mended by the 20th.
  void found() {
    inspection::Prepared prepared;
    prepared.unit_code = "snv";
    prepared.checklists = {inspection::Checklist::postings};
    write(prepared);
    inspection::Started started;
    started.number = "1/2026";
    write(started);
    inspection::Found found;
    found.finding = std::string(32, 'f');
    found.unit_code = "snv";
    found.text = "không niêm yết đường dây nóng";
    found.due = july_day(20);
    write(found);
  }
  void write(inspection::What what) {
    const auto at = attendance::LocalTime(july_day(9) + 9h);
    const std::vector<inspection::Step> steps{{std::string(31, '0') + std::to_string(++written_),
                                               std::string(32, 'a'), "kha", at, at, std::move(what)}};
    store_.write_steps(steps, {});
  }
  int written_ = 0;
};

TEST_F(WaitingFindings, ThatAreOverdueWaitForWhoAnswersAndWhoInspects) {
  found();
  EXPECT_THAT(rows("", role(Role::inspector, "snv")), ElementsAre("finding_overdue snv 1"));
  EXPECT_THAT(rows("BINH", role(Role::head, "snv")), ElementsAre("finding_overdue snv 1"));
  EXPECT_THAT(rows("", role(Role::inspector, "vp")), IsEmpty());
  EXPECT_THAT(rows("", role(Role::timekeeper, "snv")), IsEmpty());
  const auto row = rows_for(waiting_.office(), {"x", "", role(Role::inspector)}).at(0);
  EXPECT_EQ(row.since, attendance::LocalTime(july_day(20)));
  go_to("2026-07-20 20:00");
  EXPECT_THAT(rows("BINH", role(Role::head, "snv")), IsEmpty()) << "its day is not over";
}

TEST_F(WaitingFindings, ThatAreSaidToBeMendedWaitForInspectorsAlone) {
  found();
  write(inspection::Repaired{std::string(32, 'f'), "đã niêm yết", ""});
  EXPECT_THAT(rows("", role(Role::inspector, "snv")), ElementsAre("repair_waits snv 1"));
  EXPECT_THAT(rows("BINH", role(Role::head, "snv")), IsEmpty());
  write(inspection::Reviewed{std::string(32, 'f'), true, ""});
  EXPECT_THAT(rows("", role(Role::inspector, "snv")), IsEmpty());
}

}  // namespace
}  // namespace badge::app::test
