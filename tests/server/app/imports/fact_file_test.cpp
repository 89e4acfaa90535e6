// What is taken out can be imported again, and changes nothing.
#include "server/app/imports/fact_file.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <functional>
#include <map>
#include <random>
#include <sstream>

#include "server/app/imports/sheet_table.hpp"
#include "server/documents/csv_writer.hpp"
#include "tests/server/app/random_facts.hpp"

namespace badge::app {
namespace {

using namespace attendance;

constexpr std::array kinds = {ImportKind::units,    ImportKind::staff,        ImportKind::assignments,
                              ImportKind::calendar, ImportKind::heads,        ImportKind::absences,
                              ImportKind::duties,   ImportKind::entitlements, ImportKind::credits};

/// An office that grows by facts, each as a file that an import takes.
class GrowingOffice {
 public:
  GrowingOffice() {
    for (unsigned i = 0; i < test::units; ++i) {
      facts.units.push_back({test::unit_code(i),
                             "Đơn vị " + std::to_string(i),
                             "sở",
                             i == 0 ? "" : "U0",
                             {Date(std::chrono::year(2020) / 1 / 1)}});
    }
    facts.entrances = {{"cong-b", "U0", {Date(std::chrono::year(2020) / 1 / 1)}}};
    // Most people and all schedules are there: much can be stated of them. The others come and go.
    for (unsigned i = 0; i < 4; ++i) {
      const auto code = test::staff_code(i);
      facts.postings.push_back(
          {code, "Người " + code, test::unit_code(i), "", "", {Date(std::chrono::year(2020) / 1 / 1)}});
    }
    constexpr unsigned schedules = 6;
    for (unsigned i = 0; i < 3; ++i) grow(test::fact_of(schedules, i, 0, 0));
  }

  void grow(const store::Fact& fact) {
    std::visit([&](const auto& one) { add(one); }, fact);
  }

  store::RosterFacts facts;

 private:
  void add(const Unit& one) { add(ImportKind::units, facts.units, one); }
  void add(const Posting& one) { add(ImportKind::staff, facts.postings, one); }
  void add(const Assignment& one) { add(ImportKind::assignments, facts.assignments, one); }
  void add(const CalendarDay& one) { add(ImportKind::calendar, facts.calendar, one); }
  void add(const Head& one) { add(ImportKind::heads, facts.heads, one); }
  void add(const Absence& one) { add(ImportKind::absences, facts.absences, one); }
  void add(const Duty& one) { add(ImportKind::duties, facts.duties, one); }
  void add(const LeaveEntitlement& one) { add(ImportKind::entitlements, facts.entitlements, one); }
  void add(const Credit& one) { add(ImportKind::credits, facts.credits, one); }
  void add(const Schedule& one) {
    take(plan_import(ImportKind::schedules, schedules_toml({one}), facts, Language::en), facts.schedules,
         one);
  }
  template <class Other>
  void add(const Other& /*not exported*/) {}

