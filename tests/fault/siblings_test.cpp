// What else befalls an office: machines that are copied, lost, restored, full, and set to a wrong time.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/e2e/office.hpp"
#include "tests/e2e/stored_taps.hpp"

namespace badge::test {
namespace {

using namespace std::chrono_literals;

/// A server, and the token of its entrance cong-a.
class Fault : public testing::Test {
 protected:
  explicit Fault(std::vector<std::string> server_environment = {}) : server_(std::move(server_environment)) {
    server_.start();
    token_ = server_.add_bridge("cong-a");
  }

  [[nodiscard]] EntranceUnderTest::Options cong_a(std::vector<std::string> environment = {},
                                                  std::string more = "") const {
    return {.name = "cong-a",
            .server_port = server_.port(),
            .token = token_,
            .environment = std::move(environment),
            .more_config = std::move(more)};
  }

  static void expect_recorded(EntranceUnderTest& entrance, int badge) {
    const auto shown = entrance.tap(invented_uid(badge));
    ASSERT_TRUE(shown.has_value()) << entrance.log();
    ASSERT_NE(*shown, Shown::red) << entrance.log();
  }

  void expect_each_stored_once(int badges) {
    server_.with_store([&](const store::Snapshot& stored) {
      for (int badge = 1; badge <= badges; ++badge)
        EXPECT_EQ(times_stored(stored, invented_uid(badge)), 1) << badge;
    });
  }

  ServerUnderTest server_;
  std::string token_;
};

TEST_F(Fault, AJournalClonedToASecondMachineLosesNoTapOfEither) {
  EntranceUnderTest first(cong_a()), second(cong_a());
  first.start();
  expect_recorded(first, 1);
  ASSERT_TRUE(deliver_everything(server_, first));
  std::filesystem::copy_file(first.journal(), second.journal());
  if (std::filesystem::exists(first.journal() + "-wal"))
    std::filesystem::copy_file(first.journal() + "-wal", second.journal() + "-wal");

  first.start();
  expect_recorded(first, 2);
  ASSERT_TRUE(deliver_everything(server_, first));
  second.start();
  expect_recorded(second, 3);
  ASSERT_TRUE(deliver_everything(server_, second)) << "a clone must go on in a stream of its own";
  first.start();
  expect_recorded(first, 4);
  ASSERT_TRUE(deliver_everything(server_, first));
  expect_each_stored_once(4);
}

TEST_F(Fault, AJournalThatWasLostIsMadeAnewAndGoesOn) {
  EntranceUnderTest entrance(cong_a());
  entrance.start();
  expect_recorded(entrance, 1);
  ASSERT_TRUE(deliver_everything(server_, entrance));
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(entrance.journal() + suffix);
  entrance.start();
  expect_recorded(entrance, 2);
  ASSERT_TRUE(deliver_everything(server_, entrance));
  expect_each_stored_once(2);
}

TEST_F(Fault, AServerRestoredFromAnOlderBackupGetsTheGapFromTheBridges) {
  TempDir safe;
  EntranceUnderTest entrance(cong_a());
  entrance.start();
  expect_recorded(entrance, 1);
  ASSERT_TRUE(deliver_everything(server_, entrance));
  server_.backup(safe / "backup.db");
  entrance.start();
  expect_recorded(entrance, 2);
  ASSERT_TRUE(deliver_everything(server_, entrance));

  server_.restore(safe / "backup.db");
  server_.with_store(
      [](const store::Snapshot& stored) { ASSERT_EQ(times_stored(stored, invented_uid(2)), 0); });
  server_.start();
  entrance.start();
  expect_recorded(entrance, 3);
  ASSERT_TRUE(deliver_everything(server_, entrance));
  expect_each_stored_once(3);
  server_.with_store([](const store::Snapshot& stored) { EXPECT_TRUE(stored.lost_rows().empty()); });
}

TEST_F(Fault, ADiskThatIsFullAtTheEntranceShowsRedAndNeverALieAndRecovers) {
  MachineFaults machine;
  EntranceUnderTest entrance(cong_a(machine.environment(), "journal_reserve_mb = 0\n"));
  entrance.start();
  expect_recorded(entrance, 1);
  server_.stop();  // so that nothing is delivered, and nothing may be thrown away for space
  machine.fill_disk(true);

  // The journal may hold a few more in pages that it has already. Then it is full, and says so.
  int recorded = 1, badge = 1;
  std::optional<Shown> shown;
  do {
    shown = entrance.tap(invented_uid(++badge));
    ASSERT_TRUE(shown.has_value()) << entrance.log();
    if (*shown != Shown::red) {
      ASSERT_EQ(++recorded, badge);
    }
  } while (*shown != Shown::red && badge < 2000);
  ASSERT_EQ(*shown, Shown::red) << "the disk never got full";
  const int refused = badge;

  machine.fill_disk(false);
  ASSERT_TRUE(eventually([&] {
    const auto again = entrance.tap(invented_uid(++badge), 2s);
    return again.has_value() && *again != Shown::red;
  })) << entrance.log();
  server_.start();
  ASSERT_TRUE(deliver_everything(server_, entrance));
  server_.with_store([&](const store::Snapshot& stored) {
    for (int n = 1; n <= recorded; ++n) EXPECT_EQ(times_stored(stored, invented_uid(n)), 1) << n;
    EXPECT_EQ(times_stored(stored, invented_uid(refused)), 0) << "red, and recorded all the same";
    EXPECT_EQ(times_stored(stored, invented_uid(badge)), 1);
  });
}

TEST_F(Fault, TheReserveOfAFullDiskTakesTheTapsOfAnHour) {
  MachineFaults machine;
  EntranceUnderTest entrance(cong_a(machine.environment(), "journal_reserve_mb = 1\n"));
  entrance.start();
  expect_recorded(entrance, 1);
  server_.stop();
  machine.fill_disk(true);
  for (int badge = 2; badge <= 60; ++badge) expect_recorded(entrance, badge);
  machine.fill_disk(false);
  server_.start();
  ASSERT_TRUE(deliver_everything(server_, entrance));
  expect_each_stored_once(60);
}

/// The server's machine can fail too.
class ServerMachineFault : public Fault {
 protected:
  ServerMachineFault() : ServerMachineFault(std::make_unique<MachineFaults>()) {}
  MachineFaults& machine() { return *machine_; }

