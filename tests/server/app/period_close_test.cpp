// Closing a unit's period: when it is refused, what supersedes what, who may, how it is opened again.
#include "tests/server/app/closing_office.hpp"
#include "tests/server/store/store_fixture.hpp"

namespace badge::app::test {
namespace {

using attendance::Posting;
using attendance::Unit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class PeriodClosing : public ClosingOffice {
 protected:
  void ingest(const badge::test::Journal& journal) {
    std::promise<void> answered;
    ASSERT_TRUE(store_.ingest(journal.all(), [&](const store::BatchAnswer&) { answered.set_value(); }));
    answered.get_future().wait();
  }
};

TEST_F(PeriodClosing, IsRefusedWhileSessionsAreInDoubtAndNamesThem) {
  const auto refused = try_close("snv");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().why, Why::still_open);
  EXPECT_EQ(refused.error().open_sessions, 2 * 46U);
  ASSERT_THAT(refused.error().open, SizeIs(2));
  EXPECT_EQ(refused.error().open[0],
            "Trần Thị Bình (BINH): 46 buổi, từ buổi sáng ngày 01/7/2026: đầu đọc thẻ chưa gửi đủ dữ liệu");
  EXPECT_THAT(closes_.list(all_july, everybody), IsEmpty());
}

TEST_F(PeriodClosing, IsRefusedBeforeTheLastSessionHasBegun) {
  import_taps({{card(an_card), "31 07:20"},
               {card(an_card), "31 11:31"},
               {card("04000001"), "31 07:20"},
               {card("04000001"), "31 11:31"}});
  now_ = instant("31 13:29");
  const auto refused = try_close("snv");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().open,
              ElementsAre("Trần Thị Bình (BINH): 2 buổi, từ buổi sáng ngày 31/7/2026: buổi chưa kết thúc",
                          "Nguyễn Văn An (AN): 2 buổi, từ buổi sáng ngày 31/7/2026: buổi chưa kết thúc"));
}

TEST_F(PeriodClosing, OfAnotherUnitDoesNotWait) {
  import_taps({});
  state({Unit{"moi", "Sở Mới", "sở", "", {july_day(1)}},
         Posting{"DUNG", "Phạm Dũng", "moi", "Chuyên viên", "công chức", {july_day(1)}, 1},
         attendance::Assignment{"hanh-chinh", "moi", "", {july_day(1)}}});
  EXPECT_EQ(refusal("moi"), Why::still_open) << "no entrance serves it";
  EXPECT_TRUE(try_close("snv"));
}

TEST_F(PeriodClosing, OfAPeriodThatIsNoMonthsIsRefused) {
  import_taps({});
  EXPECT_EQ(refusal("snv", false, {july_day(1), july_day(1) + std::chrono::days(62)}), Why::bad_length);
  EXPECT_EQ(refusal("snv", false, {july_day(9), july_day(8)}), Why::bad_length);
  EXPECT_EQ(refusal("xyz"), Why::no_such_unit);
}

TEST_F(PeriodClosing, MayBePreliminaryAndThenFinal) {
  const auto live = row("snv").own;
  const auto preliminary = close("snv", true);
  EXPECT_EQ(row("snv").state, UnitState::preliminary);
  EXPECT_EQ(row("vp").state, UnitState::open) << "those below are closed by themselves";
  EXPECT_EQ(row("snv").own, live);
  import_taps({});
  EXPECT_EQ(row("snv").own.absent, 2 * 46U) << "a preliminary close freezes nothing";
  const auto again = close("snv", true);
  const auto final = close("snv");
  EXPECT_EQ(row("snv").state, UnitState::closed);
  std::vector<std::uint64_t> in_force;
  for (const auto& close : store::in_force(closes_.list(all_july, everybody)))
    in_force.push_back(close.position);
  EXPECT_THAT(in_force, ElementsAre(final));
  EXPECT_FALSE(closes_.reopen(preliminary, "Bà Hoa", "nhầm", everybody)) << "superseded";
  EXPECT_FALSE(closes_.reopen(again, "Bà Hoa", "nhầm", everybody)) << "superseded";
}

TEST_F(PeriodClosing, IsNotDoneTwice) {
  import_taps({});
  close("snv");
  EXPECT_EQ(refusal("snv"), Why::closed_already);
  EXPECT_EQ(refusal("snv", true), Why::closed_already);
  EXPECT_EQ(refusal("snv", false, {july_day(31), july_day(31) + std::chrono::days(1)}), Why::closed_already)
      << "shares a day";
  EXPECT_TRUE(try_close("vp"));
}

