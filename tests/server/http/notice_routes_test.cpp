// What waits for whom, over HTTP; where people want to be told; what did not arrive.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;

/// SNV with An and Bình, its head; SYT with Em, its head. An has explained a day.
class NoticeRoutes : public testing::Test {
 protected:
  NoticeRoutes() {
    server_.import("units",
                   "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ,sở,,2020-01-01,\n"
                   "SYT,Sở Y tế,sở,,2020-01-01,\n");
    server_.import("staff",
                   "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                   "AN,Nguyễn Văn An,SNV,Chuyên viên,công chức,2020-01-01,\n"
                   "BINH,Trần Thị Bình,SNV,Giám đốc,công chức,2020-01-01,\n"
                   "EM,Vũ Văn Em,SYT,Giám đốc,công chức,2020-01-01,\n");
    server_.import("heads",
                   "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV,BINH,head,2020-01-01,,QĐ 1\n"
                   "SYT,EM,head,2020-01-01,,QĐ 2\n");
    auto an = person("AN");
    EXPECT_EQ(an.post("/api/v1/own/explanations",
                      R"({"date":"2026-07-09","effect":"present","explanation":"để thẻ ở nhà"})")
                  .status,
              204);
  }
  HttpClient person(const std::string& code) {
    std::string name = code;
    for (auto& c : name) c = static_cast<char>(std::tolower(c));
    return server_.sign_in(name, R"("staff_code":")" + code + '"');
  }
  static int set(HttpClient& client, const std::string& address) {
    return client
        .send("PUT", "/api/v1/session/contact", R"({"address":")" + address + "\"}",
              {{"Content-Type", "application/json"}})
        .status;
  }
  TestServer server_;
};

TEST_F(NoticeRoutes, TheListHasARowForTheUnitAndNothingOfThePerson) {
  auto binh = person("BINH");
  const auto answer = binh.get("/api/v1/waiting/list");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto rows = json::parse(answer.body).at("rows").as_array();
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(json::serialize(json::parse(answer.body).at("totals")), R"({"explanation_waits":1})");
  EXPECT_EQ(rows[0].at("kind").as_string(), "explanation_waits");
  EXPECT_EQ(rows[0].at("unit_name").as_string(), "Sở Nội vụ");
  EXPECT_EQ(rows[0].at("since").as_string(), "2026-07-09T00:00");
  EXPECT_EQ(rows[0].at("head").as_string(), "Trần Thị Bình");
  EXPECT_THAT(answer.body, Not(HasSubstr("Nguyễn Văn An")));
}

TEST_F(NoticeRoutes, TheListOfAnotherUnitIsEmpty) {
  auto em = person("EM");
  EXPECT_EQ(member(em.get("/api/v1/waiting/list").body, "rows_total"), "0");
}

TEST_F(NoticeRoutes, PeopleStateAnAddressOfTheirOwnAndTakeItAway) {
  auto binh = person("BINH"), em = person("EM");
  EXPECT_EQ(member(binh.get("/api/v1/session/contact").body, "address"), "");
  EXPECT_EQ(set(binh, "binh@tinh.gov.vn"), 204);
  EXPECT_EQ(member(binh.get("/api/v1/session/contact").body, "address"), "binh@tinh.gov.vn");
  EXPECT_EQ(member(em.get("/api/v1/session/contact").body, "address"), "");
  EXPECT_EQ(set(binh, ""), 204);
  EXPECT_EQ(member(binh.get("/api/v1/session/contact").body, "address"), "");
}

TEST_F(NoticeRoutes, WhatIsNoAddressIsRefused) {
  auto binh = person("BINH");
  for (const auto* wrong : {"binh", "a@b@c", "a@b\\r\\nBcc: x@y", "bình@x.vn"}) {
    EXPECT_EQ(set(binh, wrong), 422) << wrong;
  }
  auto token = server_.admin();
  EXPECT_EQ(set(token, "admin@x.vn"), 403) << "a token is nobody's";
}

TEST_F(NoticeRoutes, TheAddressIsNotInTheAuditLogAndThatItWasSetIs) {
  auto binh = person("BINH");
  ASSERT_EQ(set(binh, "binh@tinh.gov.vn"), 204);
  auto auditor = server_.sign_in("kiem.toan", R"("grants":[{"role":"auditor"}])");
  const auto log = auditor.get("/api/v1/audit").body;
  EXPECT_THAT(log, HasSubstr("address set"));
  EXPECT_THAT(log, Not(HasSubstr("binh@tinh")));
}

TEST_F(NoticeRoutes, WhereNobodyIsToldThereIsNothingToSendAgain) {
  auto admin = server_.admin();
  EXPECT_EQ(admin.get("/api/v1/notices").body, R"({"channels":[],"messages":[]})");
  for (const auto* no : {"1", "0", "x", "99999999999999999999"}) {
    EXPECT_EQ(admin.post(std::string("/api/v1/notices/") + no + "/again", "").status, 404) << no;
    EXPECT_EQ(admin.send("DELETE", std::string("/api/v1/notices/") + no).status, 404) << no;
  }
  EXPECT_EQ(admin.post("/api/v1/notices/channels/dieu-hanh", "").status, 404);
}

}  // namespace
}  // namespace badge::test
