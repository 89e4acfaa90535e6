#include "firmware-bridge/uplink.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "firmware-bridge/private_file.hpp"
#include "tests/firmware-bridge/facts.hpp"
#include "tests/firmware-bridge/fake_server.hpp"
#include "tests/firmware-bridge/log_lines.hpp"
#include "tests/firmware-bridge/rosters.hpp"
#include "tests/support/eventually.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::bridge::test {
namespace {

using badge::test::TempDir;

/// A server that stores one stream as tap_wire.hpp says, and can be made to misbehave.
struct ServerState {
  std::mutex mutex;
  Mark stored;
  std::vector<std::string> rows;
  std::vector<BatchHead> heads;
  std::string bearer;
  int answers_to_lose = 0;
  int answers_503 = 0;
  bool forked_once = false;
  std::string roster = roster_text({{"04A1B2C3D4E5F6", "N. V. An", "active"}});
  int rosters_sent = 0;
  std::uint64_t roster_version = 1;  // as `roster` has it, until a test moves on

  FakeServer::Answer handle(const FakeServer::Request& request) {
    const std::lock_guard lock(mutex);
    bearer = request.fields.at("authorization");
    if (request.target == "/api/v1/bridge/roster") {
      const auto known = request.fields.find("if-none-match");
      const auto tag = '"' + std::to_string(roster_version) + '"';
      if (known != request.fields.end() && known->second == tag) return {304, "", "", false};
      ++rosters_sent;
      return {200, roster, tag, false};
    }
    if (answers_503 > 0) {
      --answers_503;
      return {503, "{}", "", false};
    }
    std::istringstream lines(request.body);
    std::string line;
    std::getline(lines, line);
    heads.push_back(decode_head(line).value());
    const auto& head = heads.back();
    if (std::exchange(forked_once, false))
      return {409, R"({"type":"urn:chuyen-can:forked","known_seq":9})", "", false};
    if (head.after.seq == 0 && rows.empty()) stored = {};
    auto mark = head.after;
    while (std::getline(lines, line)) {
      mark = {mark.seq + 1, chain(mark.digest, line)};
      if (mark.seq <= stored.seq) continue;
      stored = mark;
      rows.push_back(line);
    }
    const bool lost = answers_to_lose > 0;
    if (lost) --answers_to_lose;
    const Ack ack{head.stream, stored, {}, head.sent_at + std::chrono::milliseconds(250), roster_version};
    return {200, encode(ack), "", lost};
  }
  template <typename Value>
  Value get(Value ServerState::* member) {
    const std::lock_guard lock(mutex);
    return this->*member;
  }
};

class UplinkTest : public testing::Test {
 protected:
  UplinkTest() {
    site.bridge = "cong-a";
    site.server = {false, "127.0.0.1", 0};
    site.token_file = folder / "token";
    replace_private_file(site.token_file, "secret-token\n");
  }
  void add_row() {
    const Record row = tap_at(morning);
    journal.append({&row, 1}).value();
  }
  void start(FakeServer& server) {
    site.server.port = server.port();
    uplink = std::make_unique<Uplink>(
        io, site, journal, roster, clock,
        Uplink::Neighbours{[] { return std::vector<Alive::Reader>{{"cong-a-1", morning}}; },
                           [this](Instant now, const auto&, const auto&) { server_time = now; },
                           [this] { ++forks; }, [this] { ended = true; }});
    uplink->start();
  }
  /// Lets the io thread, this one, run until it is so.
  bool run_until(const std::function<bool()>& condition) {
    return badge::test::eventually([&] {
      io.restart();
      io.run_for(std::chrono::milliseconds(2));
      return condition();
    });
  }
  void stop() {
    uplink->stop(std::chrono::milliseconds(500));
    EXPECT_TRUE(run_until([this] { return ended; }));
  }

