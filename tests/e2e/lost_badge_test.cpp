// A badge that is reported lost: the real bridge learns it from the real server.
#include <gtest/gtest.h>

#include "tests/e2e/office.hpp"
#include "tests/e2e/stored_taps.hpp"

namespace badge::test {
namespace {

class LostBadge : public testing::Test {
 protected:
  LostBadge() {
    set_clock(machine_, on_office_day(7, 20));
    server_.start();
    import_office(server_, "cong-a", "cong-b");
    entrance_.emplace(EntranceUnderTest::Options{.name = "cong-a",
                                                 .server_port = server_.port(),
                                                 .token = server_.add_bridge("cong-a"),
                                                 .environment = machine_.environment(),
                                                 .more_config = ""});
    entrance_->start();
    EXPECT_TRUE(heard_rosters(1)) << entrance_->log();
    EXPECT_EQ(entrance_->tap(invented_uid(1)), Shown::green);
  }
  /// The bridge has taken so many rosters with badges in them since it started.
  bool heard_rosters(int count) {
    return eventually([&] {
      const auto log = entrance_->log();
      int heard = 0;
      for (auto at = log.find("roster: 2 badges"); at != std::string::npos;
           at = log.find("roster: 2 badges", at + 1))
        ++heard;
      return heard >= count;
    });
  }
  void report_loss() {
    server_.import("badges", "staff_code,uid,valid_from,valid_to,state\nNV001," + invented_uid(1) +
                                 ",2025-07-01," + office_date + ",active\nNV001," + invented_uid(1) +
                                 ",2026-09-15,,lost\n");
  }

  MachineFaults machine_;
  ServerUnderTest server_{machine_.environment()};
  std::optional<EntranceUnderTest> entrance_;
};

// Nobody taps meanwhile, and the roster's own minute is longer than this waits: the heartbeat's answer brings
// it.
TEST_F(LostBadge, IsAmberAtItsNextTapThoughNobodyTappedMeanwhile) {
  report_loss();
  ASSERT_TRUE(heard_rosters(2)) << entrance_->log();
  EXPECT_EQ(entrance_->tap(invented_uid(1)), Shown::amber);
  EXPECT_EQ(entrance_->tap(invented_uid(2)), Shown::green) << "the others go on";
}

TEST_F(LostBadge, IsLearntByAnEntranceThatWasAwayAsSoonAsItHears) {
  server_.kill();
  EXPECT_EQ(entrance_->tap(invented_uid(2)), Shown::green) << "it works on what it knows";
  entrance_->kill();
  server_.start();
  report_loss();
  entrance_->start();
  ASSERT_TRUE(heard_rosters(1)) << entrance_->log();
  EXPECT_EQ(entrance_->tap(invented_uid(1)), Shown::amber);
  EXPECT_TRUE(deliver_everything(server_, *entrance_));
}

TEST_F(LostBadge, GivenBackIsGreenAgain) {
  report_loss();
  ASSERT_TRUE(heard_rosters(2)) << entrance_->log();
  server_.import("badges", "staff_code,uid,valid_from,valid_to,state\nNV001," + invented_uid(1) +
                               ",2026-09-15,,active\n");
  ASSERT_TRUE(heard_rosters(3)) << entrance_->log();
  EXPECT_EQ(entrance_->tap(invented_uid(1)), Shown::green);
}

}  // namespace
}  // namespace badge::test
