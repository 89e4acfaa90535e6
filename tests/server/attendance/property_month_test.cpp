// Laws of a month of many people.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/server/attendance/property_province.hpp"

namespace badge::attendance::testing {
namespace {

RC_GTEST_PROP(MonthLaws, AUnitsTotalIsTheSumOfItsPeople, ()) {
  const JudgedProvince province(random_province());
  for (UnitNo unit = 0; unit < province.report.units.size(); ++unit) {
    Tally sum;
    std::uint32_t staff = 0;
    for (const auto& row : province.report.people) {
      if (row.unit != unit) continue;
      sum += row.tally;
      ++staff;
    }
    RC_ASSERT(province.report.units[unit].own == sum);
    RC_ASSERT(province.report.units[unit].own_staff == staff);
  }
}

RC_GTEST_PROP(MonthLaws, AMonthIsTheSumOfItsDays, ()) {
  const auto province = random_province();
  const JudgedProvince judged(province);
  Tally months, days;
  for (const auto& row : judged.report.people) months += row.tally;
  for (PersonNo person = 0; person < province.taps.size(); ++person) {
    for (auto date = days_of(march).from; date <= days_of(march).to; date += std::chrono::days(1)) {
      auto taps = province.taps[person];
      PersonDays one_day(judged.in_force, person, {date, date}, taps, province.office.now);
      if (const auto* day = one_day.next()) days.add(day->verdict);
    }
  }
  RC_ASSERT(months == days);
}

RC_GTEST_PROP(MonthLaws, JudgedInPartsItIsTheSame, ()) {
  const auto province = random_province();
  const JudgedProvince judged(province);
  MonthJudge first(judged.in_force, days_of(march), province.office.now);
  MonthJudge second(judged.in_force, days_of(march), province.office.now);
  for (PersonNo person = 0; person < province.taps.size(); ++person) {
    auto taps = province.taps[person];
    (*rc::gen::arbitrary<bool>() ? first : second).add(person, taps);
  }
  first.join(std::move(second));
  const auto joined = first.finish();
  RC_ASSERT(joined.people.size() == judged.report.people.size());
  for (std::size_t i = 0; i < joined.people.size(); ++i) {
    RC_ASSERT(joined.people[i].person == judged.report.people[i].person);
    RC_ASSERT(joined.people[i].unit == judged.report.people[i].unit);
    RC_ASSERT(joined.people[i].tally == judged.report.people[i].tally);
  }
  for (UnitNo unit = 0; unit < joined.units.size(); ++unit) {
    RC_ASSERT(joined.units[unit].subtree == judged.report.units[unit].subtree);
    RC_ASSERT(joined.units[unit].own_staff == judged.report.units[unit].own_staff);
    RC_ASSERT(joined.units[unit].subtree_staff == judged.report.units[unit].subtree_staff);
  }
}

RC_GTEST_PROP(MonthLaws, EveryDueSessionIsCountedOnce, ()) {
  const JudgedProvince province(random_province());
  for (const auto& row : province.report.people) {
    const auto& t = row.tally;
    // What is neither absent, excused, exempt nor provisional is present: on time, or with something to say.
    const auto present = t.sessions_due - t.absent - t.excused - t.exempt - t.provisional;
    RC_ASSERT(t.on_time <= present);
    RC_ASSERT(present - t.on_time <= t.late + t.early + t.missing);
    RC_ASSERT(std::max({t.late, t.early, t.missing}) <= present - t.on_time);
  }
}

}  // namespace
}  // namespace badge::attendance::testing
