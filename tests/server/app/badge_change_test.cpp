#include "server/app/badge_change.hpp"

#include <gtest/gtest.h>

namespace badge::app {
namespace {

using attendance::Badge;
using attendance::BadgeState;
using attendance::Date;
using attendance::DateSpan;
using Rows = std::vector<Badge>;

Date july(unsigned day) { return Date(std::chrono::year(2026) / 7 / std::chrono::day(day)); }

Badge row(DateSpan days, BadgeState state = BadgeState::active) {
  return {"CB01", "04A1B2C3D4E5F6", days, state};
}

TEST(BadgeChange, EndsTheRowInForceTheDayBeforeAndBeginsAnother) {
  const Rows held = {row({july(1)})};
  EXPECT_EQ(state_from(held, july(15), BadgeState::lost),
            (Rows{row({july(1), july(14)}), row({july(15)}, BadgeState::lost)}));
}

TEST(BadgeChange, KeepsTheLastDayOfALentBadge) {
  auto lent = row({july(1), july(20)});
  lent.temporary = true;
  const auto rows = state_from(Rows{lent}, july(5), BadgeState::returned);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].valid, (DateSpan{july(5), july(20)}));
  EXPECT_TRUE(rows[1].temporary);
}

TEST(BadgeChange, OnTheFirstDayOfARowTakesItsPlace) {
  const Rows lost = {row({july(1), july(14)}), row({july(15)}, BadgeState::lost)};
  EXPECT_EQ(state_from(lost, july(15), BadgeState::active), (Rows{row({july(15)})})) << "found the same day";
}

TEST(BadgeChange, FoundAgainLaterEndsTheLoss) {
  const Rows lost = {row({july(1), july(14)}), row({july(15)}, BadgeState::lost)};
  EXPECT_EQ(state_from(lost, july(20), BadgeState::active),
            (Rows{row({july(15), july(19)}, BadgeState::lost), row({july(20)})}));
}

TEST(BadgeChange, OfABadgeThatHadEndedBeginsAnew) {
  const Rows ended = {row({july(1), july(10)})};
  EXPECT_EQ(state_from(ended, july(20), BadgeState::lost), (Rows{row({july(20)}, BadgeState::lost)}));
}

TEST(BadgeChange, BeforeTheFirstDayIsNothing) {
  EXPECT_EQ(state_from(Rows{row({july(10)})}, july(9), BadgeState::lost), Rows{});
}

}  // namespace
}  // namespace badge::app
