// What was decided, case by case: cases/*.json, and the examples that users begin with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "server/scenario/answer_text.hpp"
#include "server/scenario/scenario_json.hpp"
#include "tests/server/scenario/files.hpp"

namespace badge::scenario::testing {
namespace {

constexpr auto english = app::Language::en;

class Cases : public ::testing::TestWithParam<Case> {};

TEST_P(Cases, AreAnsweredAsItWasDecided) {
  const auto& param = GetParam();
  const auto scenario = read_scenario(param.scenario, english);
  if (!param.refused.empty()) {
    ASSERT_FALSE(scenario) << param.id << ": " << param.shows;
    std::vector<std::string> pointers;
    for (const auto& error : scenario.error().listed) pointers.push_back(error.column);
    EXPECT_THAT(pointers, ::testing::UnorderedElementsAreArray(param.refused));
    return;
  }
  ASSERT_TRUE(scenario) << to_text(scenario.error(), param.id, english);
  EXPECT_FALSE(scenario->expected.empty()) << param.id << " expects nothing";
  const auto answer = judge_scenario(*scenario, english);
  EXPECT_TRUE(answer.differences.empty()) << param.id << ": " << param.shows << "\n"
                                          << to_text(answer, english);
}

std::string name_of(const ::testing::TestParamInfo<Case>& param) {
  std::string name;
  for (const char c : param.param.id) name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
}
INSTANTIATE_TEST_SUITE_P(Decided, Cases, ::testing::ValuesIn(cases()), name_of);
INSTANTIATE_TEST_SUITE_P(Examples, Cases, ::testing::ValuesIn(examples()), name_of);

TEST(CaseFiles, GiveEachCaseAnIdOfItsOwn) {
  std::set<std::string> ids;
  for (const auto& one : cases()) EXPECT_TRUE(ids.insert(one.id).second) << one.id;
}

}  // namespace
}  // namespace badge::scenario::testing
