// The program around the emulated chip: its command line, its socket, its device file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

/// One that is controlled by its socket only, as a script in the background would be.
class ReaderSimProgram : public testing::Test {
 protected:
  ReaderSimProgram()
      : sim({program("reader-sim"), "--link", folder / "door1", "--control", folder / "door1.sock"}) {
    ready = sim.read_line().value_or("");
    sim.close_input();
  }

  Finished send(const std::string& command) {
    return run({program("reader-sim"), "--control", folder / "door1.sock", "--send", command});
  }

  TempDir folder;
  Process sim;
  std::string ready;
};

TEST_F(ReaderSimProgram, NamesItsDeviceWhenItIsReady) {
  ASSERT_THAT(ready, StartsWith("READY /dev/"));
  EXPECT_EQ(fs::read_symlink(folder / "door1").string(), ready.substr(6));
}

TEST_F(ReaderSimProgram, ObeysItsSocketAfterItsInputHasEnded) {
  const auto presented = send("present uid=04A1B2C3");
  EXPECT_EQ(presented.output, "ok present 04A1B2C3\n");
  EXPECT_EQ(presented.status, 0);
  const auto refused = send("present uid=04A1B2C3");
  EXPECT_THAT(refused.output, StartsWith("error "));
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(send("help").output, HasSubstr("late-reply"));
}

TEST_F(ReaderSimProgram, TakesItsLinkAndItsSocketAwayWhenItQuits) {
  EXPECT_EQ(send("quit").status, 0);
  EXPECT_EQ(sim.wait(), 0);
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST_F(ReaderSimProgram, TakesThemAwayWhenItIsTerminated) {
  sim.signal(SIGTERM);
  EXPECT_EQ(sim.wait(), 0);
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST_F(ReaderSimProgram, StartsAgainWhereOneWasKilled) {
  sim.signal(SIGKILL);
  (void)sim.wait();
  ASSERT_FALSE(fs::is_empty(folder.path()));
  Process again({program("reader-sim"), "--link", folder / "door1", "--control", folder / "door1.sock"});
  EXPECT_THAT(again.read_line().value_or(""), StartsWith("READY "));
  EXPECT_EQ(send("status").status, 0);
}

TEST_F(ReaderSimProgram, DoesNotTakeTheSocketOfAnother) {
  const auto second = run({program("reader-sim"), "--control", folder / "door1.sock"});
  EXPECT_EQ(second.status, 1);
  EXPECT_THAT(second.errors, HasSubstr("another reader-sim listens there"));
  EXPECT_EQ(send("status").status, 0);
}

TEST(ReaderSimStart, EndsWithItsInputWhenItHasNoSocket) { EXPECT_EQ(run({program("reader-sim")}).status, 0); }

TEST(ReaderSimStart, DoesNotReplaceAFileByItsLink) {
  TempDir folder;
  std::ofstream(folder / "precious") << "text";
  const auto finished = run({program("reader-sim"), "--link", folder / "precious"});
  EXPECT_EQ(finished.status, 1);
  EXPECT_THAT(finished.errors, HasSubstr("not a symbolic link"));
  EXPECT_TRUE(fs::is_regular_file(folder / "precious"));
}

TEST(ReaderSimStart, RefusesWhatCannotWork) {
  EXPECT_THAT(run({program("reader-sim"), "--link", "a:b"}).errors, HasSubstr("libnfc cannot open"));
  EXPECT_THAT(run({program("reader-sim"), "--send", "status"}).errors, HasSubstr("--control"));
  EXPECT_THAT(run({program("reader-sim"), "--control", "nobody.sock", "--send", "status"}).errors,
              HasSubstr("is reader-sim running"));
  EXPECT_NE(run({program("reader-sim"), "--uart-speed", "fast"}).status, 0);
}

TEST(ReaderSimStart, ExplainsItself) {
  const auto help = run({program("reader-sim"), "--help"});
  EXPECT_EQ(help.status, 0);
  EXPECT_THAT(help.output, HasSubstr("present uid=04A1B2C3D4E5F6"));
  EXPECT_THAT(help.output, HasSubstr("bad-checksum"));
}

}  // namespace
}  // namespace badge::test
