// What other systems say of units, put side by side: as it was stated, and no sum that misleads.
#include "server/app/inspections/indicators.hpp"

#include <gtest/gtest.h>

namespace badge::app {
namespace {

using attendance::Date;
using inspection::Indicator, inspection::IndicatorValue, inspection::Period;
using std::chrono::year;

constexpr Date today = Date(year(2026) / 11 / 2);
constexpr Period q3{2026, 3}, q2{2026, 2};

const attendance::UnitTree& tree() {
  const attendance::DateSpan ever{Date(year(2020) / 1 / 1)};
  static const attendance::UnitTree units(
      {{"TINH", "Tỉnh", "tỉnh", "", ever},
       {"SNV", "Sở Nội vụ", "sở", "TINH", ever},
       {"VP", "Văn phòng", "phòng", "SNV", ever},
       {"SYT", "Sở Y tế", "sở", "TINH", ever},
       {"CU", "Sở cũ", "sở", "TINH", {ever.from, Date(year(2026) / 6 / 30)}}});
  return units;
}

Identity inspector_of(std::string unit) {
  Identity who;
  who.grants = {{Role::inspector, std::move(unit), {Date(year(2020) / 1 / 1)}}};
  return who;
}

std::optional<IndicatorTable> table(const std::vector<IndicatorValue>& values, std::string_view unit = "",
                                    const Period& period = q3, const std::string& inspects = "") {
  const auto who = inspector_of(inspects);
  return indicator_table(values, Inspecting(who, tree(), today), tree(), unit, period, today);
}

std::size_t at(Indicator indicator) { return static_cast<std::size_t>(indicator); }

std::vector<std::string> units_of(const IndicatorTable& table) {
  std::vector<std::string> codes;
  for (const auto& row : table.units) codes.push_back(row.unit.code);
  return codes;
}

const std::vector<IndicatorValue> late = {{"SNV", q3, Indicator::dossiers_late, 4, "BC 12"},
                                          {"SNV", q2, Indicator::dossiers_late, 7, "BC 8"},
                                          {"SYT", q3, Indicator::dossiers_late, 2, "BC 12"},
                                          {"SYT", q2, Indicator::dossiers_late, 0, "BC 8"},
                                          {"TINH", q3, Indicator::dossiers_late, 9, "BC 12"},
                                          {"VP", q3, Indicator::dossiers_late, 4, "BC 12"},
                                          {"SNV", {2026, 0, 7}, Indicator::dossiers_late, 100, "BC 9"},
                                          {"SNV", {2025, 3}, Indicator::dossiers_late, 100, "BC 3"}};

TEST(IndicatorTable, ShowsAUnitAndThoseBelowItBesideTheQuarterBefore) {
  const auto made = table(late);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->unit.code, "TINH");
  EXPECT_EQ(made->before, q2);
  EXPECT_EQ(units_of(*made), (std::vector<std::string>{"SNV", "SYT", "TINH"})) << "not what ended before";
  const auto& snv = made->units[0].figures[at(Indicator::dossiers_late)];
  EXPECT_EQ(snv.now, 4);
  EXPECT_EQ(snv.before, 7);
  EXPECT_EQ(snv.difference(), -3);
  EXPECT_EQ(snv.paper, "BC 12");
  EXPECT_EQ(snv.paper_before, "BC 8");
  EXPECT_FALSE(made->units[0].figures[at(Indicator::dossiers_early)].now) << "not stated is not none";
}

TEST(IndicatorTable, AddsUpThoseBelowAndNeverTheUnitItself) {
  const auto sum = table(late)->sums[at(Indicator::dossiers_late)];
  EXPECT_EQ(sum.now, 6) << "what is stated of the province may hold them already";
  EXPECT_EQ(sum.units, 2);
  EXPECT_EQ(sum.before, 7);
  EXPECT_EQ(sum.difference, -1);
}

TEST(IndicatorTable, ComparesSumsOfTheSameUnitsOnly) {
  auto values = late;
  values.erase(values.begin() + 3);  // Sở Y tế said nothing in the quarter before
  const auto sum = table(values)->sums[at(Indicator::dossiers_late)];
  EXPECT_EQ(sum.now, 6);
  EXPECT_EQ(sum.before, 7);
  EXPECT_EQ(sum.units_before, 1);
  EXPECT_FALSE(sum.difference);
  values = {late[0], late[3]};  // as many units, and others
  EXPECT_FALSE(table(values)->sums[at(Indicator::dossiers_late)].difference);
}

TEST(IndicatorTable, NeverAddsRates) {
  const auto made = table({{"SNV", q3, Indicator::online_service_percent, 625, "BC 12"},
                           {"SYT", q3, Indicator::online_service_percent, 500, "BC 12"}});
  EXPECT_EQ(made->units[0].figures[at(Indicator::online_service_percent)].now, 625);
  EXPECT_FALSE(made->sums[at(Indicator::online_service_percent)].now);
}

TEST(IndicatorTable, HoldsTheAskersUnitsAlone) {
  EXPECT_EQ(units_of(*table(late, "", q3, "SNV")), (std::vector<std::string>{"VP", "SNV"}));
  EXPECT_FALSE(table(late, "SYT", q3, "SNV"));
  EXPECT_FALSE(table(late, "TINH", q3, "SNV"));
  EXPECT_FALSE(table(late, "KHONG"));
}

TEST(IndicatorTable, NamesTheUnitsOfItsOwnTime) {
  EXPECT_EQ(units_of(*table(late, "TINH", q2)), (std::vector<std::string>{"CU", "SNV", "SYT", "TINH"}));
}

}  // namespace
}  // namespace badge::app
