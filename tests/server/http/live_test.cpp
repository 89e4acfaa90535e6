// The live list: server-sent events over a real socket.
#include <gtest/gtest.h>

#include "server/http/event_hub.hpp"
#include "server/http/limits.hpp"
#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

using test::RawConnection;
using test::TestServer;
using test::TestStream;

class LiveList : public testing::Test {
 protected:
  LiveList() {
    server.import(
        "units",
        "code,name,kind,parent_code,valid_from,valid_to\n"
        "S,Sở Nội vụ,sở,,2020-01-01,\nS-1,Phòng Một,phòng,S,2020-01-01,\nX,Sở Khác,sở,,2020-01-01,\n");
    server.import("staff",
                  "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                  "P1,Nguyễn Văn An,S-1,,,2020-01-01,\nP2,Lê Đình Ánh,X,,,2020-01-01,\n");
    server.import("badges",
                  "staff_code,uid,valid_from,valid_to,state\n"
                  "P1,04A1B2C3D4E5F6,2020-01-01,,active\nP2,04A1B2C3D4E5F7,2020-01-01,,active\n"
                  "P2,04A1B2C3D4E5F8,2020-01-01,,lost\n");
  }
  void tap(const std::vector<std::string>& uids) {
    EXPECT_EQ(bridge.post("/api/v1/bridge/batches", stream.batch(uids), "application/x-ndjson").status, 200);
  }
  void listen(RawConnection& connection, const std::string& token) {
    connection.send("GET /api/v1/live HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n");
    const auto header = connection.read_until("\r\n\r\n");
    EXPECT_TRUE(header.starts_with("HTTP/1.1 200 ")) << header;
    EXPECT_NE(header.find("text/event-stream"), std::string::npos) << header;
  }

  TestServer server;
  test::HttpClient bridge = server.as(server.add_bridge("cong-a"));
  TestStream stream{'a'};
};

TEST_F(LiveList, ShowsATapWithItsPersonAndNeverTheWholeCard) {
  RawConnection page(server.port());
  listen(page, server.admin_token());
  tap({"04A1B2C3D4E5F6"});
  const auto event = page.read_until("\n\n");
  EXPECT_TRUE(event.starts_with("event: tap\ndata: {")) << event;
  for (const auto* part :
       {R"("staff_code":"P1")", R"("full_name":"Nguyễn Văn An")", R"("unit_name":"Phòng Một")",
        R"("state":"known")", R"("entrance":"door")", R"("reader":"door-1")", "+07:00"}) {
    EXPECT_NE(event.find(part), std::string::npos) << part << " in " << event;
  }
  EXPECT_EQ(event.find("04A1B2C3D4E5F6"), std::string::npos) << event;
}

TEST_F(LiveList, TellsUnknownAndRevokedCardsApart) {
  RawConnection page(server.port());
  listen(page, server.admin_token());
  tap({"04FFFFFFFFFFFF", "04A1B2C3D4E5F8"});
  EXPECT_NE(page.read_until("\n\n").find(R"("state":"unknown")"), std::string::npos);
  const auto revoked = page.read_until("\n\n");
  EXPECT_NE(revoked.find(R"("state":"revoked")"), std::string::npos);
  EXPECT_EQ(revoked.find("Ánh"), std::string::npos);
}

TEST_F(LiveList, APageThatOpensLaterSeesWhatCameBefore) {
  RawConnection first(server.port());
  listen(first, server.admin_token());
  tap({"04A1B2C3D4E5F6"});
  const auto event = first.read_until("\n\n");
  RawConnection second(server.port());
  listen(second, server.admin_token());
  EXPECT_EQ(second.read_until("\n\n"), event);
}

TEST_F(LiveList, AnOfficerSeesPeopleOfTheirUnitsOnly) {
  RawConnection page(server.port());
  listen(page, server.add_token("an", "hr", "S"));
  tap({"04A1B2C3D4E5F7", "04FFFFFFFFFFFF", "04A1B2C3D4E5F6"});
  EXPECT_NE(page.read_until("\n\n").find("\"P1\""), std::string::npos);
}

TEST_F(LiveList, IsForPeopleAndNotForBridges) {
  EXPECT_EQ(server.anybody().get("/api/v1/live").status, 401);
  EXPECT_EQ(server.as(server.add_bridge("other")).get("/api/v1/live").status, 403);
}

TEST(EventHub, ASlowPageMissesTheOldestAndIsToldHowMany) {
  EventHub hub;
  int woken = 0;
  const auto page = hub.subscribe(app::Scope::everything(), [&] { ++woken; });
  for (std::size_t i = 0; i < subscriber_events_max + 3; ++i)
    hub.publish({{"data: " + std::to_string(i) + "\n\n", {}}});
  const auto text = page->take();
  EXPECT_TRUE(text.starts_with("event: missed\ndata: {\"count\":3}\n\ndata: 3\n\n")) << text.substr(0, 60);
  EXPECT_EQ(woken, 1) << "once until it is emptied";
  EXPECT_EQ(page->take(), "");
  hub.publish({{"data: next\n\n", {}}});
  EXPECT_EQ(page->take(), "data: next\n\n");
  EXPECT_EQ(woken, 2);
}

TEST(EventHub, OnlySoManyPagesAreOpenAtOnce) {
  EventHub hub;
  std::vector<std::shared_ptr<EventHub::Subscription>> pages;
  const auto open = [&] { return hub.subscribe({}, [] {}); };
  for (std::size_t i = 0; i < subscribers_max; ++i) pages.push_back(open());
  EXPECT_EQ(open(), nullptr);
  pages.pop_back();
  EXPECT_NE(open(), nullptr);
}

}  // namespace
}  // namespace badge::http
