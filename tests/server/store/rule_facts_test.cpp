// Facts of the rules: each kind as it lies in its table, withdrawal, and what was in force earlier.
#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

using namespace attendance;
using store::Applied;
using store::Fact;

Date date(int day) { return Date(std::chrono::year(2026) / 7 / day); }

CalendarDay closure(std::string unit_code, minutes from) {
  return {date(9),      CalendarKind::closure, "Ngừng làm việc do bão",
          {},           std::move(unit_code),  from,
          {"CA", "YT"}, {"A1", "A2"},          "15/CĐ-UBND"};
}

class RuleFactsTest : public StoreTest {
 protected:
  Applied apply(std::vector<Fact> facts, std::vector<Fact> withdrawn = {}) {
    return store_->apply({"admin", "test.csv", std::move(facts), std::move(withdrawn)});
  }
  [[nodiscard]] store::RosterFacts loaded() const { return store_->snapshot().roster_facts(); }
};

TEST_F(RuleFactsTest, OfPeopleAndUnitsComeBackAsTheyWereStated) {
  const Posting seconded{"A1", "An", "SNV", "chuyên viên", "", {date(1)}, 3, "MC", {"cong-b", "cong-c"}};
  const Badge lent{"A1", "04A1B2C3", {date(2), date(2)}, BadgeState::active, true};
  const TemporaryCard box{"TT-03", "04BB0001", "SNV", {date(1)}};
  const CardLoan back{"04BB0001",
                      "A1",
                      LocalTime(date(2)) + 451min,
                      LocalTime(date(3)),
                      LoanCause::not_issued,
                      "TT-03",
                      LocalTime(date(2)) + 17h};
  const CardLoan out{"04BB0001",           "A1",   LocalTime(date(4)) + 450min, LocalTime(date(5)),
                     LoanCause::forgotten, "TT-03"};
  const Head head{"SNV", "A1", HeadRole::in_charge, {date(1), date(9)}, "7/QĐ"};
  const Head deputy{"SNV", "A2", HeadRole::delegated, {date(3), date(4)}, ""};
  const ReaderEnd end{"cong-a", "cong-a-1", LocalTime(date(3)) + 8h, "ltha", "bị sét đánh"};
  const PayPeriod months{"SNV", date(1), 26};
  const Succession merged{"SGTVT", "SXD", date(1), "12/QĐ-UBND"};
  apply({seconded, lent, box, back, out, head, deputy, end, months, merged});
  open();
  EXPECT_EQ(loaded().postings, std::vector{seconded});
  EXPECT_EQ(loaded().badges, std::vector{lent});
  EXPECT_EQ(loaded().temporary_cards, std::vector{box});
  EXPECT_EQ(loaded().loans, (std::vector{back, out}));
  EXPECT_EQ(loaded().heads, (std::vector{head, deputy}));
  EXPECT_EQ(loaded().reader_ends, std::vector{end});
  EXPECT_EQ(loaded().pay_periods, std::vector{months});
  EXPECT_EQ(loaded().successions, std::vector{merged});
}

TEST_F(RuleFactsTest, OfHoursComeBackAsTheyWereStated) {
  Schedule flexible;
  flexible.name = "linh-hoat";
  flexible.seasons = {
      {date(1), 0x1F, {{"sáng", minutes(450), minutes(690), {}, {}, {}, {}}}, minutes(30), minutes(45)}};
  flexible.ignores_calendar = true;
  const CalendarDay everybody{date(9), CalendarKind::ordinary, "Làm việc bình thường", {}};
  apply({flexible, everybody, closure("SNV", minutes(810))});
  open();
  EXPECT_EQ(loaded().schedules, std::vector{flexible});
  EXPECT_EQ(loaded().calendar, (std::vector{everybody, closure("SNV", minutes(810))}));
}

