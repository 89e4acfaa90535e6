#include "server/inspection/plan.hpp"

#include <gmock/gmock.h>

#include "server/inspection/inspection.hpp"
#include "tests/server/inspection/steps.hpp"

namespace badge::inspection::testing {
namespace {

using ::testing::ElementsAre;

const std::string department = "sở, ban, ngành", one_stop = "Bộ phận Một cửa", commune = "xã, phường";
const std::string agency = "cơ quan chuyên môn", body = "ban ngành", committee = "UBND huyện";

Plan plan(std::vector<PlanLine> lines) {
  Written file;
  file(PlanStated{"15/KH-UBND", "UBND tỉnh", "", day(2026, 1, 15), 2026});
  for (int number = 1; auto& line : lines) {
    line.line = number++;
    file(line);
  }
  return plan_of(file.steps()).value();
}

Plan of_the_province() { return plan({{0, department, 8, {}}, {0, one_stop, 3, {}}, {0, commune, 29, {}}}); }
Plan of_two_quarters() {
  return plan({{0, agency, 6, {2, 3}}, {0, body, 2, {2, 3}}, {0, committee, 3, {2, 3}}});
}

Check check(std::string unit, std::string kind, Date date) {
  return {std::move(unit), std::move(kind), date, the_file};
}

/// Different units of one kind, one a day.
void visit_each(std::vector<Check>& checks, const std::string& kind, int count, Date first) {
  for (int i = 0; i < count; ++i) {
    checks.push_back(check(kind + std::to_string(i), kind, first + std::chrono::days(i)));
  }
}

std::vector<int> done(const PlanProgress& progress) {
  std::vector<int> done;
  for (const auto& row : progress.rows) done.push_back(row.done);
  return done;
}

TEST(Plan, OfAProvinceIsDoneWithFortyUnits) {
  std::vector<Check> checks;
  visit_each(checks, commune, 29, day(2026, 2, 1));
  visit_each(checks, department, 8, day(2026, 5, 1));
  visit_each(checks, one_stop, 3, day(2026, 10, 1));
  const auto progress = progress_of(of_the_province(), checks);
  EXPECT_EQ(progress.planned, 40);
  EXPECT_EQ(progress.done, 40);
  EXPECT_EQ(progress.permille(), 1000);
  ASSERT_EQ(progress.kinds.size(), 3U);
  EXPECT_EQ(progress.kinds[0].unit_kind, department);
  EXPECT_THAT(done(progress), ElementsAre(8, 3, 29));
  EXPECT_EQ(progress.kinds[2].planned, 29);
  EXPECT_EQ(progress.kinds[2].done, 29);
}

TEST(Plan, WithOneUnitLessIsNotAllDone) {
  std::vector<Check> checks;
  visit_each(checks, department, 8, day(2026, 5, 1));
  visit_each(checks, one_stop, 3, day(2026, 10, 1));
  visit_each(checks, commune, 28, day(2026, 2, 1));
  EXPECT_EQ(progress_of(of_the_province(), checks).permille(), 975);
}

TEST(Plan, MoreOfOneKindMakesUpForNoneOfAnother) {
  std::vector<Check> checks;
  visit_each(checks, department, 8, day(2026, 5, 1));
  visit_each(checks, commune, 32, day(2026, 2, 1));
  const auto progress = progress_of(of_the_province(), checks);
  EXPECT_EQ(progress.done, 40);
  EXPECT_EQ(progress.of_planned, 37);
  EXPECT_EQ(progress.permille(), 925);
  EXPECT_EQ(progress.kinds[1].done, 0);
  EXPECT_EQ(progress.kinds[2].done, 32);
}

TEST(Plan, OfTwoQuartersWaitsForVisitsInThese) {
  std::vector<Check> checks;
  visit_each(checks, agency, 6, day(2026, 4, 1));
  visit_each(checks, body, 2, day(2026, 6, 29));
  visit_each(checks, committee, 3, day(2026, 9, 28));
  const auto progress = progress_of(of_two_quarters(), checks);
  EXPECT_EQ(progress.planned, 11);
  EXPECT_THAT(done(progress), ElementsAre(6, 2, 3));
  EXPECT_EQ(progress.permille(), 1000);
}

TEST(Plan, AVisitInAnotherQuarterCountsForNoLine) {
  for (const auto date : {day(2026, 1, 1), day(2026, 3, 31), day(2026, 10, 1), day(2026, 12, 31)}) {
    const auto progress = progress_of(of_two_quarters(), std::vector{check("A", agency, date)});
    EXPECT_EQ(progress.of_planned, 0);
    EXPECT_EQ(progress.done, 1) << "but the unit was inspected";
    EXPECT_EQ(progress.kinds[0].done, 1);
  }
  for (const auto date : {day(2026, 4, 1), day(2026, 6, 30), day(2026, 7, 1), day(2026, 9, 30)}) {
    EXPECT_EQ(progress_of(of_two_quarters(), std::vector{check("A", agency, date)}).of_planned, 1);
  }
}

TEST(Plan, AnEarlierVisitLeavesTheUnitToOneThatCounts) {
  const std::vector checks = {check("A", agency, day(2026, 2, 3)), check("A", agency, day(2026, 5, 3))};
  const auto progress = progress_of(of_two_quarters(), checks);
  EXPECT_EQ(progress.of_planned, 1);
  EXPECT_EQ(progress.done, 1);
}

TEST(Plan, ASecondVisitToAUnitCountsNoSecondTime) {
  const std::vector checks = {check("A", agency, day(2026, 4, 3)), check("A", agency, day(2026, 8, 3))};
  const auto progress = progress_of(of_two_quarters(), checks);
  EXPECT_THAT(done(progress), ElementsAre(1, 0, 0));
  EXPECT_EQ(progress.done, 1);
}

TEST(Plan, GivesAVisitToTheLineThatNeedsIt) {
  const auto any_then_second = plan({{0, agency, 1, {}}, {0, agency, 1, {2}}});
  const std::vector one_of_each = {check("A", agency, day(2026, 5, 3)), check("B", agency, day(2026, 8, 3))};
  EXPECT_EQ(progress_of(any_then_second, one_of_each).permille(), 1000);
  const auto each_quarter = plan({{0, agency, 1, {2}}, {0, agency, 1, {3}}});
  const std::vector twice = {check("A", agency, day(2026, 5, 3)), check("B", agency, day(2026, 6, 3)),
                             check("A", agency, day(2026, 8, 3))};
  EXPECT_EQ(progress_of(each_quarter, twice).permille(), 1000) << "B in the second, A in the third quarter";
}

TEST(Plan, CountsAVisitOfAnyBasisAndForm) {
  for (const auto basis : every<Basis>()) {
    for (const auto form : every<Form>()) {
      auto prepared = visit("A", form);
      prepared.basis = basis;
      prepared.plan = the_file;
      const auto inspection = inspection_of(Written()(prepared)(start("0001/2026")).steps()).value();
      const Check made{inspection.prepared.unit_code, agency, day(2026, 5, 3), inspection.prepared.plan};
      EXPECT_EQ(progress_of(of_two_quarters(), std::vector{made}).of_planned, 1)
          << to_string(basis) << ' ' << to_string(form);
    }
  }
}

TEST(Plan, CountsOnlyVisitsMadeForIt) {
  auto elsewhere = check("A", agency, day(2026, 5, 3));
  elsewhere.plan = id(0xbad);
  EXPECT_EQ(progress_of(of_two_quarters(), std::vector{elsewhere}).done, 0);
}

TEST(Plan, CountsNoUnitWhereAPlaceWasChecked) {
  const auto progress = progress_of(of_two_quarters(), std::vector{check("", "", day(2026, 5, 3))});
  EXPECT_EQ(progress.done, 0);
  EXPECT_EQ(progress.kinds.size(), 3U);
}

TEST(Plan, WithoutLinesHasNoShare) {
  const auto progress = progress_of(plan({}), std::vector{check("A", agency, day(2026, 5, 3))});
  EXPECT_EQ(progress.permille(), std::nullopt);
  EXPECT_EQ(progress.done, 1);
}

TEST(Plan, TakesTheLaterLineAndLeavesOutWhatIsTakenOut) {
  Written file;
  file(PlanStated{"15/KH", "UBND tỉnh", "", day(2026, 1, 15), 2026});
  file(PlanLine{2, body, 2, {}})(PlanLine{1, agency, 6, {}})(PlanLine{1, agency, 5, {}});
  EXPECT_EQ(plan_of(file.steps())->lines.at(0).count, 5);
  file(PlanLine{1, agency, 0, {}});
  ASSERT_EQ(plan_of(file.steps())->lines.size(), 1U);
  EXPECT_EQ(plan_of(file.steps())->lines[0].unit_kind, body);
  EXPECT_FALSE(plan_of(Written()(PlanLine{1, agency, 6, {}}).steps())) << "nobody stated the plan itself";
}

}  // namespace
}  // namespace badge::inspection::testing
