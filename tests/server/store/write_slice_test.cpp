/// When a part of a long write ends. Nothing here waits for a clock: budgets are nothing, or an hour.
#include "server/store/write_slice.hpp"

#include <gtest/gtest.h>

namespace badge::test {
namespace {

using store::SliceClock;
using namespace std::chrono_literals;

TEST(SliceClock, LetsASliceUseItsBudgetWhileNoTapWaits) {
  const std::atomic<bool> taps_wait = false;
  EXPECT_FALSE(SliceClock(1h, &taps_wait).spent());
  EXPECT_TRUE(SliceClock(0h, &taps_wait).spent());
}

TEST(SliceClock, EndsASliceEarlyWhenATapComes) {
  std::atomic<bool> taps_wait = false;
  const SliceClock clock(1h, &taps_wait);
  ASSERT_FALSE(clock.spent());
  taps_wait = true;
  while (!clock.spent()) {
  }
}

}  // namespace
}  // namespace badge::test