TEST_F(PeriodClosing, IsUndoneOnlyWithAReason) {
  import_taps({});
  const auto position = close("snv");
  EXPECT_FALSE(closes_.reopen(position, "Bà Hoa", "", everybody));
  EXPECT_FALSE(closes_.reopen(position, "Bà Hoa", " \t", everybody));
  EXPECT_FALSE(closes_.reopen(position + 1, "Bà Hoa", "thiếu giấy", everybody));
  EXPECT_EQ(row("snv").state, UnitState::closed);
  EXPECT_TRUE(closes_.reopen(position, "Bà Hoa", "thiếu giấy", everybody));
  EXPECT_FALSE(closes_.reopen(position, "Bà Hoa", "thiếu giấy", everybody)) << "it is open";
  EXPECT_EQ(row("snv").state, UnitState::open);
}

TEST_F(PeriodClosing, OnceUndoneTheReportFollowsTheFactsAndTheHistoryStays) {
  import_taps({});
  close("snv", true);
  const auto first = close("snv");
  state({leave_of_an(9)});
  EXPECT_EQ(row("snv").own.excused, 0U);
  ASSERT_TRUE(closes_.reopen(first, "Ông Nam", "bổ sung giấy phép", everybody));
  EXPECT_EQ(row("snv").own.excused, 2U);
  EXPECT_EQ(row("tinh").subtree.excused, 2U);
  EXPECT_EQ(row("snv").state, UnitState::open) << "nor is it closed preliminarily any more";
  close("snv");
  EXPECT_EQ(row("snv").own.excused, 2U);
  EXPECT_THAT(changes("snv"), IsEmpty());
  const auto history = closes_.list(all_july, everybody);
  ASSERT_THAT(history, SizeIs(3));
  EXPECT_EQ(history[1].closed_by, "Bà Hoa");
  ASSERT_TRUE(history[1].reopened);
  EXPECT_EQ(history[1].reopened->by, "Ông Nam");
  EXPECT_EQ(history[1].reopened->reason, "bổ sung giấy phép");
  EXPECT_FALSE(history[2].reopened);
  EXPECT_NE(history[1].digest, history[2].digest);
  EXPECT_EQ(sheet(first).people[1].lines.size(), 46U);
  EXPECT_THAT(verify(), IsEmpty());
}

TEST_F(PeriodClosing, MayRunFromThe26thToThe25th) {
  import_taps({{card(an_card), "24 07:37"}, {card(an_card), "27 07:40"}});
  const attendance::DateSpan days{july_day(1) - std::chrono::days(5), july_day(25)};
  EXPECT_EQ(refusal("snv", false, days), Why::still_open) << "June is not known completely";
  state({attendance::Completeness{"tinh", {days.from, july_day(1)}, "hr"}});
  const auto frozen = sheet(close("snv", false, days));
  EXPECT_EQ(frozen.days, days);
  EXPECT_EQ(frozen.people[1].lines.front().date, july_day(1) - std::chrono::days(5));
  EXPECT_EQ(frozen.people[1].lines.size(), 2 * 21U) << "weekdays";
  EXPECT_EQ(attendance::tally_of(frozen.people[1]).late_min, 7U) << "the 27th is of the next period's";
  EXPECT_EQ(row("snv").state, UnitState::open) << "the calendar month is not what was closed";
  EXPECT_EQ(refusal("snv"), Why::closed_already) << "it shares days with July";
  const attendance::DateSpan next{july_day(26), july_day(26) + std::chrono::days(30)};
  EXPECT_TRUE(try_close("snv", true, next));
  state({leave_of_an(23)});
  const auto list = change_list(evidence_, "snv", days, std::nullopt, everybody, Language::vi);
  ASSERT_TRUE(list);
  EXPECT_THAT(list->changes, SizeIs(2));
  EXPECT_THAT(verify(), IsEmpty());
}

TEST_F(PeriodClosing, OfAMonthFollowsTheUnitsPayPeriod) {
  state({attendance::PayPeriod{"tinh", july_day(1), 26}});
  EXPECT_EQ(closes_.period("vp", july), (attendance::DateSpan{july_day(1), july_day(25)})) << "inherited";
  EXPECT_EQ(closes_.period("xyz", july), all_july);
  close("snv", true, closes_.period("snv", july + std::chrono::months(1)));
  EXPECT_THAT(closes_.list(july, everybody), IsEmpty()) << "it shares days with the calendar month only";
  EXPECT_THAT(closes_.list(july + std::chrono::months(1), everybody), SizeIs(1));
  EXPECT_THAT(closes_.list(july + std::chrono::months(1), within("vp")), IsEmpty());
}

