// The list of people: what it lacks, and how it stands to the file of another system.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using test::HttpClient;
using test::TestServer;
using testing::HasSubstr;
using testing::Not;

class RosterRoutes : public testing::Test {
 protected:
  RosterRoutes() {
    server.import(
        "units",
        "code,name,kind,parent_code,valid_from,valid_to\n"
        "T,UBND tỉnh,tỉnh,,2020-01-01,\nS,Sở Nội vụ,sở,T,2020-01-01,\nX,Sở Xây dựng,sở,T,2020-01-01,\n");
    server.import("staff",
                  "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                  "P1,Nguyễn Văn An,S,Chuyên viên,cc,2020-01-01,\n"
                  "P2,Lê Đình Ánh,X,Chuyên viên,cc,2020-01-01,\n");
  }
  static test::HttpAnswer reconcile(HttpClient& client, const std::string& csv,
                                    const std::string& query = "") {
    return client.post("/api/v1/people/reconcile" + query, csv, "text/csv");
  }

  TestServer server;
  HttpClient hr = server.as(server.add_token("hr", "hr"));
  HttpClient hr_of_s = server.as(server.add_token("hr-s", "hr", "S"));
};

TEST_F(RosterRoutes, AFileIsComparedAndNothingOfItIsStored) {
  const auto before = server.admin().get("/api/v1/status").body;
  const auto answer =
      reconcile(hr, "Mã CBCC;Họ và tên;Đơn vị\nP1;Nguyễn Văn An;Sở Nội vụ\nP9;Vũ Mới;Sở Y tế\n");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto told = json::parse(answer.body);
  EXPECT_EQ(told.at("same").as_int64(), 1);
  EXPECT_EQ(told.at("missing_here").at("count").as_int64(), 1);
  EXPECT_EQ(told.at("missing_here").at("listed").at(0).at("staff_code").as_string(), "P9");
  EXPECT_EQ(told.at("missing_there").at("listed").at(0).at("staff_code").as_string(), "P2");
  EXPECT_EQ(test::member(server.admin().get("/api/v1/status").body, "roster_version"),
            test::member(before, "roster_version"));
}

TEST_F(RosterRoutes, WhoSeesOneUnitLearnsOfNobodyElse) {
  const auto of_another = reconcile(hr_of_s, "code,full_name\nP2,Lê Đình Ánh\n");
  const auto of_nobody = reconcile(hr_of_s, "code,full_name\nP3,Lê Đình Ánh\n");
  ASSERT_EQ(of_another.status, 200);
  auto same = of_nobody.body;
  same.replace(same.find("P3"), 2, "P2");
  EXPECT_EQ(of_another.body, same);
  EXPECT_THAT(of_nobody.body, Not(HasSubstr("P2")));
  EXPECT_EQ(reconcile(hr_of_s, "code\nP1\n", "?unit=X").status, 404);
  EXPECT_EQ(reconcile(hr_of_s, "code\nP1\n", "?unit=NO").status, 404);
}

TEST_F(RosterRoutes, AListIsTakenAwayAsATableOrAsRowsThatMendIt) {
  const std::string file = "code,full_name,unit\nP1,Nguyễn Văn An,Sở Nội vụ\nP9,Vũ Mới,Sở Xây dựng\n";
  const auto table = reconcile(hr, file, "?format=csv&list=missing_here&lang=vi");
  EXPECT_THAT(table.body, HasSubstr("Vũ Mới"));
  const auto rows = reconcile(hr, file, "?format=staff&list=missing_here&from=2020-02-01");
  ASSERT_EQ(rows.status, 200) << rows.body;
  EXPECT_THAT(rows.body, HasSubstr("P9,Vũ Mới,X,"));
  EXPECT_EQ(hr.post("/api/v1/imports/staff", rows.body, "text/csv").status, 200);
  EXPECT_THAT(reconcile(hr, file, "?format=csv&list=missing_here").body, Not(HasSubstr("P9")));
  EXPECT_EQ(reconcile(hr, file, "?format=csv&list=all").status, 400);
  EXPECT_EQ(reconcile(hr, file, "?format=staff&list=differs&from=soon").status, 400);
}

TEST_F(RosterRoutes, AFileThatCannotBeReadIsRefusedInWords) {
  const auto answer = reconcile(hr, "Họ và tên,Đơn vị\nAn,Sở Nội vụ\n");
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("staff_code"));
}

TEST_F(RosterRoutes, WhatTheRosterLacksIsToldWithinTheScope) {
  const auto names = [](HttpClient& client, const std::string& query) {
    return client.get("/api/v1/people/completeness" + query).body;
  };
  EXPECT_THAT(names(hr, ""), HasSubstr("Lê Đình Ánh"));
  EXPECT_THAT(names(hr_of_s, ""), HasSubstr("Nguyễn Văn An"));
  EXPECT_THAT(names(hr_of_s, ""), Not(HasSubstr("Lê Đình Ánh")));
  EXPECT_THAT(names(hr, "?unit=X"), Not(HasSubstr("Nguyễn Văn An")));
  EXPECT_EQ(hr_of_s.get("/api/v1/people/completeness?unit=X").status, 404);
}

TEST_F(RosterRoutes, UnitsToChooseFromAreTodaysWithinTheScope) {
  server.import("units",
                "code,name,kind,parent_code,valid_from,valid_to\nOLD,Sở cũ,sở,T,2020-01-01,2020-12-31\n"
                "S1,Văn phòng,phòng,S,2020-01-01,\n");
  const auto listed = [](HttpClient& client) {
    std::string lines;
    const auto answer = json::parse(client.get("/api/v1/units").body);
    for (const auto& unit : answer.at("units").as_array()) {
      lines += std::to_string(unit.at("level").as_int64()) + std::string(unit.at("code").as_string()) + ' ';
    }
    return lines;
  };
  EXPECT_EQ(listed(hr), "0T 1S 2S1 1X ");
  EXPECT_EQ(listed(hr_of_s), "0S 1S1 ");
}

TEST_F(RosterRoutes, TheAuditLogSaysThatItWasDone) {
  reconcile(hr, "code\nP1\n", "?unit=S");
  auto auditor = server.sign_in("auditor", R"("grants":[{"role":"auditor"}])");
  EXPECT_THAT(auditor.get("/api/v1/audit?unit=S").body, HasSubstr("POST /api/v1/people/reconcile"));
}

}  // namespace
}  // namespace badge::http
