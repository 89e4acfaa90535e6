// The guard's screen over HTTP: what a guard may see and do, and who hears of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using test::HttpClient;
using test::RawConnection;
using test::TestServer;
using test::TestStream;
using testing::HasSubstr;
using testing::Not;

class CardRoutes : public testing::Test {
 protected:
  CardRoutes() {
    server.import("units",
                  "code,name,kind,parent_code,valid_from,valid_to\nS,Sở Nội vụ,sở,,2020-01-01,\n"
                  "S-1,Phòng Một,phòng,S,2020-01-01,\nX,Sở Khác,sở,,2020-01-01,\n");
    server.import("staff",
                  "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                  "P1,Nguyễn Văn An,S-1,Chuyên viên,cc,2020-01-01,\n"
                  "P2,Lê Đình Ánh,X,Chuyên viên,cc,2020-01-01,\n");
    server.import("badges",
                  "staff_code,uid,valid_from,valid_to,state\nP1,04A1B2C3D4E501,2020-01-01,,active\n");
    server.import("temporary_cards",
                  "label,uid,unit_code,valid_from,valid_to\n"
                  "TT-01,04BB0001,S,2020-01-01,\nTT-09,04BB0009,X,2020-01-01,\n");
    server.import("entrances", "entrance,unit_code,valid_from,valid_to\ndoor,S,2020-01-01,\n");
    guard = server.sign_in("guard", R"("grants":[{"role":"guard","unit":"S"}])");
    staff = server.sign_in("an", R"("staff_code":"P1")");
  }
  json::array cards() {
    const auto answer = guard.get("/api/v1/temporary-cards");
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_THAT(answer.body, Not(HasSubstr("04BB")));
    return json::parse(answer.body).at("cards").as_array();
  }
  int step(HttpClient& who, const std::string& what, const json::object& body) {
    return who.post("/api/v1/temporary-cards/" + what, json::serialize(body)).status;
  }
  int lend(HttpClient& who, const std::string& label, const std::string& staff_code) {
    return step(who, "loans", {{"label", label}, {"staff_code", staff_code}, {"cause", "forgotten"}});
  }

  TestServer server;
  HttpClient guard = server.anybody(), staff = server.anybody();
  HttpClient hr = server.as(server.add_token("hr", "hr"));
};

TEST_F(CardRoutes, AGuardLendsTakesBackAndUndoes) {
  ASSERT_EQ(cards().size(), 1U) << "the other unit's box is not there";
  EXPECT_TRUE(cards()[0].at("loan").is_null());
  ASSERT_EQ(lend(guard, "TT-01", "P1"), 204);
  EXPECT_EQ(cards()[0].at("loan").at("full_name").as_string(), "Nguyễn Văn An");
  EXPECT_TRUE(cards()[0].at("loan").at("counts").as_bool());
  EXPECT_EQ(lend(guard, "TT-01", "P1"), 409);
  ASSERT_EQ(step(guard, "returns", {{"label", "TT-01"}}), 204);
  EXPECT_TRUE(cards()[0].at("loan").at("returned").is_string());
  ASSERT_EQ(step(guard, "undo", {{"label", "TT-01"}}), 204);
  EXPECT_TRUE(cards()[0].at("loan").at("returned").is_null());
  EXPECT_EQ(step(guard, "undo", {{"label", "TT-01"}}), 204);
  EXPECT_TRUE(cards()[0].at("loan").is_null());
  EXPECT_EQ(step(guard, "loans", {{"label", "TT-01"}, {"staff_code", "P1"}}), 409) << "no cause";
}

TEST_F(CardRoutes, AGuardSeesNamesOfTheirUnitsAndNothingElseOfAnybody) {
  const auto found = guard.get("/api/v1/temporary-cards/people?find=nguyen%20an").body;
  EXPECT_THAT(found, HasSubstr("Nguyễn Văn An"));
  EXPECT_THAT(found, HasSubstr("\"has_own_badge\":true"));
  EXPECT_EQ(guard.get("/api/v1/temporary-cards/people?find=anh").body, R"({"people":[]})");
  EXPECT_EQ(lend(guard, "TT-01", "P2"), 404);
  EXPECT_EQ(lend(guard, "TT-09", "P1"), 404);
  for (const auto* path :
       {"/api/v1/people?find=an", "/api/v1/why?staff=P1&date=2026-07-01", "/api/v1/badges/unknown",
        "/api/v1/reports/now", "/api/v1/live", "/api/v1/own/loans"}) {
    EXPECT_EQ(guard.get(path).status, 403) << path;
  }
}

