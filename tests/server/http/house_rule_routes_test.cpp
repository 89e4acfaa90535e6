// The office's own rules: which version holds for whom, who has read it, who was reminded.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;

/// SNV > VP, with An in VP and Bình at the head of SNV; SYT with Em at its head.
struct Office : TestServer {
  Office() {
    import("units",
           "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ,sở,,2020-01-01,\n"
           "VP,Văn phòng,phòng,SNV,2020-01-01,\nSYT,Sở Y tế,sở,,2020-01-01,\n");
    import("staff",
           "code,full_name,unit_code,position,category,valid_from,valid_to\n"
           "AN,Nguyễn Văn An,VP,Chuyên viên,công chức,2020-01-01,\n"
           "BINH,Trần Thị Bình,SNV,Giám đốc,công chức,2020-01-01,\n"
           "EM,Vũ Văn Em,SYT,Giám đốc,công chức,2020-01-01,\n");
    import("heads",
           "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV,BINH,head,2020-01-01,,QĐ 1\n"
           "SYT,EM,head,2020-01-01,,QĐ 2\n");
  }
};

class HouseRuleRoutes : public testing::Test {
 protected:
  static std::string rule(const std::string& unit, const std::string& from, const std::string& text) {
    return R"({"unit":")" + unit + R"(","name":"Nội quy cơ quan","valid_from":")" + from + R"(","text":")" +
           text + "\"}";
  }
  static json::array rules(HttpClient& client, const std::string& path) {
    const auto answer = client.get(path);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).at("rules").as_array();
  }

  Office server_;
  HttpClient an_ = server_.sign_in("nv.an", R"("staff_code":"AN")");
  HttpClient binh_ = server_.sign_in("tt.binh", R"("staff_code":"BINH")");
  HttpClient em_ = server_.sign_in("vv.em", R"("staff_code":"EM")");
};

TEST_F(HouseRuleRoutes, AListCitesTheVersionsThatHeldOnItsDays) {
  auto admin = server_.admin();
  for (const auto* from : {"2026-01-01", "2026-03-15", "2037-01-01"})
    EXPECT_EQ(admin.post("/api/v1/rules", rule("SNV", from, "Điều 1")).status, 201);
  const auto cited = [&](HttpClient& client, const std::string& unit, const std::string& from,
                         const std::string& to) {
    std::string dates;
    for (const auto& one :
         rules(client, "/api/v1/rules/in-force?unit=" + unit + "&from=" + from + "&to=" + to))
      dates += std::string(one.at("valid_from").as_string()) + ' ';
    return dates;
  };
  EXPECT_EQ(cited(binh_, "VP", "2026-02-01", "2026-02-28"), "2026-01-01 ");
  EXPECT_EQ(cited(binh_, "VP", "2026-03-01", "2026-03-31"), "2026-03-15 2026-01-01 ")
      << "it changed within the month";
  EXPECT_EQ(cited(binh_, "VP", "2026-03-15", "2026-03-15"), "2026-03-15 ");
  EXPECT_EQ(cited(an_, "VP", "2026-02-01", "2026-02-28"), "2026-01-01 ") << "of one's own unit";
  EXPECT_EQ(cited(binh_, "SNV", "2025-02-01", "2025-02-28"), "");
  EXPECT_EQ(cited(em_, "SYT", "2026-02-01", "2026-02-28"), "") << "another unit's rule";
  const auto beyond = em_.get("/api/v1/rules/in-force?unit=VP&from=2026-02-01&to=2026-02-28");
  const auto nowhere = em_.get("/api/v1/rules/in-force?unit=XX&from=2026-02-01&to=2026-02-28");
  EXPECT_EQ(beyond.status, 404);
  EXPECT_EQ(beyond.body, nowhere.body);
  EXPECT_EQ(binh_.get("/api/v1/rules/in-force?unit=VP&from=x&to=2026-02-28").status, 422);
}

TEST_F(HouseRuleRoutes, TheNewestVersionThatHasBegunHoldsForTheUnitAndAllBelowIt) {
  auto admin = server_.admin();
  EXPECT_EQ(admin.post("/api/v1/rules", rule("SNV", "2026-01-01", "cũ")).status, 201);
  EXPECT_EQ(admin.post("/api/v1/rules", rule("SNV", "2026-03-01", "mới")).status, 201);
  EXPECT_EQ(admin.post("/api/v1/rules", rule("SNV", "2037-01-01", "sau này")).status, 201);
  const auto mine = rules(an_, "/api/v1/own/rules");
  ASSERT_EQ(mine.size(), 1U);
  EXPECT_EQ(mine[0].at("text").as_string(), "mới");
  EXPECT_TRUE(rules(em_, "/api/v1/own/rules").empty());
  EXPECT_EQ(admin.post("/api/v1/rules", rule("", "2026-01-01", "cho mọi người")).status, 201);
  EXPECT_EQ(rules(em_, "/api/v1/own/rules").size(), 1U);
}