  template <class Fact>
  void add(ImportKind kind, std::vector<Fact>& list, const Fact& one) {
    take(plan_import(kind, csv_of({row_of(one)}), facts, Language::en), list, one);
  }
  /// Changes nothing: a posting that ends earlier would leave papers behind it, which no import would take.
  template <class Fact>
  static void take(const tl::expected<ImportPlan, ImportErrors>& plan, std::vector<Fact>& list,
                   const Fact& one) {
    if (plan && plan->added == 1) list.push_back(one);
  }
};

/// Facts by one number: many of them, and nothing to shrink.
GrowingOffice any_office() {
  constexpr int facts = 200;
  std::minstd_rand random(*rc::gen::inRange(1U, 2'000'000'000U));
  const auto number = [&] { return static_cast<unsigned>(random()); };
  GrowingOffice office;
  for (int i = 0; i < facts; ++i) {
    const auto kind = number(), a = number(), b = number(), c = number();
    office.grow(test::fact_of(kind, a, b, c));
  }
  return office;
}

/// A law on few offices: each takes many imports.
void hold(const char* law, const std::function<void()>& property) {
  rc::detail::TestParams parameters;
  parameters.seed = std::random_device{}();
  parameters.maxSuccess = 30;
  const auto result = rc::detail::checkTestable(property, rc::detail::TestMetadata{law, law}, parameters);
  if (result.is<rc::detail::SuccessResult>()) return;
  std::ostringstream message;
  rc::detail::printResultMessage(result, message);
  FAIL() << message.str();
}

void expect_unchanged(ImportKind kind, const std::string& text, std::size_t rows,
                      const store::RosterFacts& facts) {
  const auto plan = plan_import(kind, text, facts, Language::en);
  if (!plan) RC_FAIL(std::string(to_string(kind)) + ": " + plan.error().listed.front().message + "\n" + text);
  RC_ASSERT(plan->unchanged == rows);
  RC_ASSERT(plan->rows == rows);
}

std::map<ImportKind, std::size_t> rows_seen;

void csv_changes_nothing() {
  const auto facts = any_office().facts;
  for (const auto kind : kinds) {
    const auto rows = rows_in_force(kind, facts);
    rows_seen[kind] += rows.size();
    expect_unchanged(kind, fact_csv(kind, rows), rows.size(), facts);
  }
}

void workbook_changes_nothing() {
  const auto facts = any_office().facts;
  for (const auto kind : kinds) {
    const auto rows = rows_in_force(kind, facts);
    const auto bytes = fact_workbook(kind, rows, std::chrono::sys_seconds()).value();
    const auto table = read_sheet_table(bytes, kind, facts, Language::en);
    if (!table) RC_FAIL(std::string(to_string(kind)) + ": " + table.error().listed.front().message);
    RC_ASSERT(table->understood.changed_count == 0U);
    RC_ASSERT(table->understood.skipped_count == 0U);
    expect_unchanged(kind, table->csv, rows.size(), facts);
  }
}

void schedules_change_nothing() {
  const auto facts = any_office().facts;
  if (facts.schedules.empty()) return;
  expect_unchanged(ImportKind::schedules, schedules_toml(facts.schedules), facts.schedules.size(), facts);
}

TEST(FactFile, IsImportedAgainAsCsvAndChangesNothing) {
  hold("CSV", csv_changes_nothing);
  for (const auto kind : kinds) EXPECT_GT(rows_seen[kind], 0U) << to_string(kind) << ": the law says little";
}
TEST(FactFile, IsImportedAgainAsAWorkbookAndChangesNothing) { hold("workbook", workbook_changes_nothing); }
TEST(FactFile, OfSchedulesIsImportedAgainAndChangesNothing) { hold("schedules", schedules_change_nothing); }

TEST(FactFile, HasEveryColumnOfItsKindAlsoWithoutRows) {
  for (const auto kind : kinds) {
    EXPECT_TRUE(has_fact_file(kind));
    const auto plan = plan_import(kind, fact_csv(kind, {}), {}, Language::en);
    EXPECT_TRUE(plan) << to_string(kind);
  }
  EXPECT_FALSE(has_fact_file(ImportKind::card_numbers)) << "kept as marks, which nobody can turn back";
}

TEST(FactFile, KeepsWhatLooksLikeAFormulaAndWhatOnlyLooksGuarded) {
  store::RosterFacts facts;
  const DateSpan ever{Date(std::chrono::year(2020) / 1 / 1)};
  facts.units = {{"A", "=1+1", "", "", ever}, {"B", "'=1+1", "", "", ever}, {"C", "'sở", "", "", ever}};
  const auto csv = fact_csv(ImportKind::units, rows_in_force(ImportKind::units, facts));
  EXPECT_THAT(csv, testing::HasSubstr("A,'=1+1,"));
  const auto plan = plan_import(ImportKind::units, csv, facts, Language::en);
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->unchanged, 3U);
}

TEST(FactFile, KeepsWeekdaysHoursAndHalfDays) {
  Absence absence;
  absence.staff_code = "NV1";
  absence.weekdays = 0b10001;
  absence.time = ClockSpan{minutes(450), day_length};
  absence.kept_despite_taps = true;
  absence.days = {Date(std::chrono::year(2026) / 3 / 2), Date(std::chrono::year(2026) / 3 / 20)};
  absence.reported_at = LocalTime(absence.days.from) + std::chrono::seconds(59);
  const auto row = row_of(absence);
  EXPECT_EQ(value_of(row, "weekdays"), "mon+fri");
  EXPECT_EQ(value_of(row, "to_time"), "24:00");
  EXPECT_EQ(value_of(row, "kept"), "yes");
  EXPECT_EQ(value_of(row, "reported_at"), "2026-03-02 00:00:59");
  EXPECT_EQ(value_of(row_of(LeaveEntitlement{"NV1", 2026, absence.days.from, 25, 1, absence.days.to, ""}),
                     "base_days"),
            "12.5");
}

}  // namespace
}  // namespace badge::app
