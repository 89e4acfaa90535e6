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
#include "server/store/fact_keys.hpp"
#include "tests/server/app/random_facts.hpp"

namespace badge::app {
namespace {

using namespace attendance;

constexpr std::array kinds = {
    ImportKind::units,       ImportKind::staff,       ImportKind::entrances,    ImportKind::schedules,
    ImportKind::assignments, ImportKind::calendar,    ImportKind::heads,        ImportKind::successions,
    ImportKind::pay_periods, ImportKind::absences,    ImportKind::regimes,      ImportKind::duties,
    ImportKind::duty_slots,  ImportKind::corrections, ImportKind::entitlements, ImportKind::credits};

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
  void add(const EntranceService& one) { add(ImportKind::entrances, facts.entrances, one); }
  void add(const Succession& one) { add(ImportKind::successions, facts.successions, one); }
  void add(const PayPeriod& one) { add(ImportKind::pay_periods, facts.pay_periods, one); }
  void add(const Regime& one) { add(ImportKind::regimes, facts.regimes, one); }
  void add(const DutySlot& one) { add(ImportKind::duty_slots, facts.duty_slots, one); }
  void add(Correction one) {
    const bool has_time = one.effect == CorrectionEffect::in_at || one.effect == CorrectionEffect::out_at;
    if (!has_time) one.at = minutes(0);
    if (one.decision != Decision::pending) one.decided_by = one.decision_reason = "P0";
    add(ImportKind::corrections, facts.corrections, one);
  }
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
  /// Also where it takes the place of another, which leaves papers outside a posting that ends earlier.
  template <class Fact>
  static void take(const tl::expected<ImportPlan, ImportErrors>& plan, std::vector<Fact>& list,
                   const Fact& one) {
    if (!plan || plan->facts.empty()) return;
    std::erase_if(list, [&](const Fact& old) { return store::key_of(old) == store::key_of(one); });
    list.push_back(one);
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

/// Schedules have several rows each.
std::size_t facts_stated(ImportKind kind, std::size_t rows, const store::RosterFacts& facts) {
  return kind == ImportKind::schedules ? facts.schedules.size() : rows;
}

std::map<ImportKind, std::size_t> rows_seen;

void csv_changes_nothing() {
  const auto facts = any_office().facts;
  for (const auto kind : kinds) {
    const auto rows = rows_in_force(kind, facts);
    rows_seen[kind] += rows.size();
    expect_unchanged(kind, fact_csv(kind, rows), facts_stated(kind, rows.size(), facts), facts);
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
    expect_unchanged(kind, table->csv, facts_stated(kind, rows.size(), facts), facts);
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

TEST(FactFile, OfWhatNoRuleAsksForIsImportedAgainAndChangesNothing) {
  const Date spring(std::chrono::year(2026) / 3 / 1);
  store::RosterFacts facts;
  facts.units = {{"U0", "Sở", "", "", {Date(std::chrono::year(2020) / 1 / 1)}}};
  facts.postings = {{"P0", "Lê Ánh", "U0", "", "", {Date(std::chrono::year(2020) / 1 / 1)}}};
  Absence trip;
  trip.staff_code = "P0";
  trip.kind = AbsenceKind::business_trip;
  trip.days = {spring, spring};
  facts.absences = {trip};
  ImportAids aids;
  aids.indicators = {{"U0", {2026, 0, 3}, inspection::Indicator::tasks_in_time, 12, "BC 1"},
                     {"U0", {2026, 1, 0}, inspection::Indicator::online_service_percent, 625, "BC 2"}};
  aids.symbols = {{"", spring, DayMeaning::worked, "x", "Đi làm", "time", 2},
                  {"U0", spring, DayMeaning::worked, "", "Đi làm", "", 3},
                  {"U0", spring, DayMeaning::holiday, "Tr", "Trực", "Số công trực", 1}};
  aids.timesheet_forms = {
      {"U0", spring, TimesheetMethod::hour, HalfDays::longer, "Sở", "1001", "C01", "(TT)", "a", "b", "c"}};
  aids.named_periods = {{"truoc-tet", "Trước Tết", {spring, spring}, DateSpan{spring, spring}},
                        {"sau-tet", "Sau Tết", {spring, spring}}};
  aids.list_rules = {{"", spring, 3, minutes(45), "Nội quy"}, {"U0", spring, std::nullopt, minutes(30), ""}};
  aids.trip_reports = {{"P0", spring, spring, "BC 3"}};
  for (const auto kind : {ImportKind::indicators, ImportKind::symbols, ImportKind::timesheet_forms,
                          ImportKind::named_periods, ImportKind::list_rules, ImportKind::trip_reports}) {
    const auto rows = rows_in_force(kind, facts, aids);
    const auto bytes = fact_workbook(kind, rows, std::chrono::sys_seconds()).value();
    const auto table = read_sheet_table(bytes, kind, facts, Language::en);
    ASSERT_TRUE(table) << to_string(kind) << ": " << table.error().listed.front().message;
    for (const auto& text : {fact_csv(kind, rows), table->csv}) {
      const auto plan = plan_import(kind, text, facts, Language::en, aids);
      ASSERT_TRUE(plan) << to_string(kind) << ": " << plan.error().listed.front().message << text;
      EXPECT_GT(rows.size(), 0U);
      EXPECT_EQ(plan->unchanged, rows.size()) << text;
    }
  }
}

TEST(FactFile, IsNotRefusedForWhatChangedAroundItSince) {
  store::RosterFacts facts;
  const Date day(std::chrono::year(2026) / 3 / 2);
  facts.units = {{"U0", "Sở", "", "", {Date(std::chrono::year(2020) / 1 / 1)}}};
  facts.postings = {{"P0", "Lê Ánh", "U0", "", "", {Date(std::chrono::year(2020) / 1 / 1), day}}};
  Absence paper;
  paper.staff_code = "P0";
  paper.days = {day, day + std::chrono::days(3)};  // longer than the posting, which was ended afterwards
  facts.absences = {paper};
  const auto import = [&](const Absence& one) {
    return plan_import(ImportKind::absences, csv_of({row_of(one)}), facts, Language::en);
  };
  ASSERT_TRUE(import(paper));
  EXPECT_EQ(import(paper)->unchanged, 1U);
  paper.paper = "GNP 2";
  EXPECT_FALSE(import(paper)) << "what it says anew is checked anew";
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
