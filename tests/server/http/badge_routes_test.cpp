// Badges and whose they are, over HTTP: no number leaves the server, and every rule for files holds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using test::HttpClient;
using test::TestServer;
using test::TestStream;
using testing::HasSubstr;
using testing::Not;

class BadgeRoutes : public testing::Test {
 protected:
  BadgeRoutes() {
    server.import("units", "code,name,kind,parent_code,valid_from,valid_to\nS,Sở Nội vụ,sở,,2020-01-01,\n");
    server.import("staff",
                  "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                  "P1,Nguyễn Văn An,S,Chuyên viên,cc,2020-01-01,\n"
                  "P2,Lê Đình Ánh,S,Chuyên viên,cc,2020-01-01,\n"
                  "P3,Đỗ Văn Cũ,S,Chuyên viên,cc,2020-01-01,2020-12-31\n");
    server.import("badges",
                  "staff_code,uid,valid_from,valid_to,state\nP1,04A1B2C3D4E501,2020-01-01,,active\n");
  }
  void show(const std::vector<std::string>& uids) {
    const auto answer = bridge.post("/api/v1/bridge/batches", stream.batch(uids), "application/x-ndjson");
    ASSERT_EQ(answer.status, 200) << answer.body;
  }
  json::array unknown() {
    const auto answer = hr.get("/api/v1/badges/unknown");
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_THAT(answer.body, Not(HasSubstr("04A1B2C3")));
    return json::parse(answer.body).at("cards").as_array();
  }
  json::array badges_of(const std::string& staff) {
    const auto answer = hr.get("/api/v1/badges?staff=" + staff);
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_THAT(answer.body, Not(HasSubstr("04A1B2C3")));
    return json::parse(answer.body).at("badges").as_array();
  }
  test::HttpAnswer change(const json::object& body) {
    return hr.post("/api/v1/badges", json::serialize(body));
  }

  TestServer server;
  HttpClient hr = server.as(server.add_token("hr", "hr"));
  HttpClient bridge = server.as(server.add_bridge("cong-a"));
  TestStream stream{'a'};
};

TEST_F(BadgeRoutes, ACardThatWasShownIsBoundByItsNameWithoutItsNumber) {
  show({"04A1B2C3D4E5F7", "04A1B2C3D4E5F7", "04A1B2C3D4E501"});
  const auto cards = unknown();
  ASSERT_EQ(cards.size(), 1U) << "P1's badge is somebody's";
  EXPECT_EQ(cards[0].at("uid_masked").as_string(), "…E5F7");
  EXPECT_EQ(cards[0].at("taps").as_int64(), 2);
  const json::object issue{
      {"card", cards[0].at("card")}, {"kind", "own"}, {"from", "2026-01-01"}, {"to", ""}};
  const auto bound = change({{"staff_code", "P2"}, {"issue", issue}});
  EXPECT_EQ(bound.status, 204) << bound.body;
  EXPECT_TRUE(unknown().empty());
  const auto badges = badges_of("P2");
  ASSERT_EQ(badges.size(), 1U);
  EXPECT_EQ(badges[0].at("uid_masked").as_string(), "…E5F7");
  EXPECT_TRUE(badges[0].at("last_tap").is_string());
  // A page that lay open: the name says nobody's card any more.
  EXPECT_EQ(change({{"staff_code", "P1"}, {"issue", issue}}).status, 422);
}

TEST_F(BadgeRoutes, ABadgeIsLostFoundAndReplacedInRowsOfAFile) {
  const auto card = badges_of("P1")[0].at("card");
  EXPECT_EQ(change({{"staff_code", "P1"},
                    {"change", {{"card", card}, {"state", "lost"}, {"from", "2026-03-09"}}},
                    {"issue", {{"uid", "04:A1:B2:C3:D4:E5:02"}, {"kind", "own"}, {"from", "2026-03-09"}}}})
                .status,
            204);
  auto badges = badges_of("P1");
  ASSERT_EQ(badges.size(), 3U);
  EXPECT_EQ(badges[0].at("to").as_string(), "2026-03-08");
  EXPECT_EQ(badges[1].at("state").as_string(), "lost");
  EXPECT_EQ(badges[2].at("state").as_string(), "active");
  EXPECT_EQ(change({{"staff_code", "P1"},
                    {"change", {{"card", card}, {"state", "active"}, {"from", "2026-03-09"}}}})
                .status,
            204);
  EXPECT_EQ(badges_of("P1")[1].at("state").as_string(), "active");
}

