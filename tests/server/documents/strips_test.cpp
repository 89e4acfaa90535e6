// Where pages end.
#include "server/documents/strips.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace badge::documents {
namespace {

using testing::ElementsAre;

std::vector<std::size_t> strips_on(const std::vector<PlacedStrip>& page) {
  std::vector<std::size_t> strips;
  for (const auto& placed : page) strips.push_back(placed.strip);
  return strips;
}

std::vector<std::vector<std::size_t>> paged(const std::vector<Strip>& strips, double height) {
  std::vector<std::vector<std::size_t>> pages;
  for (const auto& page : pages_of(strips, height)) pages.push_back(strips_on(page));
  return pages;
}

TEST(Strips, APageTakesWhatFits) {
  EXPECT_THAT(paged({{10}, {10}, {10}}, 20), ElementsAre(ElementsAre(0, 1), ElementsAre(2)));
  EXPECT_THAT(paged({}, 20), ElementsAre(ElementsAre()));
}

TEST(Strips, AGapCountsBetweenStripsAndNotOnTopOfAPage) {
  const auto pages = pages_of(std::vector<Strip>{{10, 5}, {10, 5}, {10, 5}}, 25);
  EXPECT_THAT(
      pages, ElementsAre(ElementsAre(PlacedStrip{0, 0}, PlacedStrip{1, 15}), ElementsAre(PlacedStrip{2, 0})));
}

TEST(Strips, AHeadingGoesWithWhatFollows) {
  EXPECT_THAT(paged({{10}, {10, 0, true}, {10}}, 20), ElementsAre(ElementsAre(0), ElementsAre(1, 2)));
}

TEST(Strips, TheHeadOfATableStandsAgainOnEachPage) {
  EXPECT_THAT(paged({{5, 0, true}, {10, 0, false, 0}, {10, 0, false, 0}, {10, 0, false, 0}}, 25),
              ElementsAre(ElementsAre(0, 1, 2), ElementsAre(0, 3)));
}

TEST(Strips, WhatIsHigherThanAPageIsCutBetweenItsStrips) {
  EXPECT_THAT(paged({{10, 0, true}, {10, 0, true}, {10}}, 20),
              ElementsAre(ElementsAre(0, 1), ElementsAre(2)));
}

TEST(Strips, AHeadThatLeavesNoRoomStandsOnce) {
  EXPECT_THAT(paged({{15, 0, true}, {10, 0, false, 0}, {10, 0, false, 0}}, 20),
              ElementsAre(ElementsAre(0), ElementsAre(1, 2)));
}

std::vector<Strip> some_strips() {
  std::vector<Strip> strips;
  const auto count = *rc::gen::inRange<std::size_t>(0, 60);
  std::optional<std::size_t> head;
  for (std::size_t i = 0; i < count; ++i) {
    if (*rc::gen::weightedElement<bool>({{1, true}, {5, false}})) head = i > 0 ? std::optional(i - 1) : head;
    const auto own = *rc::gen::arbitrary<bool>() ? head : std::nullopt;
    strips.push_back({static_cast<double>(*rc::gen::inRange(1, 40)),
                      static_cast<double>(*rc::gen::inRange(0, 9)), *rc::gen::arbitrary<bool>(), own});
  }
  return strips;
}

RC_GTEST_PROP(Strips, StandOnceInOrderInsideThePage, ()) {
  constexpr double height = 50;
  const auto strips = some_strips();
  std::size_t next = 0;
  for (const auto& page : pages_of(strips, height)) {
    double bottom = 0;
    for (std::size_t i = 0; i < page.size(); ++i) {
      const auto& [strip, top] = page[i];
      RC_ASSERT(top + 0.01 >= bottom);
      bottom = top + strips[strip].height;
      RC_ASSERT(bottom <= height + 0.01);
      const bool again = i == 0 && strip != next;
      if (again) {
        RC_ASSERT(page.size() > 1U);
        RC_ASSERT(strips[page[1].strip].head == strip);
      } else {
        RC_ASSERT(strip == next++);
      }
    }
  }
  RC_ASSERT(next == strips.size());
}

}  // namespace
}  // namespace badge::documents
