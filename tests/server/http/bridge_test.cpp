// A bridge and the server over real HTTP: batches and acknowledgements, and the roster.
#include <gtest/gtest.h>

#include <openssl/evp.h>

#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

using test::HttpAnswer;
using test::HttpClient;
using test::member;
using test::TestServer;
using test::TestStream;

class Bridge : public testing::Test {
 protected:
  HttpAnswer send(const std::string& body) {
    return bridge.post("/api/v1/bridge/batches", body, "application/x-ndjson");
  }
  Ack acknowledged(const std::string& body) {
    const auto answer = send(body);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return decode_ack(answer.body).value();
  }

  TestServer server;
  std::string token = server.add_bridge("cong-a");
  HttpClient bridge = server.as(token);
  TestStream stream{'a'};
};

TEST_F(Bridge, ABatchIsAcknowledgedWithItsLastRowAndDigest) {
  const auto ack = acknowledged(stream.batch({"04A1B2C3D4E5F6", "04A1B2C3D4E5F7"}));
  EXPECT_EQ(ack.stream, stream.name());
  EXPECT_EQ(ack.stored, stream.mark());
  EXPECT_EQ(ack.backed_up, Mark());
}

TEST_F(Bridge, ARepeatedBatchIsAcknowledgedAndStoredOnce) {
  const auto batch = stream.batch({"04A1B2C3D4E5F6"});
  acknowledged(batch);
  EXPECT_EQ(acknowledged(batch).stored, stream.mark());
  const auto status = server.admin().get("/api/v1/status").body;
  EXPECT_NE(status.find("\"stored_seq\":1"), std::string::npos) << status;
}

TEST_F(Bridge, ABatchBeyondWhatIsStoredIsAskedForAgainFromThere) {
  acknowledged(stream.batch({"04A1B2C3D4E5F6"}));
  const auto stored = stream.mark();
  const auto skipped = stream.batch({"04A1B2C3D4E5F7"});
  EXPECT_EQ(acknowledged(stream.batch({"04A1B2C3D4E5F8"})).stored, stored);
}

TEST_F(Bridge, AClonedJournalIsToldThatItForked) {
  auto clone = stream;
  acknowledged(stream.batch({"04A1B2C3D4E5F6", "04A1B2C3D4E5F7"}));
  const auto answer = send(clone.batch({"04AAAAAAAAAAAA", "04AAAAAAAAAAAB"}));
  // The clone repeats seq 1 and 2 with other rows: what it adds then cannot continue what is stored.
  const auto more = send(clone.batch({"04AAAAAAAAAAAC"}));
  EXPECT_EQ(more.status, 409) << answer.body << more.body;
  EXPECT_EQ(more.field("content-type"), "application/problem+json");
  EXPECT_EQ(member(more.body, "type"), "urn:chuyen-can:forked");
  EXPECT_EQ(member(more.body, "stream"), stream.name());
  EXPECT_EQ(member(more.body, "known_seq"), "2");
}

TEST_F(Bridge, ARowThatNobodyUnderstandsIsStoredAndAcknowledged) {
  auto body = stream.batch({});
  const std::string row = R"({"seq":1,"t":"from the future"})";
  body += row + '\n';
  EXPECT_EQ(acknowledged(body).stored, (Mark{1, chain({}, row)}));
  EXPECT_EQ(member(server.admin().get("/api/v1/status").body, "quarantined_rows"), "1");
}

TEST_F(Bridge, AHeadThatIsWrongIsRefusedWithTheReason) {
  for (const auto* body : {"", "{}\n", "not json\n", R"({"v":2})"}) {
    const auto answer = send(body);
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_EQ(member(answer.body, "type"), "urn:chuyen-can:bad-batch");
  }
}

TEST_F(Bridge, TheIdentityComesFromTheTokenAndNotFromTheBody) {
  acknowledged(stream.batch({"04A1B2C3D4E5F6"}));  // its head says "ignored"
  const auto status = server.admin().get("/api/v1/status").body;
  EXPECT_NE(status.find("\"bridge\":\"cong-a\""), std::string::npos) << status;
  EXPECT_EQ(status.find("ignored"), std::string::npos) << status;
}

TEST_F(Bridge, HundredsOfBatchesUseOneConnection) {
  for (int i = 0; i < 300; ++i) acknowledged(stream.batch({"04A1B2C3D4E5F6"}));
  EXPECT_EQ(bridge.connections(), 1);
}