TEST_F(CardRoutes, TheBorrowerSeesTheirLoansAndTheAuditLogWhoLent) {
  ASSERT_EQ(lend(guard, "TT-01", "P1"), 204);
  const auto own = staff.get("/api/v1/own/loans").body;
  EXPECT_THAT(own, HasSubstr("TT-01"));
  EXPECT_THAT(own, HasSubstr("quên thẻ"));
  auto auditor = server.sign_in("auditor", R"("grants":[{"role":"auditor"}])");
  const auto log = auditor.get("/api/v1/audit?staff=P1").body;
  EXPECT_THAT(log, HasSubstr("POST /api/v1/temporary-cards/loans"));
  EXPECT_THAT(log, HasSubstr("TT-01 lent, forgotten"));
  EXPECT_THAT(log, HasSubstr("\"guard\""));
  EXPECT_THAT(log, Not(HasSubstr("04BB0001")));
}

TEST_F(CardRoutes, ACardThatWasShownIsPutIntoABoxWithoutItsNumber) {
  auto bridge = server.as(server.add_bridge("cong-a"));
  TestStream stream('a');
  const auto show = [&](const std::string& uid) {
    EXPECT_EQ(bridge.post("/api/v1/bridge/batches", stream.batch({uid}), "application/x-ndjson").status, 200);
  };
  show("04BB0077");
  const auto unknown = json::parse(hr.get("/api/v1/badges/unknown").body).at("cards").as_array();
  ASSERT_EQ(unknown.size(), 1U);
  const json::object card{{"label", "TT-02"}, {"unit_code", "S-1"}, {"card", unknown[0].at("card")}};
  const auto added = hr.post("/api/v1/temporary-cards", json::serialize(card));
  EXPECT_EQ(added.status, 201) << added.body;
  ASSERT_EQ(cards().size(), 2U);
  show("04BB0077");
  EXPECT_EQ(cards()[1].at("shown").at("entrance").as_string(), "door");
  EXPECT_EQ(json::parse(hr.get("/api/v1/badges/unknown").body).at("cards").as_array().size(), 0U);
  const json::object again{{"label", "TT-02"}, {"unit_code", "S"}, {"uid", "04BB0078"}};
  EXPECT_EQ(hr.post("/api/v1/temporary-cards", json::serialize(again)).status, 422)
      << "two cards of one label";
  ASSERT_EQ(hr.post("/api/v1/temporary-cards/ends", R"({"label":"TT-02"})").status, 204);
  EXPECT_EQ(cards().size(), 1U);
  auto of_unit = server.as(server.add_token("hr-s", "hr", "S"));
  EXPECT_EQ(of_unit.post("/api/v1/temporary-cards", json::serialize(again)).status, 403);
}

TEST_F(CardRoutes, AnEntranceKnowsTheLentCardWithItsNextRoster) {
  const auto added = server.admin().post("/api/v1/bridges", R"({"name":"cong-b","entrances":["door"]})");
  auto bridge = server.as(test::member(added.body, "token"));
  const auto roster = [&] { return bridge.get("/api/v1/bridge/roster").body; };
  EXPECT_THAT(roster(), HasSubstr("not_lent"));
  ASSERT_EQ(lend(guard, "TT-01", "P1"), 204);
  EXPECT_THAT(roster(), Not(HasSubstr("not_lent")));
  ASSERT_EQ(step(guard, "returns", {{"label", "TT-01"}}), 204);
  EXPECT_THAT(roster(), HasSubstr("not_lent"));
}

TEST_F(CardRoutes, APageHearsThatItsBoxChangedAndOfNobodysTaps) {
  const auto token = server.add_token("hr-s", "hr", "S");
  RawConnection page(server.port());
  page.send("GET /api/v1/live/temporary-cards HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token +
            "\r\n\r\n");
  EXPECT_TRUE(page.read_until("\r\n\r\n").starts_with("HTTP/1.1 200 "));
  auto bridge = server.as(server.add_bridge("cong-a"));
  TestStream stream('a');
  const auto tapped = stream.batch({"04A1B2C3D4E501", "04BB0009", "04BB0001"});
  EXPECT_EQ(bridge.post("/api/v1/bridge/batches", tapped, "application/x-ndjson").status, 200);
  EXPECT_EQ(page.read_until("\n\n"), "event: cards\ndata: {}\n\n");
  ASSERT_EQ(lend(hr, "TT-09", "P2"), 204);
  ASSERT_EQ(lend(hr, "TT-01", "P1"), 204);
  EXPECT_EQ(page.read_until("\n\n"), "event: cards\ndata: {}\n\n");
}

}  // namespace
}  // namespace badge::http
