#include "firmware-bridge/clock_watch.hpp"

#include <gtest/gtest.h>

#include "tests/firmware-bridge/facts.hpp"

namespace badge::bridge::test {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

class ClockWatchTest : public testing::Test {
 protected:
  FakeClock clock;
  ClockWatch watch{{seconds(2), seconds(30), hours(24)}};

  std::optional<ClockStep> second_passes() {
    clock.pass(seconds(1));
    return watch.observe(clock.now);
  }
  /// The server's clock is `ahead` of ours; the exchange takes `round_trip`.
  void server_says(milliseconds ahead, milliseconds round_trip = milliseconds(40)) {
    const auto sent = clock.now;
    clock.pass(round_trip);
    watch.confirm(sent.wall + round_trip / 2 + ahead, sent, clock.now);
  }
  [[nodiscard]] ClockState state() const { return watch.state(clock.now); }
};

TEST_F(ClockWatchTest, TakesTheKernelsWordWhereThereIsNoOther) {
  watch.observe(clock.now);
  EXPECT_EQ(state(), ClockState::synchronised);
  clock.now.kernel_synchronised = false;
  EXPECT_EQ(state(), ClockState::unsynchronised);
}

TEST_F(ClockWatchTest, TakesTheServersWordBeforeTheKernels) {
  clock.now.kernel_synchronised = false;
  server_says(milliseconds(120));
  EXPECT_EQ(state(), ClockState::synchronised);
  EXPECT_EQ(watch.offset_ms(), 120);
  clock.now.kernel_synchronised = true;
  server_says(seconds(31));
  EXPECT_EQ(state(), ClockState::unsynchronised);
  EXPECT_EQ(watch.offset_ms(), 31'000);
}

TEST_F(ClockWatchTest, TrustsAMeasurementForALimitedTime) {
  clock.now.kernel_synchronised = false;
  server_says(milliseconds(0));
  clock.pass(hours(24));
  EXPECT_EQ(state(), ClockState::synchronised);
  clock.pass(milliseconds(1));
  EXPECT_EQ(state(), ClockState::unsynchronised);
}

TEST_F(ClockWatchTest, SeesAStepBothWaysAndDistrustsTheKernelUntilTheServerConfirms) {
  watch.observe(clock.now);
  for (const auto jump : {hours(1), hours(-1)}) {
    server_says(milliseconds(0));
    clock.now.wall += jump;
    const auto step = second_passes();
    ASSERT_TRUE(step);
    EXPECT_EQ(step->step_ms, milliseconds(jump).count());
    EXPECT_EQ(step->at, clock.now.wall);
    EXPECT_EQ(state(), ClockState::stepped);
    EXPECT_FALSE(watch.offset_ms());  // what was measured before was another clock
    server_says(milliseconds(-jump));
    EXPECT_EQ(state(), ClockState::stepped);  // confirmed to be wrong
    clock.now.wall -= jump;
    EXPECT_TRUE(second_passes());
    server_says(milliseconds(5));
    EXPECT_EQ(state(), ClockState::synchronised);
  }
}

TEST_F(ClockWatchTest, TakesSlewingAndSuspendForNoStep) {
  watch.observe(clock.now);
  for (int i = 0; i < 100; ++i) {
    clock.now.wall += milliseconds(30);  // slewed: far more in total than the limit
    EXPECT_FALSE(second_passes());
  }
  clock.pass(hours(8));  // both clocks run through suspend
  EXPECT_FALSE(watch.observe(clock.now));
}

TEST_F(ClockWatchTest, IgnoresAMeasurementThatTookTooLong) {
  server_says(seconds(100), ClockWatch::round_trip_max + milliseconds(1));
  EXPECT_FALSE(watch.offset_ms());
  server_says(seconds(100), ClockWatch::round_trip_max);
  EXPECT_TRUE(watch.offset_ms());
}

TEST_F(ClockWatchTest, DoesNotFlutterOnTheLimit) {
  server_says(seconds(31));
  EXPECT_EQ(state(), ClockState::unsynchronised);
  server_says(seconds(29));
  EXPECT_EQ(state(), ClockState::unsynchronised);
  server_says(seconds(15));
  EXPECT_EQ(state(), ClockState::synchronised);
  server_says(seconds(29));
  EXPECT_EQ(state(), ClockState::synchronised);
}

}  // namespace
}  // namespace badge::bridge::test
