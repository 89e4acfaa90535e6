// The supervisor with the real badge-reader, which reads the real emulator through the real libnfc.
#include "firmware-bridge/supervisor.hpp"

#include <gtest/gtest.h>
#include <signal.h>

#include "tests/firmware-bridge/facts.hpp"
#include "tests/firmware-bridge/log_lines.hpp"
#include "tests/support/eventually.hpp"
#include "tests/support/reader_sim.hpp"

namespace badge::bridge::test {
namespace {

class SupervisorTest : public testing::Test {
 protected:
  SupervisorTest() {
    config.id = "cong-a-1";
    config.connection = sim.connection();
  }
  void start(const std::filesystem::path& program = badge::test::program("badge-reader")) {
    Supervisor::Callbacks callbacks;
    callbacks.opened = [this] { ++opened; };
    callbacks.alive = [this] { ++alive; };
    callbacks.card = [this](const CardSeen& seen) { cards.push_back(seen.credential.hex()); };
    callbacks.removed = [this] { ++removed; };
    callbacks.deaf = [this](const std::string& cause) { deaf.push_back(cause); };
    callbacks.stopped = [this] { stopped = true; };
    supervisor = std::make_unique<Supervisor>(io, config, program, std::move(callbacks));
    supervisor->start();
  }
  bool run_until(const std::function<bool()>& condition) {
    return badge::test::eventually(
        [&] {
          io.restart();
          io.run_for(std::chrono::milliseconds(5));
          return condition();
        },
        std::chrono::seconds(40));
  }
  void stop() {
    supervisor->stop();
    EXPECT_TRUE(run_until([this] { return stopped; }));
  }

  LogLines log;
  badge::test::ReaderSim sim;
  ReaderConfig config;
  boost::asio::io_context io;
  std::unique_ptr<Supervisor> supervisor;
  int opened = 0, alive = 0, removed = 0;
  std::vector<std::string> cards, deaf;
  bool stopped = false;
};

TEST_F(SupervisorTest, HearsCardsAndSignsOfLife) {
  start();
  ASSERT_TRUE(run_until([this] { return opened == 1 && alive > 0; })) << log.text();
  sim.ok("present uid=04A1B2C3D4E5F6");
  ASSERT_TRUE(run_until([this] { return cards.size() == 1; }));
  sim.ok("remove");
  ASSERT_TRUE(run_until([this] { return removed == 1; }));
  stop();
  EXPECT_EQ(cards, std::vector<std::string>{"04A1B2C3D4E5F6"});
  EXPECT_TRUE(deaf.empty());
}

TEST_F(SupervisorTest, StartsAKilledReaderAgain) {
  start();
  ASSERT_TRUE(run_until([this] { return opened == 1; })) << log.text();
  ::kill(supervisor->pid(), SIGKILL);
  ASSERT_TRUE(run_until([this] { return opened == 2; })) << log.text();
  EXPECT_EQ(deaf, std::vector<std::string>{"ended"});
  EXPECT_EQ(log.count("its process ended (signal 9)"), 1) << log.text();
  ASSERT_TRUE(run_until([this] { return log.count("back after") == 1; }));
  stop();
}

TEST_F(SupervisorTest, KillsAReaderThatIsSilent) {
  start();
  ASSERT_TRUE(run_until([this] { return opened == 1; })) << log.text();
  ::kill(supervisor->pid(), SIGSTOP);
  ASSERT_TRUE(run_until([this] { return opened == 2; })) << log.text();
  EXPECT_EQ(deaf, std::vector<std::string>{"silent"});
  EXPECT_EQ(log.count("[warning]"), 1) << log.text();
  stop();
}

TEST_F(SupervisorTest, LogsACardThatKillsTheReaderEachTimeOnceWithGrowingWaits) {
  start();
  ASSERT_TRUE(run_until([this] { return opened == 1; })) << log.text();
  for (int i = 0; i < 3; ++i) {
    const auto before = opened;
    ::kill(supervisor->pid(), SIGABRT);  // as libnfc does; a sanitizer takes it for no error of ours
    ASSERT_TRUE(run_until([this, before] { return opened > before; })) << log.text();
  }
  EXPECT_EQ(log.count("its process ended"), 1) << log.text();
  EXPECT_EQ(deaf.size(), 3U);  // coverage ends each time all the same
  stop();
}

TEST_F(SupervisorTest, SaysWhyAReaderCannotBeStarted) {
  start("/nowhere/badge-reader");
  ASSERT_TRUE(run_until([this] { return log.count("No such file") == 1; })) << log.text();
  stop();
}

TEST_F(SupervisorTest, SurvivesUnpluggingAndPluggingAgain) {
  start();
  ASSERT_TRUE(run_until([this] { return opened == 1; })) << log.text();
  sim.ok("unplug");
  ASSERT_TRUE(run_until([this] { return deaf.size() == 1; })) << log.text();
  sim.ok("plug");
  ASSERT_TRUE(run_until([this] { return opened == 2; })) << log.text();
  stop();
}

TEST(ReaderArguments, NameConnectionPauseAndPins) {
  ReaderConfig reader;
  reader.connection = "pn532_uart:/dev/x";
  reader.misses = 4;
  EXPECT_EQ(reader_arguments(reader), (std::vector<std::string>{"--connection", "pn532_uart:/dev/x",
                                                                "--presence-ms", "75", "--misses", "4"}));
  reader.pins = {
      .green = "P30", .amber = "P31", .red = "", .check = "P71", .beep = "P35", .active_low = true};
  EXPECT_EQ(reader_arguments(reader).back(), "green=P30+P35,amber=P31+P35,red=P35,check=P71,active=low");
}

}  // namespace
}  // namespace badge::bridge::test