TEST_F(PeriodClosing, WorksForAUnitThatEndedInTheMiddle) {
  import_taps({});
  state({Unit{"huyen", "Huyện cũ", "huyện", "tinh", {july_day(1), july_day(10)}},
         attendance::Head{"huyen", "DUNG", {}, {july_day(1), july_day(10)}, "QĐ 1"},
         Posting{"DUNG", "Phạm Dũng", "huyen", "Chủ tịch", "công chức", {july_day(1), july_day(10)}, 1},
         attendance::Badge{"DUNG", "04000003", {july_day(1)}, {}},
         Posting{"DUNG", "Phạm Dũng", "vp", "Chuyên viên", "công chức", {july_day(11)}, 1}});
  const auto before = row("tinh");
  const auto closed = try_close("huyen", false, all_july, within("tinh"));
  ASSERT_TRUE(closed);
  const auto frozen = sheet(closed->position);
  EXPECT_EQ(frozen.head_name, "Phạm Dũng");
  ASSERT_THAT(frozen.people, SizeIs(1));
  EXPECT_EQ(frozen.people[0].position, "Chủ tịch");
  EXPECT_EQ(frozen.people[0].lines.size(), 2 * 8U);
  EXPECT_EQ(row("huyen").state, UnitState::closed);
  EXPECT_EQ(row("tinh").subtree, before.subtree);
  EXPECT_EQ(row("tinh").subtree_staff, before.subtree_staff) << "who moved counts once";
  withdraw(Posting{"DUNG", "", "", "", "", {july_day(1)}});
  EXPECT_EQ(row("huyen").own.absent, 16U);
  EXPECT_EQ(row("tinh").subtree, before.subtree);
  EXPECT_TRUE(change_list(evidence_, "huyen", all_july, std::nullopt, within("tinh"), Language::vi));
}

TEST_F(PeriodClosing, IsOnlyForWhoMaySeeTheUnit) {
  import_taps({});
  EXPECT_EQ(refusal("snv", false, all_july, within("vp")), Why::no_such_unit);
  const auto position = close("snv");
  EXPECT_THAT(closes_.list(all_july, within("vp")), IsEmpty());
  EXPECT_THAT(closes_.list(all_july, within("snv")), SizeIs(1));
  EXPECT_FALSE(closes_.reopen(position, "Cô Lan", "muốn xem", within("vp")));
  EXPECT_FALSE(change_list(evidence_, "snv", all_july, std::nullopt, within("vp"), Language::vi));
  EXPECT_TRUE(change_list(evidence_, "snv", all_july, std::nullopt, within("snv"), Language::vi));
  EXPECT_TRUE(try_close("vp", false, all_july, within("snv"))) << "one below";
}

TEST_F(PeriodClosing, IsVerifiedAgainstTheFactsOfItsTime) {
  import_taps({{card(an_card), "09 07:37"}});
  close("snv");
  state({leave_of_an(9), posting_of_an("vp", {july_day(20)})});
  import_taps({{card(an_card), "09 11:31"}});
  EXPECT_THAT(verify(), IsEmpty()) << "what came later counts for nothing";
}

TEST_F(PeriodClosing, IsVerifiedWithoutReadersThatNobodyHadHeardOf) {
  badge::test::Journal known, unknown("fedcba9876543210fedcba9876543210");
  known.add(Listening{"a-1", "cong-a", {}, instant("01 00:00"), ClockState::synchronised});
  known.add(Deaf{"a-1", instant("31 23:59") + std::chrono::hours(100), "unplugged"});
  ingest(known);
  close("snv");
  unknown.add(Listening{"a-2", "cong-a", {}, instant("09 05:00"), ClockState::synchronised});
  unknown.add(Deaf{"a-2", instant("09 06:00"), "unplugged"});
  ingest(unknown);
  EXPECT_FALSE(changes("snv").empty()) << "it may have seen taps";
  EXPECT_THAT(verify(), IsEmpty());
}

TEST_F(PeriodClosing, AForgedSheetIsFound) {
  import_taps({});
  auto signed_sheet = *try_close("snv");
  ASSERT_TRUE(closes_.reopen(signed_sheet.position, "Bà Hoa", "làm lại", everybody));
  auto forged = *attendance::parse_sheet(signed_sheet.sheet);
  forged.people[0].lines[0].state = attendance::SessionState::present;
  signed_sheet.sheet = attendance::to_text(forged);
  const auto position = store_.close_period(signed_sheet)->position;
  EXPECT_THAT(verify(), ElementsAre(HasSubstr("1 sessions are judged otherwise")));
  ASSERT_TRUE(closes_.reopen(position, "Bà Hoa", "làm lại", everybody));
  EXPECT_THAT(verify(), IsEmpty()) << "it is in force no more";
}

}  // namespace
}  // namespace badge::app::test
