// How long a guesser waits, and who does not wait for them.
#include "server/app/sign_in_throttle.hpp"

#include <gtest/gtest.h>

namespace badge::app {
namespace {

using namespace std::chrono_literals;
using Clock = SignInThrottle::Clock;

class Throttle : public testing::Test {
 protected:
  void fail(int times, std::string_view login = "an", std::string_view address = "10.0.0.1") {
    for (int i = 0; i < times; ++i) throttle_.failed(login, address, now_);
  }
  [[nodiscard]] std::optional<Clock::duration> wait(std::string_view login = "an",
                                                    std::string_view address = "10.0.0.1") {
    return throttle_.wait(login, address, now_);
  }

  SignInThrottle::Limits limits_;
  SignInThrottle throttle_;
  Clock::time_point now_ = Clock::time_point(1000h);
};

TEST_F(Throttle, TheFirstMistakesCostNothing) {
  fail(4);
  EXPECT_EQ(wait(), std::nullopt);
  fail(1);
  EXPECT_EQ(wait(), 2s);
}

TEST_F(Throttle, EachFurtherMistakeDoublesTheWaitUpToALimit) {
  fail(5);
  for (const auto expected : {4s, 8s, 16s}) {
    fail(1);
    EXPECT_EQ(wait(), expected);
  }
  fail(20);
  EXPECT_EQ(wait(), limits_.wait_max);
}

TEST_F(Throttle, AWaitPassesAndMistakesAreForgotten) {
  fail(6);
  now_ += 3s;
  EXPECT_EQ(wait(), 1s);
  now_ += 1s;
  EXPECT_EQ(wait(), std::nullopt);
  now_ += limits_.forgotten_after;
  fail(1);
  EXPECT_EQ(wait(), std::nullopt) << "an hour later it is the first mistake again";
}

TEST_F(Throttle, SigningInForgetsTheMistakesMadeThere) {
  fail(4);
  throttle_.succeeded("an", "10.0.0.1");
  fail(4);
  EXPECT_EQ(wait(), std::nullopt);
}

TEST_F(Throttle, WhoGuessesElsewhereCannotLockAPersonOutAtTheirDesk) {
  throttle_.succeeded("an", "10.0.0.1");
  for (int i = 0; i < 200; ++i) fail(1, "an", "203.0.113." + std::to_string(i));
  EXPECT_EQ(wait("an", "10.0.0.1"), std::nullopt);
  EXPECT_NE(wait("an", "198.51.100.1"), std::nullopt) << "from new addresses the login waits";
}

TEST_F(Throttle, WhoGuessesManyLoginsFromOneAddressWaits) {
  for (int i = 0; i < 100; ++i) fail(1, "login" + std::to_string(i));
  EXPECT_NE(wait("another"), std::nullopt);
  EXPECT_EQ(wait("another", "10.0.0.2"), std::nullopt);
}

TEST_F(Throttle, OnlyWhoIsKnownAtAnAddressPassesWhileOthersGuessThere) {
  throttle_.succeeded("an", "10.0.0.1");
  for (int i = 0; i < 100; ++i) fail(1, "login" + std::to_string(i));
  EXPECT_EQ(wait("an"), std::nullopt);
}

TEST_F(Throttle, HoldsNoMoreCountersThanItsLimit) {
  limits_.counters_max = 10;
  SignInThrottle small(limits_);
  for (int i = 0; i < 1000; ++i) {
    small.failed("login" + std::to_string(i), "10.0.0.1", now_ + i * 1ms);
  }
  // The address, which was counted last, is remembered; the first logins are not.
  EXPECT_NE(small.wait("new", "10.0.0.1", now_ + 1s), std::nullopt);
}

}  // namespace
}  // namespace badge::app