TEST_F(Bridge, AfterACompletedBackupTheAcknowledgementSaysWhatIsSafe) {
  acknowledged(stream.batch({"04A1B2C3D4E5F6"}));
  const auto safe = stream.mark();
  auto admin = server.admin();
  const auto made = admin.send("POST", "/api/v1/backups");
  ASSERT_EQ(made.status, 201) << made.body;
  const auto path = "/api/v1/backups/" + member(made.body, "id");
  EXPECT_EQ(acknowledged(stream.batch({"04A1B2C3D4E5F6"})).backed_up, Mark())
      << "made, but not yet safe elsewhere";

  const auto file = admin.get(path);
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(std::to_string(file.body.size()), member(made.body, "bytes"));
  Digest sha256;
  EVP_Digest(file.body.data(), file.body.size(), sha256.bytes.data(), nullptr, EVP_sha256(), nullptr);
  EXPECT_EQ(sha256.hex(), member(made.body, "sha256"));

  EXPECT_EQ(admin.send("POST", path + "/complete").status, 204);
  EXPECT_EQ(acknowledged(stream.batch({"04A1B2C3D4E5F6"})).backed_up, safe);
  EXPECT_EQ(admin.get(path).status, 404) << "the copy here is gone";
  EXPECT_EQ(admin.send("POST", "/api/v1/backups/none/complete").status, 404);
}

TEST_F(Bridge, VerifyFindsNothingWrongInAHealthyStore) {
  acknowledged(stream.batch({"04A1B2C3D4E5F6"}));
  const auto report = server.admin().send("POST", "/api/v1/verify");
  EXPECT_EQ(report.status, 200);
  EXPECT_EQ(member(report.body, "ok"), "true") << report.body;
  EXPECT_EQ(member(report.body, "differences"), "[]");
}

class BridgeRoster : public Bridge {
 protected:
  BridgeRoster() {
    server.import(
        "units",
        "code,name,kind,parent_code,valid_from,valid_to\n"
        "S,Sở Nội vụ,sở,,2020-01-01,\nS-1,Phòng Một,phòng,S,2020-01-01,\nX,Sở Khác,sở,,2020-01-01,\n");
    server.import("staff",
                  "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                  "P1,Nguyễn Văn An,S-1,Chuyên viên,cc,2020-01-01,\n"
                  "P2,Lê Đình Ánh,X,Chuyên viên,cc,2020-01-01,\n");
    server.import("badges",
                  "staff_code,uid,valid_from,valid_to,state\n"
                  "P1,04A1B2C3D4E5F6,2020-01-01,,active\nP2,04A1B2C3D4E5F7,2020-01-01,,active\n"
                  "P1,04A1B2C3D4E5F8,2020-01-01,,lost\n");
    server.import("entrances", "entrance,unit_code,valid_from,valid_to\ndoor,S,2020-01-01,\n");
    const auto added = server.admin().post("/api/v1/bridges", R"({"name":"cong-b","entrances":["door"]})");
    roster_bridge = server.as(member(added.body, "token"));
  }
  HttpClient roster_bridge = server.anybody();
};

TEST_F(BridgeRoster, HoldsSaltedHashesAndInitialsOfTheEntrancesUnitsAndNoMore) {
  const auto answer = roster_bridge.get("/api/v1/bridge/roster");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto& body = answer.body;
  for (const auto* secret : {"04A1B2C3D4E5F6", "Nguyễn", "P1", "Ánh"}) {
    EXPECT_EQ(body.find(secret), std::string::npos) << secret << " in " << body;
  }
  EXPECT_NE(body.find("N. V. An"), std::string::npos) << body;

  const auto salt_hex = member(body, "salt");
  std::string salted;
  for (std::size_t i = 0; i < salt_hex.size(); i += 2) {
    salted += static_cast<char>(std::stoi(salt_hex.substr(i, 2), nullptr, 16));
  }
  const auto credential = Credential::parse("04A1B2C3D4E5F6").value();
  for (const auto byte : credential.bytes()) salted += static_cast<char>(byte);
  Digest hash;
  EVP_Digest(salted.data(), salted.size(), hash.bytes.data(), nullptr, EVP_sha256(), nullptr);
  EXPECT_NE(body.find(R"({"hash":")" + hash.hex() + R"(","display":"N. V. An","state":"active"})"),
            std::string::npos)
      << body;
  EXPECT_NE(body.find("\"state\":\"lost\""), std::string::npos) << body;
}

