// A unit's people day by day: one letter a session.
#include "server/app/unit_days.hpp"

#include "tests/server/app/closing_office.hpp"

namespace badge::app::test {
namespace {

using testing::SizeIs;

class UnitDaysTest : public ClosingOffice {
 protected:
  [[nodiscard]] UnitDays days_of(std::string_view unit, bool whole_subtree = false,
                                 const Scope& scope = everybody) {
    const auto told = unit_days(evidence_, *months_.get(july), unit, whole_subtree, scope);
    EXPECT_TRUE(told) << unit;
    return told.value_or(UnitDays{});
  }
};

TEST_F(UnitDaysTest, SayOneLetterASession) {
  import_taps({{card(an_card), "01 07:20"},
               {card(an_card), "01 11:31"},  // on time; the afternoon is absent
               {card(an_card), "02 07:45"},
               {card(an_card), "02 11:31"},    // late
               {card(an_card), "02 13:20"},    // no out
               {card(an_card), "03 07:45"}});  // late, and no out
  state({leave_of_an(6)});
  const auto told = days_of("snv");
  EXPECT_EQ(told.unit.name, "Sở Nội vụ");
  EXPECT_EQ(told.people, 2U);
  ASSERT_THAT(told.rows, SizeIs(2));
  EXPECT_EQ(told.rows[0].staff_code, "BINH") << "in the order of papers";
  const auto& days = told.rows[1].days;
  ASSERT_THAT(days, SizeIs(31));
  EXPECT_EQ(days[0], "pa");
  EXPECT_EQ(days[1], "lm");
  EXPECT_EQ(days[2], "ba");
  EXPECT_EQ(days[3], "") << "a Saturday";
  EXPECT_EQ(days[5], "ee");
}

TEST_F(UnitDaysTest, SayNotEnoughDataWhereNobodyListened) {
  EXPECT_EQ(days_of("snv").rows.at(0).days.at(0), "uu");
}

TEST_F(UnitDaysTest, CountTheSubtreeWhereThatIsAskedFor) {
  EXPECT_THAT(days_of("tinh").rows, SizeIs(0));
  const auto told = days_of("tinh", true);
  ASSERT_THAT(told.rows, SizeIs(3));
  EXPECT_EQ(told.rows[2].unit.code, "vp");
}

TEST_F(UnitDaysTest, OfSomebodyWhoMovedAreThoseInTheUnit) {
  import_taps({});
  state({posting_of_an("snv", {long_ago, july_day(14)}), posting_of_an("vp", {july_day(15)})});
  const auto before = days_of("snv").rows.at(1).days;
  EXPECT_EQ(before[13], "aa");
  EXPECT_EQ(before[14], "");
}

TEST_F(UnitDaysTest, OfAClosedUnitAreThoseOfItsSheet) {
  import_taps({});
  close("snv");
  state({leave_of_an(6)});
  EXPECT_EQ(days_of("snv").rows.at(1).days.at(5), "aa");
}

TEST_F(UnitDaysTest, AreOnlyShownWithinTheScope) {
  EXPECT_FALSE(unit_days(evidence_, *months_.get(july), "snv", false, within("vp")));
  EXPECT_FALSE(unit_days(evidence_, *months_.get(july), "xyz", false, everybody));
}

}  // namespace
}  // namespace badge::app::test
