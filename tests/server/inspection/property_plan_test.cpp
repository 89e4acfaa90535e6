// Laws of plan against done.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "server/inspection/plan.hpp"
#include "tests/server/inspection/random_steps.hpp"

namespace badge::inspection::testing {
namespace {

int quarter(Date date) {
  return static_cast<int>((static_cast<unsigned>(std::chrono::year_month_day{date}.month()) + 2) / 3);
}

/// A few lines of two kinds, in random quarters.
Plan random_plan() {
  Plan plan;
  plan.file = the_file;
  const auto count = *rc::gen::inRange(0, 5);
  for (int number = 1; number <= count; ++number) {
    PlanLine line{number, *rc::gen::element<std::string>("sở", "sở", "xã"), *rc::gen::inRange(1, 3), {}};
    for (int one = 1; one <= 4; ++one) {
      if (*rc::gen::arbitrary<bool>()) line.quarters.push_back(one);
    }
    plan.lines.push_back(std::move(line));
  }
  return plan;
}

std::vector<Check> random_checks() {
  std::vector<Check> checks;
  const auto count = *rc::gen::inRange(0, 9);
  for (int i = 0; i < count; ++i) {
    const auto unit = *rc::gen::inRange(0, 6);
    const auto date = day(2026, 1, 1) + std::chrono::days(*rc::gen::inRange(0, 365));
    checks.push_back({"DV" + std::to_string(unit), unit == 5 ? "xã" : "sở", date, the_file});
  }
  return checks;
}

/// How many of `units` from `next` on can count at best: every way is tried.
int most(const std::vector<std::vector<Check>>& units, std::size_t next, std::vector<PlanLine>& lines) {
  if (next == units.size()) return 0;
  int best = most(units, next + 1, lines);
  for (auto& line : lines) {
    const bool takes =
        line.count > 0 && std::ranges::any_of(units[next], [&](const Check& check) {
          return check.unit_kind == line.unit_kind &&
                 (line.quarters.empty() ||
                  std::ranges::find(line.quarters, quarter(check.date)) != line.quarters.end());
        });
    if (!takes) continue;
    --line.count;
    best = std::max(best, 1 + most(units, next + 1, lines));
    ++line.count;
  }
  return best;
}

std::vector<std::vector<Check>> by_unit(const std::vector<Check>& checks) {
  std::map<std::string, std::vector<Check>> visits;
  for (const auto& check : checks) visits[check.unit_code].push_back(check);
  std::vector<std::vector<Check>> units;
  for (auto& [unit, some] : visits) units.push_back(std::move(some));
  return units;
}

RC_GTEST_PROP(PlanLaws, AsManyUnitsCountAsCan, ()) {
  auto plan = random_plan();
  const auto checks = random_checks();
  RC_ASSERT(progress_of(plan, checks).of_planned == most(by_unit(checks), 0, plan.lines));
}

RC_GTEST_PROP(PlanLaws, EveryUnitIsDoneOnceAndKindsSumUp, ()) {
  const auto plan = random_plan();
  const auto checks = random_checks();
  const auto progress = progress_of(plan, checks);
  int rows = 0, planned = 0, done = 0;
  for (const auto& row : progress.rows) {
    RC_ASSERT(row.done <= row.line.count);
    rows += row.done;
  }
  for (const auto& kind : progress.kinds) {
    planned += kind.planned;
    done += kind.done;
  }
  RC_ASSERT(progress.of_planned == rows);
  RC_ASSERT(progress.planned == planned);
  RC_ASSERT(progress.done == done);
  RC_ASSERT(progress.done == static_cast<int>(by_unit(checks).size()));
  RC_ASSERT(progress.of_planned <= std::min(progress.done, progress.planned));
}

RC_GTEST_PROP(PlanLaws, AVisitMoreNeverCountsLess, ()) {
  const auto plan = random_plan();
  auto checks = random_checks();
  RC_PRE(!checks.empty());
  const auto with = progress_of(plan, checks);
  checks.erase(checks.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(checks)));
  const auto without = progress_of(plan, checks);
  RC_ASSERT(without.of_planned <= with.of_planned);
  RC_ASSERT(without.done <= with.done);
}

}  // namespace
}  // namespace badge::inspection::testing
