// The programme of a week over HTTP.
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

class ProgrammeRoutes : public testing::Test {
 protected:
  ProgrammeRoutes() {
    server.import(
        "units",
        "code,name,kind,parent_code,valid_from,valid_to\n"
        "T,UBND tỉnh,tỉnh,,2020-01-01,\nS,Sở Nội vụ,sở,T,2020-01-01,\nX,Sở Xây dựng,sở,T,2020-01-01,\n");
    server.import("staff",
                  "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                  "P1,Nguyễn Văn An,S,Giám đốc,cc,2020-01-01,\n"
                  "P2,Lê Đình Ánh,X,Giám đốc,cc,2020-01-01,\n");
    const auto stated = server.admin().post(
        "/api/v1/imports/schedules",
        "[[schedule]]\nname = \"hc\"\n[[schedule.season]]\nvalid_from = 2020-01-01\nweekdays = [\"mon\"]\n"
        "sessions = [{ name = \"sáng\", start = \"07:30\", end = \"11:30\" }]\n",
        "application/toml");
    EXPECT_EQ(stated.status, 200) << stated.body;
  }
  static test::HttpAnswer take(HttpClient& client, const std::string& csv, const std::string& query) {
    return client.post("/api/v1/programmes?" + query, csv, "text/csv");
  }

  const std::string csv =
      "Ngày,Thời gian,Thành phần,Địa điểm\n06/7/2026,Sáng,\"Nguyễn Văn An, Lê Đình Ánh\",Hà Nội\n";
  TestServer server;
  HttpClient hr = server.as(server.add_token("hr", "hr"));
  HttpClient hr_of_s = server.as(server.add_token("hr-s", "hr", "S"));
};

TEST_F(ProgrammeRoutes, IsShownFirstThenRecordedAndOnceOnly) {
  const auto shown = take(hr, csv, "week=2026-07-08&paper=28%2FLCT&dry_run=1");
  ASSERT_EQ(shown.status, 200) << shown.body;
  const auto told = json::parse(shown.body);
  EXPECT_EQ(told.at("from").as_string(), "2026-07-06");
  EXPECT_EQ(told.at("added").as_int64(), 2);
  EXPECT_EQ(told.at("rows").at(0).at("people").at(1).at("staff_code").as_string(), "P2");
  EXPECT_EQ(take(hr, csv, "week=2026-07-08&paper=28%2FLCT").status, 200);
  EXPECT_EQ(test::member(take(hr, csv, "week=2026-07-08&paper=28%2FLCT").body, "unchanged"), "2");
}

TEST_F(ProgrammeRoutes, OfOneUnitSpeaksOfItsPeopleOnly) {
  const auto of_unit = json::parse(take(hr, csv, "week=2026-07-08&paper=28&unit=S&dry_run=1").body);
  EXPECT_EQ(of_unit.at("rows").at(0).at("unknown").at(0).as_string(), "Lê Đình Ánh");
  const auto of_officer = take(hr_of_s, csv, "week=2026-07-08&paper=28");
  ASSERT_EQ(of_officer.status, 200) << of_officer.body;
  EXPECT_THAT(of_officer.body, Not(HasSubstr("P2")));
  EXPECT_EQ(take(hr_of_s, csv, "week=2026-07-08&paper=28&unit=X").status, 404);
  EXPECT_EQ(take(hr_of_s, csv, "week=2026-07-08&paper=28&unit=NO").status, 404);
}

TEST_F(ProgrammeRoutes, WithoutWeekOrNumberIsRefusedInWords) {
  EXPECT_EQ(take(hr, csv, "paper=28").status, 422);
  EXPECT_EQ(take(hr, csv, "week=2026-07-08&paper=%20").status, 422);
  const auto faulty = take(hr, "Ngày,Thời gian\n", "week=2026-07-08&paper=28");
  EXPECT_EQ(faulty.status, 422);
  EXPECT_THAT(faulty.body, HasSubstr("people"));
}

}  // namespace
}  // namespace badge::http
