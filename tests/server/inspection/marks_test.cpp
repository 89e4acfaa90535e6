#include "server/inspection/marks.hpp"

#include <gmock/gmock.h>

#include "tests/server/inspection/steps.hpp"

namespace badge::inspection::testing {
namespace {

using enum Observed;

Settled settled(Observed observed, std::vector<std::string> over) {
  return {"CB01", observed, std::move(over), "xem lại cùng nhau"};
}

TEST(Marks, HoldWhatTheOnlyInspectorSaw) {
  const auto seen = merged(Written()(mark("CB01", not_worn)).steps()).at("CB01");
  EXPECT_EQ(seen.holds, not_worn);
  EXPECT_FALSE(seen.is_disputed());
  ASSERT_EQ(seen.words.size(), 1U);
  EXPECT_EQ(seen.words[0].by, "huong");
  EXPECT_EQ(seen.words[0].at, minute(0));
}

TEST(Marks, HoldTheLaterWordOfOneInspector) {
  const auto seen = merged(Written()(mark("CB01", not_worn))(mark("CB01", worn)).steps()).at("CB01");
  EXPECT_EQ(seen.holds, worn);
  EXPECT_EQ(seen.words.size(), 1U);
}

TEST(Marks, OfTheSameSecondHoldTheHigherId) {
  const auto steps = Written().at(5)(mark("CB01", not_worn)).at(5)(mark("CB01", worn)).steps();
  EXPECT_EQ(merged(steps).at("CB01").holds, worn);
  EXPECT_EQ(merged(std::vector(steps.rbegin(), steps.rend())), merged(steps));
}

TEST(Marks, AgreeWhereTwoSawTheSame) {
  const auto seen = merged(Written()(mark("CB01", worn)).by("lan")(mark("CB01", worn)).steps()).at("CB01");
  EXPECT_EQ(seen.holds, worn);
  EXPECT_EQ(seen.words.size(), 2U);
  EXPECT_EQ(seen.settled_by, "");
}

TEST(Marks, AreDisputedWhereTwoSawDifferentThings) {
  const auto seen =
      merged(Written()(mark("CB01", worn)).by("lan")(mark("CB01", not_worn)).steps()).at("CB01");
  EXPECT_TRUE(seen.is_disputed());
  EXPECT_EQ(seen.words.size(), 2U);
}

TEST(Marks, AreSettledByWhoWeighedEveryWord) {
  Written file;
  file(mark("CB01", worn)).by("lan")(mark("CB01", not_worn));
  file.by("minh")(settled(not_worn, {id(1), id(2)}));
  const auto seen = merged(file.steps()).at("CB01");
  EXPECT_EQ(seen.holds, not_worn);
  EXPECT_EQ(seen.settled_by, "minh");
  EXPECT_EQ(seen.settled_reason, "xem lại cùng nhau");
  EXPECT_EQ(seen.words.size(), 2U) << "both words still stand";
}

TEST(Marks, AreNotSettledByWhoMissedAWord) {
  Written file;
  file(mark("CB01", worn)).by("lan")(mark("CB01", not_worn)).by("minh")(mark("CB01", worn_wrongly));
  file(settled(not_worn, {id(1), id(2)}));
  EXPECT_TRUE(merged(file.steps()).at("CB01").is_disputed());
}

TEST(Marks, AreNotSettledAsTakenBack) {
  Written file;
  file(mark("CB01", worn)).by("lan")(mark("CB01", not_worn))(settled(taken_back, {id(1), id(2)}));
  EXPECT_TRUE(merged(file.steps()).at("CB01").is_disputed());
}

TEST(Marks, AreOpenAgainAfterALaterWord) {
  Written file;
  file(mark("CB01", worn)).by("lan")(mark("CB01", not_worn))(settled(not_worn, {id(1), id(2)}));
  file.by("huong")(mark("CB01", worn));
  EXPECT_TRUE(merged(file.steps()).at("CB01").is_disputed());
}

TEST(Marks, NeedNoSettlementOnceAllAgree) {
  Written file;
  file(mark("CB01", worn)).by("lan")(mark("CB01", not_worn))(settled(not_worn, {id(1), id(2)}));
  file.by("lan")(mark("CB01", worn));
  const auto seen = merged(file.steps()).at("CB01");
  EXPECT_EQ(seen.holds, worn);
  EXPECT_EQ(seen.settled_by, "");
}

TEST(Marks, OfNobodyAreLeftWhenTheOnlyWordIsTakenBack) {
  const auto seen = merged(Written()(mark("CB01", worn))(mark("CB01", taken_back)).steps()).at("CB01");
  EXPECT_TRUE(seen.words.empty());
  EXPECT_FALSE(seen.holds);
  EXPECT_FALSE(seen.is_disputed());
}

TEST(Marks, NameThePaperThatAnyInspectorWasShown) {
  Written file;
  file(mark("CB01", absent_with_paper)).by("lan")(mark("CB01", absent_with_paper, "GNP 12"));
  EXPECT_EQ(merged(file.steps()).at("CB01").paper(), "GNP 12");
}

}  // namespace
}  // namespace badge::inspection::testing
