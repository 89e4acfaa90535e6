// Who did what, and who looked at whose records, as auditors and as people themselves see it.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;

class AuditRoutes : public testing::Test {
 protected:
  AuditRoutes() {
    server_.import("units",
                   "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ,sở,,2020-01-01,\n");
    server_.import("staff",
                   "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                   "AN,Nguyễn Văn An,SNV,Chuyên viên,công chức,2020-01-01,\n");
  }
  json::array entries(HttpClient& client, const std::string& path) {
    const auto answer = client.get(path);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).as_object().at("entries").as_array();
  }
  static std::string_view text(const json::value& entry, std::string_view key) {
    return entry.as_object().at(key).as_string();
  }

  TestServer server_;
  HttpClient auditor_ = server_.sign_in("kiem-toan", R"("grants":[{"role":"auditor"}])");
};

TEST_F(AuditRoutes, TellWhoReadWhoseRecords) {
  server_.admin().get("/api/v1/why?staff=AN&date=2026-07-09");
  const auto found = entries(auditor_, "/api/v1/audit?staff=AN");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text(found[0], "actor"), "admin");
  EXPECT_EQ(text(found[0], "action"), "GET /api/v1/why");
  EXPECT_EQ(text(found[0], "target"), "date=2026-07-09");
  EXPECT_EQ(text(found[0], "address"), "127.0.0.1");
  EXPECT_EQ(found[0].as_object().at("status").as_int64(), 200);
}

TEST_F(AuditRoutes, TellAReadingThatAPageRepeatsOnce) {
  auto admin = server_.admin();
  for (int i = 0; i < 3; ++i) admin.get("/api/v1/reports/now?unit=SNV");
  admin.get("/api/v1/reports/now?unit=X");
  EXPECT_EQ(entries(auditor_, "/api/v1/audit?unit=SNV").size(), 1U);
  EXPECT_EQ(entries(auditor_, "/api/v1/audit?unit=X").size(), 1U) << "another reading";
}

TEST_F(AuditRoutes, TellWhatWasTriedAndRefused) {
  auto an = server_.sign_in("an", R"("staff_code":"AN")");
  an.get("/api/v1/why?staff=BINH&date=2026-07-09");
  const auto found = entries(auditor_, "/api/v1/audit?actor=an&staff=BINH");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].as_object().at("status").as_int64(), 404);
}

TEST_F(AuditRoutes, TellWhoChangedWhatAndNeverAPassword) {
  const auto all = auditor_.get("/api/v1/audit").body;
  EXPECT_THAT(all, HasSubstr("POST /api/v1/imports/{kind}"));
  EXPECT_THAT(all, HasSubstr("kind=staff"));
  EXPECT_THAT(all, HasSubstr("name=kiem-toan"));
  EXPECT_THAT(all, HasSubstr("POST /api/v1/session"));
  EXPECT_THAT(all, HasSubstr("kiem-toan"));
  EXPECT_THAT(all, Not(HasSubstr(std::string(TestServer::password))));
}

TEST_F(AuditRoutes, TellPeopleWhoElseLookedAtThem) {
  auto an = server_.sign_in("an", R"("staff_code":"AN")");
  an.get("/api/v1/reports/person?staff=AN&month=2026-07");
  server_.admin().get("/api/v1/reports/person?staff=AN&month=2026-07");
  const auto found = entries(an, "/api/v1/own/reads");
  ASSERT_EQ(found.size(), 1U) << "not one's own";
  EXPECT_EQ(text(found[0], "actor"), "admin");
}

TEST_F(AuditRoutes, SayThatTheLogIsWhole) {
  const auto check = json::parse(auditor_.get("/api/v1/audit/check").body).as_object();
  EXPECT_TRUE(check.at("whole").as_bool());
  EXPECT_GT(check.at("entries").to_number<int>(), 3);
  EXPECT_EQ(check.at("digest").as_string().size(), 64U);
}

TEST_F(AuditRoutes, TurnPagesByTheNumberOfTheLastRow) {
  const auto all = entries(auditor_, "/api/v1/audit");
  const auto second = all.at(1).as_object().at("no").to_number<std::uint64_t>();
  const auto rest = entries(auditor_, "/api/v1/audit?before=" + std::to_string(second + 1));
  EXPECT_EQ(rest.at(0).as_object().at("no").to_number<std::uint64_t>(), second);
}

}  // namespace
}  // namespace badge::test
