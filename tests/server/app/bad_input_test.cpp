// What is wrong is refused, for that reason and no other, and nothing is imported of it.
#include "tests/server/app/bad_input.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace badge::app::test {
namespace {

std::vector<BadInput> every_bad_input() {
  std::vector<BadInput> all;
  for (const auto& table :
       {bad_files(), bad_units_and_people(), bad_cards(), bad_fates_of_units(), bad_hours(), bad_absences(),
        bad_duties_and_regimes(), bad_corrections_and_ledgers(), bad_indicators(), bad_symbols(), bad_lists(),
        bad_withdrawals()}) {
    all.insert(all.end(), table.begin(), table.end());
  }
  return all;
}

template <class Input>
auto plan_of(const Input& input, Language language) {
  static const auto office = office_of_rules();
  static const auto streams = streams_of_rules();
  const ImportAids aids{streams,
                        [](std::string_view number) { return "mark of " + std::string(number); },
                        indicators_of_rules(),
                        symbols_of_rules(),
                        timesheet_forms_of_rules(),
                        named_periods_of_rules(),
                        list_rules_of_rules(),
                        trip_reports_of_rules()};
  return input.withdraw ? plan_withdrawal(input.kind, input.text, office, language, aids)
                        : plan_import(input.kind, input.text, office, language, aids);
}

TEST(BadInput, IsRefusedForItsOneReason) {
  for (const auto& bad : every_bad_input()) {
    SCOPED_TRACE(std::string(to_string(bad.kind)) + ": " + bad.what);
    const auto plan = plan_of(bad, Language::en);
    ASSERT_FALSE(plan.has_value());
    std::string all;
    for (const auto& error : plan.error().listed) {
      all += std::to_string(error.line) + " " + error.column + ": " + error.message + "\n";
    }
    EXPECT_EQ(plan.error().total, 1U) << all;
    const auto& error = plan.error().listed.at(0);
    EXPECT_EQ(error.line, bad.line) << all;
    EXPECT_EQ(error.column, bad.column) << all;
    EXPECT_THAT(error.message, testing::HasSubstr(bad.message));
  }
}

TEST(BadInput, IsExplainedInVietnameseAsWell) {
  for (const auto& bad : every_bad_input()) {
    SCOPED_TRACE(std::string(to_string(bad.kind)) + ": " + bad.what);
    const auto plan = plan_of(bad, Language::vi);
    ASSERT_FALSE(plan.has_value());
    ASSERT_EQ(plan.error().total, 1U);
    const auto& message = plan.error().listed.at(0).message;
    EXPECT_THAT(message, testing::Not(testing::HasSubstr(bad.message)));
    EXPECT_TRUE(std::ranges::any_of(message, [](char c) {
      return (static_cast<unsigned char>(c) & 0x80U) != 0;
    })) << message;
  }
}

TEST(BadInput, ComesInTwoHundredKinds) {
  std::set<std::string> texts, names;
  for (const auto& bad : every_bad_input()) {
    EXPECT_TRUE(names.insert(std::string(to_string(bad.kind)) + bad.what).second) << bad.what;
    EXPECT_TRUE(texts.insert(std::string(to_string(bad.kind)) + (bad.withdraw ? "-" : "+") + bad.text).second)
        << bad.what;
  }
  EXPECT_GE(names.size(), 200U);
  RecordProperty("kinds", static_cast<int>(names.size()));
}

TEST(GoodInput, OfEveryKindIsTaken) {
  std::set<std::pair<ImportKind, bool>> kinds;
  for (const auto& good : good_inputs()) {
    SCOPED_TRACE(std::string(to_string(good.kind)) + ": " + good.what);
    const auto plan = plan_of(good, Language::en);
    EXPECT_TRUE(plan.has_value()) << (plan ? ""
                                           : plan.error().listed.at(0).column + ": " +
                                                 plan.error().listed.at(0).message);
    if (!plan) continue;
    EXPECT_GT(plan->rows, 0U);
    EXPECT_EQ(plan->rows, plan->added + plan->changed + plan->unchanged + plan->withdrawn.size());
    EXPECT_EQ(plan->facts.size(), plan->added + plan->changed);
    kinds.emplace(good.kind, good.withdraw);
  }
  EXPECT_EQ(kinds.size(), 2 * 27U);
}

}  // namespace
}  // namespace badge::app::test