TEST_F(HouseRuleRoutes, WhoConfirmsIsCountedOnceAndTheOthersAreReminded) {
  auto admin = server_.admin();
  ASSERT_EQ(admin.post("/api/v1/rules", rule("SNV", "2026-03-01", "mới")).status, 201);
  EXPECT_EQ(an_.post("/api/v1/own/rules/1/read", "").status, 204);
  EXPECT_EQ(an_.post("/api/v1/own/rules/1/read", "").status, 204);
  EXPECT_EQ(em_.post("/api/v1/own/rules/1/read", "").status, 404) << "not her rule";
  const auto known = rules(binh_, "/api/v1/rules");
  ASSERT_EQ(known.size(), 1U);
  EXPECT_EQ(known[0].at("people").as_int64(), 2);
  EXPECT_EQ(known[0].at("read").as_int64(), 1);
  EXPECT_EQ(member(binh_.post("/api/v1/rules/1/reminders", "").body, "reminded"), "1");
  const auto readers = binh_.get("/api/v1/rules/1").body;
  EXPECT_THAT(readers, HasSubstr("Trần Thị Bình"));
  EXPECT_THAT(readers, Not(HasSubstr("Nguyễn Văn An"))) << "has read it";
  EXPECT_THAT(readers, HasSubstr("tt.binh"));
  EXPECT_TRUE(rules(binh_, "/api/v1/own/rules")[0].at("reminded_at").is_string());
  EXPECT_TRUE(rules(an_, "/api/v1/own/rules")[0].at("reminded_at").is_null());
}

TEST_F(HouseRuleRoutes, AHeadSeesNothingOfAnotherUnit) {
  ASSERT_EQ(server_.admin().post("/api/v1/rules", rule("SNV", "2026-03-01", "mới")).status, 201);
  EXPECT_TRUE(rules(em_, "/api/v1/rules").empty());
  EXPECT_EQ(em_.get("/api/v1/rules/1").body, em_.get("/api/v1/rules/99").body);
  EXPECT_EQ(em_.post("/api/v1/rules/1/reminders", "").status, 404);
  ASSERT_EQ(server_.admin().post("/api/v1/rules", rule("", "2026-03-01", "chung")).status, 201);
  const auto readers = em_.get("/api/v1/rules/2").body;
  EXPECT_THAT(readers, Not(HasSubstr("Trần Thị Bình"))) << "of a rule for everybody, only her own people";
  EXPECT_THAT(readers, HasSubstr("Vũ Văn Em"));
}

TEST_F(HouseRuleRoutes, AReminderIsOfTheUnitsOfWhoSentIt) {
  ASSERT_EQ(server_.admin().post("/api/v1/rules", rule("", "2026-03-01", "chung")).status, 201);
  EXPECT_EQ(member(em_.post("/api/v1/rules/1/reminders", "").body, "reminded"), "1");
  EXPECT_TRUE(rules(em_, "/api/v1/own/rules")[0].at("reminded_at").is_string());
  EXPECT_TRUE(rules(an_, "/api/v1/own/rules")[0].at("reminded_at").is_null()) << "nobody reminded that unit";
}

TEST_F(HouseRuleRoutes, AVersionNeedsAUnitANameADayAndAText) {
  auto admin = server_.admin();
  EXPECT_EQ(admin.post("/api/v1/rules", rule("X", "2026-03-01", "mới")).status, 422);
  EXPECT_EQ(admin.post("/api/v1/rules", rule("SNV", "mai", "mới")).status, 422);
  EXPECT_EQ(admin.post("/api/v1/rules", rule("SNV", "2026-03-01", "")).status, 422);
  auto hr = server_.sign_in("nhan.su", R"("grants":[{"role":"hr","unit":"SYT"}])");
  EXPECT_EQ(hr.post("/api/v1/rules", rule("SNV", "2026-03-01", "mới")).status, 422);
  EXPECT_EQ(hr.post("/api/v1/rules", rule("", "2026-03-01", "mới")).status, 422);
  EXPECT_EQ(hr.post("/api/v1/rules", rule("SYT", "2026-03-01", "mới")).status, 201);
}

}  // namespace
}  // namespace badge::test
