// The page at the door as the program serves it: real badge-bridge, real badge-reader, emulated reader;
// nobody is where the server should be.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>

#include "firmware-bridge/display_page.hpp"
#include "firmware-bridge/journal.hpp"
#include "firmware-bridge/private_file.hpp"
#include "tests/firmware-bridge/facts.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/reader_sim.hpp"

namespace badge::bridge::test {
namespace {

using badge::test::eventually;
using badge::test::HttpClient;
using badge::test::Process;
using badge::test::program;
using badge::test::RawConnection;
using testing::HasSubstr;
using testing::StartsWith;

class DoorPage : public testing::Test {
 protected:
  DoorPage() { replace_private_file(folder / "bridge.token", "token"); }

  void start(const std::string& listen = "127.0.0.1:0") {
    std::ofstream(folder / "site.toml")
        << "bridge = \"cong-a\"\nserver = \"http://127.0.0.1:9\"\ntoken_file = \"bridge.token\"\n"
           "journal = \"journal.db\"\n"
           "display = { output = \"stdout\", listen = \""
        << listen
        << "\" }\n[[reader]]\nid = \"cong-a-1\"\nentrance = \"cong-a\"\npresence_ms = 10\nmisses = 1\n"
           "same_card_quiet_ms = 0\nconnection = \""
        << sim.connection() << "\"\n";
    bridge = std::make_unique<Process>(
        std::vector<std::string>{program("badge-bridge"), "--config", folder / "site.toml"});
  }
  /// Where the page is, as the log says.
  std::uint16_t port() {
    static const std::regex said(R"(http://127\.0\.0\.1:(\d+)/)");
    std::smatch found;
    std::string log;
    EXPECT_TRUE(eventually([&] { return std::regex_search(log = bridge->errors(), found, said); })) << log;
    return static_cast<std::uint16_t>(std::stoi(found[1]));
  }
  static void follow(RawConnection& screen) {
    screen.send("GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  }
  std::string tap(const std::string& uid) {
    sim.ok("present uid=" + uid);
    auto line = bridge->read_line();
    sim.ok("remove");
    return line.value_or("nothing was shown");
  }

  badge::test::TempDir folder;
  badge::test::ReaderSim sim;
  std::unique_ptr<Process> bridge;
};

TEST_F(DoorPage, ServesThePageAndTellsTheScreenOfATapWhileTheServerIsAway) {
  start();
  HttpClient client(port());
  EXPECT_THAT(client.get("/").body, HasSubstr("<script src=\"/page.js\" defer>"));
  EXPECT_EQ(client.get("/nothing").status, 404);
  RawConnection screen(port());
  follow(screen);
  EXPECT_THAT(screen.read_until("\"hears\":true}]}\n\n"), StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(tap("04A1B2C3D4E5F6"), StartsWith("Đã ghi nhận"));
  const auto events = screen.read_until("thẻ chưa có trong danh sách\"}\n\n");
  EXPECT_THAT(events, HasSubstr("event: tap\ndata: {\"entrance\":\"cong-a\",\"look\":\"attention\","));
  EXPECT_EQ(events.find("04A1B2C3"), std::string::npos) << "a card's number is nobody's business at the door";
}

TEST_F(DoorPage, SaysThatAReaderIsDeafAndThatItHearsAgain) {
  start();
  RawConnection screen(port());
  follow(screen);
  EXPECT_THAT(screen.read_until("\"hears\":true"), HasSubstr("\"hears\":true"));
  sim.ok("unplug");
  EXPECT_THAT(screen.read_until("\"hears\":false"), HasSubstr("\"hears\":false"));
  sim.ok("plug");
  EXPECT_THAT(screen.read_until("\"hears\":true"), HasSubstr("\"hears\":true"));
}

TEST_F(DoorPage, RecordsEveryTapWhileAScreenDoesNotRead) {
  start();
  RawConnection stuck(port());
  follow(stuck);
  EXPECT_THAT(stuck.read_until("\"hears\":true"), HasSubstr("\"hears\":true"));
  for (int i = 10; i < 30; ++i) {
    ASSERT_THAT(tap("04A1B2C3D4E5" + std::to_string(i)), StartsWith("Đã ghi nhận")) << i;
  }
}

TEST_F(DoorPage, HasRoomForEightScreensAndTheNextOneComesWhenOneGoes) {
  start();
  const auto page = port();
  std::vector<std::unique_ptr<RawConnection>> screens;
  for (std::size_t i = 0; i < PageDisplay::screens_max; ++i) {
    screens.push_back(std::make_unique<RawConnection>(page));
    follow(*screens.back());
    ASSERT_THAT(screens.back()->read_until("event: state"), StartsWith("HTTP/1.1 200 OK"));
  }
  RawConnection ninth(page);
  follow(ninth);
  EXPECT_THAT(ninth.read_to_end(), StartsWith("HTTP/1.1 503 "));
  screens.clear();
  EXPECT_TRUE(eventually([&] {
    RawConnection next(page);
    follow(next);
    return next.read_until("\r\n").starts_with("HTTP/1.1 200 ");
  }));
}

TEST_F(DoorPage, EndsTheStreamWhenTheBridgeIsKilled) {
  start();
  RawConnection screen(port());
  follow(screen);
  EXPECT_THAT(screen.read_until("event: state"), HasSubstr("event: state"));
  bridge->signal(SIGKILL);
  (void)screen.read_to_end();
  EXPECT_TRUE(screen.closed());
}

TEST_F(DoorPage, RecordsTapsWhereThePageCannotListen) {
  start();
  const auto taken = port();
  badge::test::ReaderSim other;
  const std::string listen = "127.0.0.1:" + std::to_string(taken);
  std::ofstream(folder / "other.toml")
      << "bridge = \"cong-b\"\nserver = \"http://127.0.0.1:9\"\ntoken_file = \"bridge.token\"\njournal = "
         "\"other.db\"\ndisplay = { output = \"stdout\", listen = \""
      << listen << "\" }\n[[reader]]\nid = \"cong-b-1\"\nentrance = \"cong-b\"\nconnection = \""
      << other.connection() << "\"\n";
  Process second({program("badge-bridge"), "--config", folder / "other.toml"});
  EXPECT_TRUE(eventually([&] {
    return second.errors().find("taps are recorded as ever") != std::string::npos;
  })) << second.errors();
  other.ok("present uid=04A1B2C3D4E5F6");
  EXPECT_THAT(second.read_line().value_or("nothing"), StartsWith("Đã ghi nhận"));

  const auto check =
      badge::test::run({program("badge-bridge"), "--config", folder / "other.toml", "--check"});
  EXPECT_THAT(check.output, HasSubstr("display.listen: the port is taken"));
}

}  // namespace
}  // namespace badge::bridge::test
