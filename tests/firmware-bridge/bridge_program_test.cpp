// badge-bridge as it is started at an entrance: the program, real readers' program, emulated reader, real
// disk.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <fstream>

#include "firmware-bridge/journal.hpp"
#include "firmware-bridge/private_file.hpp"
#include "reader-config/tap/tap_wire.hpp"
#include "tests/firmware-bridge/facts.hpp"
#include "tests/support/reader_sim.hpp"

namespace badge::bridge::test {
namespace {

using badge::test::eventually;
using badge::test::Process;
using badge::test::program;

class BridgeProgram : public testing::Test {
 protected:
  BridgeProgram() {
    replace_private_file(folder / "bridge.token", "token");
    std::ofstream(folder / "site.toml")
        << "bridge = \"cong-a\"\n"
           "server = \"http://127.0.0.1:9\"\n"  // nobody is there
           "token_file = \"bridge.token\"\n"
           "journal = \"journal.db\"\n"
           "display = { output = \"stdout\", person = \"none\" }\n"
           "[[reader]]\n"
           "id = \"cong-a-1\"\n"
           "entrance = \"cong-a\"\n"
           "connection = \""
        << sim.connection() << "\"\n[reader.pins]\ngreen = \"P30\"\namber = \"P31\"\n";
  }
  std::unique_ptr<Process> start(const Process::Options& options = {}) {
    return std::make_unique<Process>(
        std::vector<std::string>{program("badge-bridge"), "--config", folder / "site.toml"}, options);
  }
  static bool logged(Process& bridge, const std::string& part) {
    return eventually([&] { return bridge.errors().find(part) != std::string::npos; });
  }
  std::vector<Record> rows() {
    const Journal journal(folder / "journal.db", {}, morning);
    std::vector<Record> records;
    for (const auto& line : journal.lines_after(0, 1000))
      records.push_back(std::get<Entry>(decode_row(line)).record);
    return records;
  }

  badge::test::TempDir folder;
  badge::test::ReaderSim sim;
};

TEST_F(BridgeProgram, RecordsATapOfflineAndSaysSoOnTheDisplay) {
  const auto bridge = start();
  ASSERT_TRUE(logged(*bridge, "listening")) << bridge->errors();
  sim.ok("present uid=04A1B2C3D4E5F6");
  const auto line = bridge->read_line();
  ASSERT_TRUE(line) << bridge->errors();
  EXPECT_TRUE(line->starts_with("Đã ghi nhận ")) << *line;
  EXPECT_TRUE(line->ends_with(" – thẻ chưa có trong danh sách")) << *line;
  bridge->signal(SIGTERM);
  EXPECT_EQ(bridge->wait(), 0);
  ASSERT_EQ(rows().size(), 3U);
  EXPECT_EQ(std::get<Tap>(rows()[1]).credential, card("04A1B2C3D4E5F6"));
  EXPECT_EQ(std::get<Deaf>(rows()[2]).cause, "bridge stopped");
  EXPECT_EQ(bridge->errors().find("04A1B2C3"), std::string::npos) << "a whole UID is in the log";
}

TEST_F(BridgeProgram, LosesNothingWhenItIsKilledUnderALyingCard) {
  {
    const auto bridge = start();
    ASSERT_TRUE(logged(*bridge, "listening"));
    sim.ok("present uid=04A1B2C3D4E5F6");
    ASSERT_TRUE(bridge->read_line());
    bridge->signal(SIGKILL);
    ASSERT_EQ(bridge->wait(), 128 + SIGKILL);
  }
  const auto bridge = start();
  ASSERT_TRUE(bridge->read_line()) << bridge->errors();  // the light is shown again, for the same tap
  bridge->signal(SIGINT);
  EXPECT_EQ(bridge->wait(), 0);
  int taps = 0;
  for (const auto& row : rows()) taps += std::holds_alternative<Tap>(row) ? 1 : 0;
  EXPECT_EQ(taps, 1);
}

TEST_F(BridgeProgram, TellsSystemdWhenItIsReadyAndWhenItStops) {
  const auto path = folder / "notify";
  const int listener = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  std::string heard;
  const auto hears = [&](const std::string& state) {
    return eventually([&] {
      std::array<char, 64> buffer{};
      const auto size = ::recv(listener, buffer.data(), buffer.size(), 0);
      if (size > 0) heard.append(buffer.data(), static_cast<std::size_t>(size)) += '\n';
      return heard.find(state) != std::string::npos;
    });
  };
  const auto bridge = start({.environment = {"NOTIFY_SOCKET=" + path}});
  EXPECT_TRUE(hears("READY=1\n"));
  EXPECT_TRUE(hears("WATCHDOG=1\n"));
  bridge->signal(SIGTERM);
  EXPECT_TRUE(hears("STOPPING=1\n"));
  ::close(listener);
}

TEST_F(BridgeProgram, ChecksTheConfigurationAndTheDisk) {
  const auto good = badge::test::run({program("badge-bridge"), "--config", folder / "site.toml", "--check"});
  EXPECT_EQ(good.status, 0) << good.errors;
  EXPECT_NE(good.output.find("a flush takes"), std::string::npos);
  EXPECT_NE(good.output.find("site.toml: good"), std::string::npos);

  std::filesystem::permissions(folder / "bridge.token", std::filesystem::perms(0644));
  const auto token = badge::test::run({program("badge-bridge"), "--config", folder / "site.toml", "--check"});
  EXPECT_EQ(token.status, 1);
  EXPECT_NE(token.errors.find("chmod 600"), std::string::npos);

  std::ofstream(folder / "bad.toml") << "bridge = 1\nserver = \"ftp://x\"\n";
  const auto bad = badge::test::run({program("badge-bridge"), "--config", folder / "bad.toml", "--check"});
  EXPECT_EQ(bad.status, 78);
  EXPECT_NE(bad.errors.find("bad.toml:1: bridge: must be text"), std::string::npos) << bad.errors;
  EXPECT_NE(bad.errors.find("bad.toml:2: server \"ftp://x\""), std::string::npos);
  EXPECT_NE(bad.errors.find("5 errors, nothing was started."), std::string::npos);
}

}  // namespace
}  // namespace badge::bridge::test