 private:
  explicit ServerMachineFault(std::unique_ptr<MachineFaults> machine)
      : Fault(machine->environment()), machine_(std::move(machine)) {}
  std::unique_ptr<MachineFaults> machine_;
};

TEST_F(ServerMachineFault, ADiskThatIsFullAtTheServerDelaysAndLosesNothing) {
  EntranceUnderTest entrance(cong_a());
  entrance.start();
  expect_recorded(entrance, 1);
  ASSERT_TRUE(deliver_everything(server_, entrance));
  machine().fill_disk(true);
  entrance.start();
  for (int badge = 2; badge <= 6; ++badge) expect_recorded(entrance, badge);
  EXPECT_TRUE(server_.running()) << server_.log();
  EXPECT_TRUE(server_.answers()) << "a full disk must not silence the server";
  machine().fill_disk(false);
  ASSERT_TRUE(deliver_everything(server_, entrance, 60s)) << entrance.log() << server_.log();
  expect_each_stored_once(6);
}

TEST_F(Fault, AClockSteppedAnHourBothWaysKeepsEveryTapAndMarksTheDoubtfulOnes) {
  MachineFaults machine;
  EntranceUnderTest entrance(cong_a(machine.environment()));
  entrance.start();
  ASSERT_TRUE(is_heard(server_, "cong-a")) << entrance.log();
  expect_recorded(entrance, 1);
  machine.shift_clock(1h);
  expect_recorded(entrance, 2);
  machine.shift_clock(-1h);
  expect_recorded(entrance, 3);
  machine.shift_clock(0ms);
  ASSERT_TRUE(deliver_everything(server_, entrance));
  expect_each_stored_once(3);
  server_.with_store([&](const store::Snapshot& stored) {
    const auto taps_of = [&](int badge) {
      const store::TapKey keys[] = {store::TapKey::card(Credential::parse(invented_uid(badge)).value())};
      return stored.taps_of(keys, Instant(), Instant(24h * 365 * 200));
    };
    constexpr int offset_limit_s = 30;
    for (const int badge : {2, 3})
      for (const auto& tap : taps_of(badge)) {
        EXPECT_TRUE(tap.tap.clock_doubtful(offset_limit_s)) << badge;
        EXPECT_EQ(tap.tap.clock(), ClockState::stepped) << badge << ": whatever the kernel says of its clock";
      }
  });
}

}  // namespace
}  // namespace badge::test
