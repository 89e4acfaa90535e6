// Badges that are held to one reader right after each other, day after day.
#include "server/attendance/tap_pairs.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

constexpr PersonNo an = 1, binh = 2, chi = 3;

/// Somebody's tap on the n-th day of March 2026, at the reader 1.
ReaderTap tap_on(int day, std::string_view time, PersonNo person, std::uint32_t reader = 1) {
  return {date("1") + std::chrono::days(day - 1) + time_of_day(time), reader, person};
}

/// Both on so many days from the 2nd on, `gap` apart.
std::vector<ReaderTap> together(int days, seconds gap) {
  std::vector<ReaderTap> taps;
  for (int day = 2; day < 2 + days; ++day) {
    taps.push_back(tap_on(day, "07:25:10", an));
    taps.push_back(tap_on(day, "07:25:10", binh));
    taps.back().at += gap;
  }
  return taps;
}

TEST(TapPairs, AreTwoBadgesOneAfterTheOtherOnMostDays) {
  EXPECT_EQ(tap_pairs(together(5, seconds(3))), (std::vector<TapPair>{{an, binh, 5, 5}}));
  EXPECT_TRUE(tap_pairs(together(5, seconds(4))).empty());
}

TEST(TapPairs, AreNotMadeOfAFewDays) { EXPECT_TRUE(tap_pairs(together(4, seconds(1))).empty()); }

TEST(TapPairs, NeedMoreThanHalfOfTheDaysOnWhichBothCame) {
  auto taps = together(5, seconds(2));
  const auto apart = [&](int day) {
    taps.push_back(tap_on(day, "07:10", an));
    taps.push_back(tap_on(day, "07:40", binh));
  };
  for (const int day : {20, 21, 22, 23}) apart(day);
  EXPECT_EQ(tap_pairs(taps), (std::vector<TapPair>{{an, binh, 5, 9}}));
  apart(24);
  EXPECT_TRUE(tap_pairs(taps).empty());
}

TEST(TapPairs, CountDaysOnWhichOnlyOneCameForNothing) {
  auto taps = together(5, seconds(2));
  for (const int day : {20, 21, 22, 23, 24, 25}) taps.push_back(tap_on(day, "07:10", an));
  EXPECT_EQ(tap_pairs(taps), (std::vector<TapPair>{{an, binh, 5, 5}}));
}

TEST(TapPairs, AreOfOneReader) {
  auto taps = together(5, seconds(2));
  for (auto& tap : taps) tap.reader = tap.person;
  EXPECT_TRUE(tap_pairs(taps).empty());
}

TEST(TapPairs, AreNotThoseBetweenWhomSomebodyElseTapped) {
  auto taps = together(5, seconds(2));
  for (int day = 2; day < 7; ++day) taps.push_back(tap_on(day, "07:25:11", chi));
  EXPECT_EQ(tap_pairs(taps), (std::vector<TapPair>{{an, chi, 5, 5}, {binh, chi, 5, 5}}));
}

std::vector<ReaderTap> crowd() {
  std::vector<ReaderTap> taps;
  for (int i = *rc::gen::inRange(0, 120); i > 0; --i) {
    auto tap =
        tap_on(*rc::gen::inRange(1, 12), "07:25", *rc::gen::inRange(0U, 5U), *rc::gen::inRange(0U, 2U));
    tap.at += seconds(*rc::gen::inRange(0, 20));
    taps.push_back(tap);
  }
  return taps;
}

RC_GTEST_PROP(TapPairLaws, NeitherOrderNorRepeatsMatter, ()) {
  const auto taps = crowd();
  auto other = taps;
  for (const auto& tap : taps) {
    if (*rc::gen::arbitrary<bool>()) other.push_back(tap);
  }
  std::ranges::reverse(other);
  RC_ASSERT(tap_pairs(taps) == tap_pairs(other));
}

RC_GTEST_PROP(TapPairLaws, EveryPairIsTwoPeopleOnMostOfTheirDays, ()) {
  for (const auto& pair : tap_pairs(crowd())) {
    RC_ASSERT(pair.one < pair.other);
    RC_ASSERT(pair.together >= pair_days_min);
    RC_ASSERT(pair.together <= pair.both);
    RC_ASSERT(2 * pair.together > pair.both);
  }
}

}  // namespace
}  // namespace badge::attendance::testing