TEST_F(BridgeRoster, IsSentAgainOnlyWhenItChanged) {
  const auto first = roster_bridge.get("/api/v1/bridge/roster");
  const auto tag = first.field("etag");
  ASSERT_FALSE(tag.empty());
  const auto again = roster_bridge.send("GET", "/api/v1/bridge/roster", "", {{"If-None-Match", tag}});
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  server.import("badges", "staff_code,uid,valid_from,valid_to,state\nP1,04A1B2C3D4E5F9,2020-01-01,,active\n");
  EXPECT_EQ(roster_bridge.send("GET", "/api/v1/bridge/roster", "", {{"If-None-Match", tag}}).status, 200);
}

TEST_F(BridgeRoster, AnAcknowledgementTellsItsVersionWhichOnlyWhatConcernsEntrancesChanges) {
  const auto told = [&] { return std::to_string(acknowledged(stream.batch({})).roster.value()); };
  const auto sent = [&] { return member(roster_bridge.get("/api/v1/bridge/roster").body, "version"); };
  const auto first = told();
  EXPECT_EQ(first, sent());
  server.import(
      "absences",
      "staff_code,kind,from,to,sessions,paper,reported_at\nP1,sick,2026-03-09,2026-03-09,all,GNP 1,\n");
  EXPECT_EQ(told(), first) << "a paper is nothing to an entrance";
  server.import("badges", "staff_code,uid,valid_from,valid_to,state\nP1,04A1B2C3D4E5F9,2020-01-01,,active\n");
  EXPECT_NE(told(), first);
  EXPECT_EQ(told(), sent());
}

TEST_F(BridgeRoster, ABadgeThatIsLostFromTomorrowOnWasReportedTodayAndStopsAtOnce) {
  const auto days =
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + std::chrono::hours(7));
  const auto written = [](std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    return std::to_string(static_cast<int>(date.year())) + '-' +
           std::to_string(100 + static_cast<unsigned>(date.month())).substr(1) + '-' +
           std::to_string(100 + static_cast<unsigned>(date.day())).substr(1);
  };
  const auto lost_cards = [&] {
    const auto body = roster_bridge.get("/api/v1/bridge/roster").body;
    int count = 0;
    for (auto at = body.find("\"lost\""); at != std::string::npos; at = body.find("\"lost\"", at + 1))
      ++count;
    return count;
  };
  ASSERT_EQ(lost_cards(), 1);
  server.import("badges", "staff_code,uid,valid_from,valid_to,state\nP1,04A1B2C3D4E5F6,2020-01-01," +
                              written(days) + ",active\nP1,04A1B2C3D4E5F6," +
                              written(days + std::chrono::days(1)) + ",,lost\n");
  EXPECT_EQ(lost_cards(), 2);
  // Returned tomorrow is no loss: today it still opens the day's last session.
  server.import("badges", "staff_code,uid,valid_from,valid_to,state\nP1,04A1B2C3D4E5F6," +
                              written(days + std::chrono::days(1)) + ",,returned\n");
  EXPECT_EQ(lost_cards(), 1);
}

TEST_F(BridgeRoster, HoldsGuestsWhoWorkThereAndThoseWhomItsEntranceIsNamedFor) {
  server.import("staff",
                "code,full_name,unit_code,position,category,valid_from,valid_to,works_at,entrances\n"
                "P2,Lê Đình Ánh,X,Chuyên viên,cc,2020-01-01,,S-1,\n"
                "P3,Đỗ Thị Yến,X,Chuyên viên,cc,2020-01-01,,,door\n"
                "P4,Bùi Văn Khoa,X,Chuyên viên,cc,2020-01-01,,,\n");
  server.import("badges",
                "staff_code,uid,valid_from,valid_to,state\n"
                "P3,04A1B2C3D4E503,2020-01-01,,active\nP4,04A1B2C3D4E504,2020-01-01,,active\n");
  const auto body = roster_bridge.get("/api/v1/bridge/roster").body;
  EXPECT_NE(body.find("L. Đ. Ánh"), std::string::npos) << body;
  EXPECT_NE(body.find("Đ. T. Yến"), std::string::npos) << body;
  EXPECT_EQ(body.find("B. V. Khoa"), std::string::npos) << body;
}

TEST_F(BridgeRoster, ABridgeThatNamedNoEntranceGetsThoseItReports) {
  EXPECT_EQ(bridge.get("/api/v1/bridge/roster").body.find("N. V. An"), std::string::npos);
  auto body = stream.batch({});
  body += encode(Entry{
              1, Listening{"door-1", "door", Direction::both,
                           std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()),
                           ClockState::synchronised}}) +
          '\n';
  acknowledged(body);
  EXPECT_NE(bridge.get("/api/v1/bridge/roster").body.find("N. V. An"), std::string::npos);
}

}  // namespace
}  // namespace badge::http