TEST_F(RuleFactsTest, OfPapersComeBackAsTheyWereStated) {
  const Absence field{.staff_code = "A1",
                      .kind = AbsenceKind::field_work,
                      .days = {date(1), date(31)},
                      .sessions = {},
                      .paper = "KH 3",
                      .reported_at = {},
                      .weekdays = 0b0001001,
                      .time = ClockSpan{minutes(480), minutes(660)},
                      .approved_by = "A9",
                      .kept_despite_taps = true};
  auto from_midnight = field;
  from_midnight.time = ClockSpan{minutes(0), minutes(60)};
  auto all_day = field;
  all_day.time.reset();
  const Regime regime{"A1",        RegimeKind::menstruation, RegimePlace::middle,
                      minutes(30), {date(1), date(3)},       "g"};
  const Duty duty{"A1", date(5), "truc-dem", "SNV", "LT 7"};
  const DutySlot slot{"SNV", "truc-dem", {date(1), date(31)}, 0b1100000, 2};
  apply({field, from_midnight, all_day, regime, duty, slot});
  open();
  EXPECT_EQ(loaded().absences, (std::vector{all_day, from_midnight, field}));
  EXPECT_EQ(loaded().regimes, std::vector{regime});
  EXPECT_EQ(loaded().duties, std::vector{duty});
  EXPECT_EQ(loaded().duty_slots, std::vector{slot});
}

TEST_F(RuleFactsTest, OfLedgersAndCorrectionsComeBackAsTheyWereStated) {
  const Correction of_unit{.staff_code = "",
                           .unit_code = "SNV",
                           .date = date(6),
                           .session = "",
                           .effect = CorrectionEffect::present,
                           .at = {},
                           .outage = ClockSpan{minutes(420), minutes(500)},
                           .cause = CorrectionCause::reader_fault,
                           .explanation = "mất điện",
                           .decision = Decision::approved,
                           .decided_by = "ltha",
                           .decision_reason = "có biên bản",
                           .paper = "BB 2"};
  const Correction of_person{.staff_code = "A1",
                             .unit_code = "",
                             .date = date(6),
                             .session = "sáng",
                             .effect = CorrectionEffect::out_at,
                             .at = minutes(690),
                             .outage = {},
                             .cause = CorrectionCause::forgot_badge,
                             .explanation = "quên thẻ",
                             .decision = Decision::pending,
                             .decided_by = "",
                             .decision_reason = "",
                             .paper = ""};
  const LeaveEntitlement leave{"A1", 2026, Date(std::chrono::year(1999) / 5 / 1), 25, 3, date(31), "p"};
  const Credit credit{"A1",         CreditKind::saturday_desk,
                      date(4),      {minutes(480), minutes(1500)},
                      minutes(240), Date(std::chrono::year(2027) / 1 / 4),
                      "q",          "ltha"};
  apply({of_unit, of_person, leave, credit});
  open();
  EXPECT_EQ(loaded().corrections, (std::vector{of_unit, of_person}));
  EXPECT_EQ(loaded().entitlements, std::vector{leave});
  EXPECT_EQ(loaded().credits, std::vector{credit});
}

TEST_F(RuleFactsTest, OfOneDayStandBesideEachOtherForEachUnit) {
  apply({closure("", minutes(0)), closure("SNV", minutes(780))});
  EXPECT_EQ(apply({closure("SNV", minutes(840))}).changed, 1U);
  EXPECT_EQ(loaded().calendar, (std::vector{closure("", minutes(0)), closure("SNV", minutes(840))}));
}

TEST_F(RuleFactsTest, AreInForceNoMoreOnceWithdrawn) {
  apply({closure("", minutes(0)), closure("SNV", minutes(780))});
  const auto applied = apply({}, {closure("SNV", minutes(0))});  // its key is what counts
  EXPECT_EQ(applied.withdrawn, 1U);
  EXPECT_EQ(loaded().calendar, std::vector{closure("", minutes(0))});
  EXPECT_EQ(applied.roster_version, store_->snapshot().version().roster_version);
  EXPECT_EQ(store_->snapshot().fact_log(1).at(0).facts, 1U);
  open();
  EXPECT_EQ(loaded().calendar, std::vector{closure("", minutes(0))});
  expect_verified();
}

