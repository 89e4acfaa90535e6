// Is every door alive? Over HTTP, from what a bridge sends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using test::HttpClient;
using test::TestServer;

Instant now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

class EntranceRoutes : public testing::Test {
 protected:
  json::object door() {
    const auto answer = server.admin().get("/api/v1/entrances");
    EXPECT_EQ(answer.status, 200) << answer.body;
    const auto parsed = json::parse(answer.body);
    return parsed.at("entrances").as_array().at(0).as_object();
  }
  /// One row in a batch whose clock is `offset` behind the server's.
  void send(const Record& record, std::chrono::milliseconds offset = {}, std::uint64_t more_rows = 0) {
    const Entry entry{mark.seq + 1, record};
    const BatchHead head{"ignored",      std::string(32, 'a'), mark,
                         now() - offset, std::nullopt,         entry.seq + more_rows};
    const auto line = encode(entry);
    mark = {entry.seq, chain(mark.digest, line)};
    const auto answer =
        bridge.post("/api/v1/bridge/batches", encode(head) + '\n' + line + '\n', "application/x-ndjson");
    ASSERT_EQ(answer.status, 200) << answer.body;
  }
  static Listening listens() { return {"door-1", "door", Direction::both, now(), ClockState::synchronised}; }

  TestServer server;
  HttpClient bridge = server.as(server.add_bridge("cong-a"));
  Mark mark;
};

TEST_F(EntranceRoutes, AReaderListensThenIsDeafWithTheCause) {
  server.import("units", "code,name,kind,parent_code,valid_from,valid_to\nS,Sở Nội vụ,sở,,2020-01-01,\n");
  server.import("entrances", "entrance,unit_code,valid_from,valid_to\ndoor,S,2020-01-01,\n");
  EXPECT_EQ(json::serialize(door().at("troubles")), R"(["never_heard"])");
  send(listens());
  EXPECT_EQ(json::serialize(door().at("troubles")), "[]");
  EXPECT_EQ(door().at("readers").at(0).at("state"), "listening");
  send(Deaf{"door-1", now(), "unplugged"});
  EXPECT_EQ(door().at("readers").at(0).at("state"), "deaf");
  EXPECT_EQ(door().at("readers").at(0).at("cause"), "unplugged");
  EXPECT_TRUE(door().at("cannot_wait").as_bool());
}

TEST_F(EntranceRoutes, TellsHowFarTheClockIsAndHowManyRowsAreMissing) {
  send(listens(), std::chrono::minutes(2), 7);
  const auto offset = door().at("clock_offset_ms").as_int64();
  EXPECT_GE(offset, 120'000);
  EXPECT_EQ(door().at("waiting_rows").as_int64(), 7);
  EXPECT_THAT(json::serialize(door().at("troubles")), testing::HasSubstr("clock"));
}

TEST_F(EntranceRoutes, SaysWhetherABackupWasEverCompleted) {
  auto admin = server.admin();
  const auto watch = [&] { return json::parse(admin.get("/api/v1/entrances").body); };
  EXPECT_TRUE(watch().at("backup_is_old").as_bool());
  const auto made = admin.send("POST", "/api/v1/backups");
  EXPECT_TRUE(watch().at("backup_at").is_null()) << "made, but not yet safe elsewhere";
  admin.send("POST", "/api/v1/backups/" + test::member(made.body, "id") + "/complete");
  EXPECT_FALSE(watch().at("backup_is_old").as_bool());
}

TEST_F(EntranceRoutes, AnOpenPageIsToldThatAReaderChangedAndNotThatSomebodyTapped) {
  const auto token = server.admin_token();
  test::RawConnection page(server.port());
  page.send("GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n");
  (void)page.read_until("\r\n\r\n");
  send(Tap{.reader = "door-1",
           .entrance = "door",
           .direction = Direction::both,
           .credential = Credential::parse("04A1B2C3D4E5F6").value(),
           .at = now(),
           .monotonic_ms = 0,
           .boot = "1f0c9a3e",
           .clock = ClockState::synchronised,
           .offset_ms = std::nullopt,
           .check_ref = {}});
  send(listens());
  const auto told = page.read_until("event: entrances");
  EXPECT_THAT(told, testing::HasSubstr("event: entrances"));
  EXPECT_EQ(told.find("event: entrances"), told.rfind("event: entrances"));
}

}  // namespace
}  // namespace badge::http