TEST_F(BadgeRoutes, WhatAFileMayNotSayNoFormMayAndNoRefusalShowsANumber) {
  const json::object taken{{"uid", "04A1B2C3D4E501"}, {"kind", "own"}, {"from", "2026-01-01"}};
  const auto twice = change({{"staff_code", "P2"}, {"issue", taken}});
  EXPECT_EQ(twice.status, 422);
  EXPECT_THAT(twice.body, HasSubstr("P1"));
  EXPECT_THAT(twice.body, Not(HasSubstr("04A1B2C3D4E501")));
  EXPECT_EQ(badges_of("P2").size(), 0U);
  for (const auto* uid : {"xyz", "…", ""}) {
    EXPECT_EQ(change({{"staff_code", "P2"}, {"issue", {{"uid", uid}, {"from", "2026-01-01"}}}}).status, 422)
        << uid;
  }
  const auto card = badges_of("P1")[0].at("card");
  const auto refused = [&](const char* staff, const char* state, const char* from) {
    return change({{"staff_code", staff}, {"change", {{"card", card}, {"state", state}, {"from", from}}}})
        .status;
  };
  EXPECT_EQ(refused("P2", "lost", "2026-01-01"), 422) << "not theirs";
  EXPECT_EQ(refused("P1", "gone", "2026-01-01"), 422);
  EXPECT_EQ(refused("P1", "lost", "yesterday"), 422);
  EXPECT_EQ(refused("P1", "lost", "2019-12-31"), 422) << "before it was given";
  EXPECT_EQ(change({{"staff_code", "P1"}}).status, 422);
  EXPECT_EQ(hr.post("/api/v1/badges", R"({"staff_code":"P1","change":[]})").status, 422);
}

TEST_F(BadgeRoutes, ACardThatDrawsItsNumberIsListedAsOneThatCannotBeUsed) {
  show({"08A1B2C3"});
  ASSERT_EQ(unknown().size(), 1U);
  EXPECT_TRUE(unknown()[0].at("draws_its_number").as_bool());
}

TEST_F(BadgeRoutes, PeopleAreFoundAsTheyAreTypedIfTheyAreInServiceToday) {
  const auto found = [&](const std::string& words) {
    std::string codes;
    const auto answer = hr.get("/api/v1/people?find=" + words);
    const auto parsed = json::parse(answer.body);
    for (const auto& person : parsed.at("people").as_array())
      codes += std::string(person.at("staff_code").as_string());
    return codes;
  };
  EXPECT_EQ(found("le%20dinh"), "P2");
  EXPECT_EQ(found("%C3%81nh"), "P2");  // Ánh
  EXPECT_EQ(found("AN%20nguyen"), "P1");
  EXPECT_EQ(found("p2"), "P2");
  EXPECT_EQ(found("do%20van"), "") << "has left";
  EXPECT_EQ(found(""), "");
}

TEST_F(BadgeRoutes, AnOfficerOfSomeUnitsLearnsNothing) {
  auto scoped = server.as(server.add_token("hr-s", "hr", "S"));
  for (const auto* path : {"/api/v1/badges/unknown", "/api/v1/badges?staff=P1", "/api/v1/people?find=an"}) {
    const auto answer = scoped.get(path);
    EXPECT_EQ(answer.status, 403) << path;
    EXPECT_THAT(answer.body, Not(HasSubstr("Nguyễn")));
  }
  EXPECT_EQ(scoped.post("/api/v1/badges", "{}").status, 403);
}

TEST_F(BadgeRoutes, TheAuditLogNamesWhoseBadgeAndWhatWasDone) {
  const auto card = badges_of("P1")[0].at("card");
  change({{"staff_code", "P1"}, {"change", {{"card", card}, {"state", "lost"}, {"from", "2026-03-09"}}}});
  auto auditor = server.sign_in("auditor", R"("grants":[{"role":"auditor"}])");
  const auto log = auditor.get("/api/v1/audit?staff=P1").body;
  EXPECT_THAT(log, HasSubstr("POST /api/v1/badges"));
  EXPECT_THAT(log, HasSubstr("…E501 lost 2026-03-09"));
  EXPECT_THAT(log, HasSubstr("GET /api/v1/badges"));
  EXPECT_THAT(log, Not(HasSubstr("04A1B2C3D4E501")));
}

TEST_F(BadgeRoutes, FindWhoseBadgeHasANumberPrintedOnItAndShowNoCitizenId) {
  server.import("card_numbers",
                "staff_code,number,valid_from,valid_to\nP1,H10.12.001099004321.CC,2026-01-01,\n");
  const auto found = hr.get("/api/v1/people?find=h10.12.001099004321.cc");
  EXPECT_THAT(found.body, HasSubstr(R"("staff_code":"P1")"));
  EXPECT_THAT(hr.get("/api/v1/people?find=H10.12.001099004322.CC").body, HasSubstr(R"("people":[])"));
  const auto held = hr.get("/api/v1/badges?staff=P1");
  EXPECT_THAT(held.body, HasSubstr("H10.12.••••••••4321.CC"));
  auto auditor = server.sign_in("kiem.tra", R"("grants":[{"role":"auditor","unit":""}])");
  const auto log = auditor.get("/api/v1/audit").body;
  EXPECT_THAT(log, HasSubstr("••••••••4321"));
  for (const auto& body : {found.body, held.body, log}) EXPECT_THAT(body, Not(HasSubstr("001099004321")));
}

}  // namespace
}  // namespace badge::http