  LogLines log;
  TempDir folder;
  SiteConfig site;
  boost::asio::io_context io;
  FakeClock clock;
  Journal journal{folder / "journal.db", {}, morning};
  RosterCache roster{folder / "roster"};
  ServerState state;
  std::unique_ptr<Uplink> uplink;
  std::optional<Instant> server_time;
  int forks = 0;
  bool ended = false;
};

TEST_F(UplinkTest, DeliversTheBytesOfTheJournalAndMarksThemDelivered) {
  add_row();
  add_row();
  FakeServer server([this](const auto& request) { return state.handle(request); });
  start(server);
  ASSERT_TRUE(run_until([this] { return journal.delivered() == journal.last(); })) << log.text();
  add_row();
  uplink->wake();
  ASSERT_TRUE(run_until([this] { return journal.delivered().seq == 3; }));
  stop();
  EXPECT_EQ(state.rows, journal.lines_after(0, 10));
  EXPECT_EQ(server.connections(), 1);
  EXPECT_EQ(state.bearer, "Bearer secret-token");
  EXPECT_EQ(state.heads.at(0).bridge, "cong-a");
  EXPECT_EQ(state.heads.at(0).alive->last_seq, 2U);
  EXPECT_EQ(state.heads.at(0).alive->readers.at(0).reader, "cong-a-1");
  EXPECT_EQ(server_time, morning + std::chrono::milliseconds(250));
  EXPECT_EQ(log.text().find("secret"), std::string::npos);
}

TEST_F(UplinkTest, FetchesTheRosterOnceAndAsksByItsTagAfterwards) {
  FakeServer server([this](const auto& request) { return state.handle(request); });
  start(server);
  ASSERT_TRUE(run_until([this] { return roster.size() == 1; })) << log.text();
  stop();
  ended = false;
  start(server);  // as after a restart
  ASSERT_TRUE(run_until([this] { return state.get(&ServerState::heads).size() >= 2; }));
  stop();
  EXPECT_EQ(state.rosters_sent, 1);
  EXPECT_EQ(roster.look_up(card("04A1B2C3D4E5F6")).display, "N. V. An");
}

TEST_F(UplinkTest, AsksAtOnceForARosterThatAnAnswerTellsOf) {
  FakeServer server([this](const auto& request) { return state.handle(request); });
  start(server);
  ASSERT_TRUE(run_until([this] { return roster.size() == 1; })) << log.text();
  {
    const std::lock_guard lock(state.mutex);
    state.roster = roster_text({{"04A1B2C3D4E5F6", "N. V. An", "lost"}});
    state.roster_version = 2;
  }
  uplink->wake();  // as the heartbeat does
  ASSERT_TRUE(run_until([this] {
    return roster.look_up(card("04A1B2C3D4E5F6")).state == BadgeState::revoked;
  })) << log.text();
  // What the server sends says version 1 for ever: that is asked for once, not with every answer.
  const auto heads = state.get(&ServerState::heads).size();
  ASSERT_TRUE(run_until([&] {
    uplink->wake();
    return state.get(&ServerState::heads).size() >= heads + 5;
  }));
  stop();
  EXPECT_EQ(state.rosters_sent, 2);
  EXPECT_EQ(state.heads.back().last, journal.last().seq);
}

TEST_F(UplinkTest, SendsAgainWhenAnAnswerIsLostAndLogsTheTroubleOnce) {
  add_row();
  state.answers_to_lose = 3;
  FakeServer server([this](const auto& request) { return state.handle(request); });
  start(server);
  ASSERT_TRUE(run_until([this] { return journal.delivered().seq == 1; })) << log.text();
  stop();
  EXPECT_EQ(state.rows.size(), 1U);
  EXPECT_EQ(log.count("cannot be reached"), 1) << log.text();
  EXPECT_EQ(log.count("back after"), 1) << log.text();
}

TEST_F(UplinkTest, WaitsWhileTheServerIsFull) {
  add_row();
  state.answers_503 = 2;
  FakeServer server([this](const auto& request) { return state.handle(request); });
  start(server);
  ASSERT_TRUE(run_until([this] { return journal.delivered().seq == 1; }));
  stop();
  EXPECT_EQ(log.count("answers with status 503"), 1) << log.text();
}

TEST_F(UplinkTest, ComesBackWhenTheServerDoes) {
  std::uint16_t port = 0;
  {
    FakeServer server([this](const auto& request) { return state.handle(request); });
    port = server.port();
    start(server);
    ASSERT_TRUE(run_until([this] { return !state.get(&ServerState::heads).empty(); }));
  }
  add_row();
  uplink->wake();
  ASSERT_TRUE(run_until([this] { return log.count("cannot be reached") == 1; })) << log.text();
  FakeServer server([this](const auto& request) { return state.handle(request); }, port);
  ASSERT_TRUE(run_until([this] { return journal.delivered().seq == 1; })) << log.text();
  stop();
}

TEST_F(UplinkTest, MovesToANewStreamWhenTheServerHoldsOtherRows) {
  add_row();
  state.forked_once = true;
  const auto old_stream = journal.stream();
  FakeServer server([this](const auto& request) { return state.handle(request); });
  start(server);
  ASSERT_TRUE(run_until([this] { return journal.delivered().seq == 1; })) << log.text();
  stop();
  EXPECT_EQ(forks, 1);
  EXPECT_NE(journal.stream(), old_stream);
  EXPECT_EQ(state.heads.back().stream, journal.stream());
  EXPECT_EQ(log.count("another machine continues stream"), 1);
}

TEST_F(UplinkTest, WorksOnWithoutATokenAndSaysWhatToDo) {
  std::filesystem::permissions(site.token_file, std::filesystem::perms(0644));
  FakeServer server([this](const auto& request) { return state.handle(request); });
  start(server);
  ASSERT_TRUE(run_until([this] { return log.count("chmod 600") == 1; }));
  std::filesystem::permissions(site.token_file, std::filesystem::perms(0600));
  ASSERT_TRUE(run_until([this] { return !state.get(&ServerState::heads).empty(); }));  // no restart needed
  stop();
}

TEST_F(UplinkTest, DeliversItsLastRowsBeforeItEnds) {
  FakeServer server([this](const auto& request) { return state.handle(request); });
  start(server);
  ASSERT_TRUE(run_until([this] { return roster.size() == 1; }));
  add_row();
  stop();
  EXPECT_EQ(journal.delivered().seq, 1U);
}

}  // namespace
}  // namespace badge::bridge::test
