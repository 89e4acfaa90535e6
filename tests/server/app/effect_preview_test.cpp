// What an import would change, before it is written.
#include "server/app/effect_preview.hpp"

#include "server/app/imports/concerns.hpp"
#include "tests/server/app/closing_office.hpp"

namespace badge::app::test {
namespace {

using attendance::Assignment;
using attendance::CalendarDay;
using attendance::CalendarKind;
using attendance::SessionState;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class EffectPreview : public ClosingOffice {
 protected:
  static ImportPlan plan_of(std::vector<store::Fact> facts, std::vector<store::Fact> withdrawn = {}) {
    ImportPlan plan;
    plan.facts = std::move(facts);
    plan.withdrawn = std::move(withdrawn);
    return plan;
  }
  [[nodiscard]] Effects effects(const ImportPlan& plan) const { return effects_of(evidence_, plan); }
  [[nodiscard]] Concerns concerns(const ImportPlan& plan) const {
    return concerns_of(plan, *evidence_.rule_book(evidence_.snapshot()), july_day(9));
  }
  static CalendarDay holiday(unsigned day, std::string unit = "") {
    return {july_day(day), CalendarKind::holiday, "Lễ", {}, std::move(unit)};
  }
  /// The sessions of three people on a day, and what the preview says must be what the import then does.
  void expect_true(const ImportPlan& plan) {
    const auto told = effects(plan);
    const auto before = all_tallies();
    store_.apply({"hr", "test", plan.facts, plan.withdrawn});
    EXPECT_EQ(told.verdicts == 0, before == all_tallies());
  }
  [[nodiscard]] std::vector<attendance::Tally> all_tallies() {
    std::vector<attendance::Tally> tallies;
    for (const auto& unit : {"tinh", "snv", "vp"}) tallies.push_back(row(unit).own);
    return tallies;
  }
};

TEST_F(EffectPreview, OfAHolidayAreTheSessionsOfEverybodyOnThatDay) {
  import_taps({{card(an_card), "09 07:20"}, {card(an_card), "09 11:31"}});
  const auto told = effects(plan_of({holiday(9)}));
  EXPECT_EQ(told.people, 3U);
  EXPECT_EQ(told.days, 1U);
  EXPECT_EQ(told.verdicts, 6U);
  EXPECT_THAT(told.months, ElementsAre(july));
  ASSERT_THAT(told.listed, SizeIs(6));
  EXPECT_EQ(told.listed[0].staff_code, "AN");
  EXPECT_EQ(told.listed[0].before.value().state, SessionState::present);
  EXPECT_FALSE(told.listed[0].after) << "nothing is owed on a holiday";
  EXPECT_EQ(row("snv").own.sessions_due, 2 * 46U) << "nothing was written";
  expect_true(plan_of({holiday(9)}));
  EXPECT_EQ(row("snv").own.sessions_due, 2 * 44U);
}

TEST_F(EffectPreview, OfAHolidayOfOneUnitAreThoseOfItsPeople) {
  import_taps({});
  EXPECT_EQ(effects(plan_of({holiday(9, "vp")})).people, 1U);
  EXPECT_EQ(effects(plan_of({holiday(11)})).people, 0U) << "a Saturday";
}

TEST_F(EffectPreview, OfAWithdrawnHolidayAreTheSessionsThatAreOwedAgain) {
  import_taps({});
  state({holiday(9)});
  const auto told = effects(plan_of({}, {holiday(9)}));
  EXPECT_EQ(told.verdicts, 6U);
  EXPECT_EQ(told.listed.at(0).after.value().state, SessionState::absent);
}

TEST_F(EffectPreview, OfWhatIsInForceAlreadyAreNone) {
  import_taps({});
  state({holiday(9)});
  const auto told = effects(plan_of({holiday(9)}));
  EXPECT_EQ(told.verdicts, 0U);
  EXPECT_THAT(told.listed, IsEmpty());
}

TEST_F(EffectPreview, OfOtherHoursAreOnlyTheVerdictsThatDiffer) {
  import_taps({{card(an_card), "09 07:37"}, {card(an_card), "09 11:31"}});
  attendance::Schedule later;
  later.name = "hanh-chinh";
  using std::chrono::minutes;
  later.seasons = {
      {long_ago,
       0b11111,
       {{"sáng", minutes(480), minutes(690), minutes(60), minutes(120), minutes(5), minutes(5)},
        {"chiều", minutes(810), minutes(1020), minutes(60), minutes(120), minutes(5), minutes(5)}}}};
  const auto told = effects(plan_of({later}));
  EXPECT_EQ(told.verdicts, 1U) << "An is no more late; who is absent stays absent";
  ASSERT_THAT(told.listed, SizeIs(1));
  EXPECT_EQ(told.listed[0].before.value().late, minutes(7));
  EXPECT_EQ(told.listed[0].after.value().late, minutes(0));
  EXPECT_TRUE(told.has_more_months);
}

TEST_F(EffectPreview, LeavesOutUnitsWhoseMonthIsClosed) {
  import_taps({});
  close("snv");
  const auto told = effects(plan_of({holiday(9)}));
  EXPECT_EQ(told.people, 1U);
  EXPECT_EQ(told.listed.at(0).staff_code, "CHI");
}

TEST_F(EffectPreview, CountsEverythingAndListsTheFirst) {
  import_taps({});
  std::vector<store::Fact> holidays;
  for (unsigned day = 1; day <= 31; ++day) holidays.emplace_back(holiday(day));
  std::vector<store::Fact> more;
  for (int i = 0; i < 10; ++i)
    more.emplace_back(attendance::Posting{"P" + std::to_string(i), "Người", "vp", "", "", {long_ago}, i});
  state(more);
  const auto told = effects(plan_of(holidays));
  EXPECT_EQ(told.people, 13U);
  EXPECT_EQ(told.days, 23U);
  EXPECT_EQ(told.verdicts, 13 * 46U);
  EXPECT_THAT(told.listed, SizeIs(effects_listed_max));
}

TEST_F(EffectPreview, SaysWhomAFileSpeaksOf) {
  EXPECT_EQ(concerns(plan_of({holiday(9)})).people, 3U);
  EXPECT_EQ(concerns(plan_of({holiday(9)})).units, 2U) << "in which they are";
  EXPECT_EQ(concerns(plan_of({holiday(9, "vp")})).people, 1U);
  EXPECT_EQ(concerns(plan_of({leave_of_an(9), leave_of_an(10)})).people, 1U);
  EXPECT_EQ(
      concerns(plan_of({attendance::Posting{"MOI", "Người mới", "vp", "", "", {july_day(1)}, 1}})).people,
      1U);
  EXPECT_EQ(concerns(plan_of({Assignment{"hanh-chinh", "snv", "", {july_day(1)}}})).people, 3U);
  attendance::Schedule schedule;
  schedule.name = "hanh-chinh";
  EXPECT_EQ(concerns(plan_of({schedule})).people, 3U) << "who follow it";
  EXPECT_EQ(concerns(plan_of({})).people, 0U);
}

}  // namespace
}  // namespace badge::app::test