TEST_F(RuleFactsTest, CanBeStatedAgainAfterTheyWereWithdrawn) {
  Schedule night;
  night.name = "truc-dem";
  night.seasons = {{date(1), 0x7F, {{"đêm", minutes(1140), minutes(1860), {}, {}, {}, {}}}}};
  apply({night});
  apply({}, {night});
  EXPECT_TRUE(loaded().schedules.empty());
  EXPECT_EQ(apply({night}).added, 1U);
  EXPECT_EQ(loaded().schedules, std::vector{night});
}

TEST_F(RuleFactsTest, ThatAreNotInForceCannotBeWithdrawn) {
  apply({closure("", minutes(0))});
  apply({}, {closure("", minutes(0))});
  const auto version = store_->snapshot().version();
  EXPECT_EQ(apply({}, {closure("", minutes(0)), closure("SNV", minutes(0))}),
            (Applied{0, 0, 0, version.roster_version, 0}));
  EXPECT_EQ(store_->snapshot().version(), version);
}

TEST_F(RuleFactsTest, StatedAndWithdrawnInOneStepAreWithdrawn) {
  const auto applied = apply({closure("", minutes(0))}, {closure("", minutes(0))});
  EXPECT_EQ(applied.added, 1U);
  EXPECT_EQ(applied.withdrawn, 1U);
  EXPECT_TRUE(loaded().calendar.empty());
}

TEST_F(RuleFactsTest, WithdrawalsArePreviewedWithoutBeingWritten) {
  apply({closure("", minutes(0))});
  EXPECT_EQ(store_->preview({"admin", "x", {}, {closure("", minutes(0)), closure("SNV", {})}}).withdrawn, 1U);
  EXPECT_EQ(loaded().calendar.size(), 1U);
}

TEST_F(RuleFactsTest, AreKnownAsTheyWereAtAnEarlierPosition) {
  const auto none = store_->snapshot().version().last_position;
  const auto first = apply({closure("", minutes(480)), closure("SNV", minutes(480))}).roster_version;
  const auto second = apply({closure("", minutes(780))}, {closure("SNV", {})}).roster_version;
  const auto third = apply({closure("SNV", minutes(900))}, {closure("", {})}).roster_version;
  const auto now = store_->snapshot();
  EXPECT_TRUE(now.roster_facts(none).calendar.empty());
  EXPECT_EQ(now.roster_facts(first).calendar,
            (std::vector{closure("", minutes(480)), closure("SNV", minutes(480))}));
  EXPECT_EQ(now.roster_facts(second - 1).calendar, now.roster_facts(first).calendar);
  EXPECT_EQ(now.roster_facts(second).calendar, std::vector{closure("", minutes(780))});
  EXPECT_EQ(now.roster_facts(third).calendar, std::vector{closure("SNV", minutes(900))});
  EXPECT_EQ(now.roster_facts().calendar, now.roster_facts(third).calendar);
}

TEST_F(RuleFactsTest, AreListedSinceAPosition) {
  apply({closure("", minutes(480))});
  const auto first = store_->snapshot().version().roster_version;
  apply({closure("A", minutes(480)), closure("B", minutes(480))});
  apply({}, {closure("", {})});
  const auto since = store_->snapshot().facts_since(first);
  ASSERT_EQ(since.size(), 2U);
  EXPECT_EQ(since[0].facts, 2U);
  EXPECT_EQ(since[1].facts, 1U);
  EXPECT_LT(since[0].position, since[1].position);
  EXPECT_TRUE(store_->snapshot().facts_since(since[1].position).empty());
}

TEST_F(RuleFactsTest, OfAWithdrawnBadgeLeaveItsCardUnknown) {
  const Badge badge{"A1", card(1).hex(), {date(1)}, BadgeState::active};
  apply({badge});
  Journal journal;
  journal.add(tap(card(1), at(july_9, 8h)));
  acknowledged(journal.all());
  const auto july = std::chrono::year(2026) / 7;
  EXPECT_TRUE(store_->snapshot().unknown_credentials(july).empty());
  apply({}, {badge});
  EXPECT_EQ(store_->snapshot().unknown_credentials(july).size(), 1U);
}

}  // namespace
}  // namespace badge::test
