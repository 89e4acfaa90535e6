// The calendar and the schedules in force, as far as they hold for the asker's units.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using test::HttpClient;
using test::TestServer;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view two_schedules = R"([[schedule]]
name = "hanh-chinh"
[[schedule.season]]
valid_from = 2020-01-01
weekdays = ["mon", "tue"]
flex_later_min = 15
sessions = [{ name = "sáng", start = "07:30", end = "11:30", late_grace_min = 5 }]
[[schedule]]
name = "truc"
taps = "day_ends"
ignores_calendar = true
[[schedule.season]]
valid_from = 2020-01-01
weekdays = ["sun"]
sessions = [{ name = "đêm", start = "18:00", end = "06:00" }]
)";

class HoursRoutes : public testing::Test {
 protected:
  HoursRoutes() {
    server.import(
        "units",
        "code,name,kind,parent_code,valid_from,valid_to\n"
        "T,UBND tỉnh,tỉnh,,2020-01-01,\nS,Sở Nội vụ,sở,T,2020-01-01,\nX,Sở Xây dựng,sở,T,2020-01-01,\n");
    server.import("staff",
                  "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                  "P1,Nguyễn Văn An,S,Chuyên viên,cc,2020-01-01,\n"
                  "P2,Lê Đình Ánh,X,Chuyên viên,cc,2020-01-01,\n");
    const auto stated =
        server.admin().post("/api/v1/imports/schedules", std::string(two_schedules), "application/toml");
    EXPECT_EQ(stated.status, 200) << stated.body;
    server.import("assignments",
                  "schedule,unit_code,staff_code,valid_from,valid_to\n"
                  "hanh-chinh,T,,2020-01-01,\nhanh-chinh,,P1,2020-02-01,2020-03-01\ntruc,,P2,2020-01-01,\n");
    server.import("calendar",
                  "date,kind,name,works_like,unit_code,from_time,except_units,except_staff,paper\n"
                  "2026-09-02,holiday,Quốc khánh,,,,S+X,P1+P2,\n"
                  "2026-09-05,working,Làm bù,mon,T,,,,QĐ 1\n"
                  "2026-09-07,closure,Bão,,S,13:30,,,\n"
                  "2026-09-08,off,Nghỉ,,X,,,,\n"
                  "2027-01-01,holiday,Tết,,,,,,\n");
  }
  static json::array days(HttpClient& client) {
    const auto answer = client.get("/api/v1/calendar?year=2026");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).at("days").as_array();
  }
  static std::vector<std::string> dates(const json::array& days) {
    std::vector<std::string> dates;
    for (const auto& day : days) dates.emplace_back(day.at("date").as_string());
    return dates;
  }
  static json::array schedules(HttpClient& client) {
    const auto answer = client.get("/api/v1/schedules");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).at("schedules").as_array();
  }

  TestServer server;
  HttpClient hr = server.as(server.add_token("hr", "hr"));
  HttpClient hr_of_s = server.as(server.add_token("hr-s", "hr", "S"));
};

TEST_F(HoursRoutes, ARowOfTheCalendarIsToldInTheCellsOfAFileThatWouldStateItAgain) {
  const auto told = days(hr);
  EXPECT_THAT(dates(told), ElementsAre("2026-09-02", "2026-09-05", "2026-09-07", "2026-09-08"));
  EXPECT_EQ(told[2].at("unit_name").as_string(), "Sở Nội vụ");
  json::array rows;
  for (auto day : told) {
    day.as_object().erase("unit_name");
    rows.push_back(day);
  }
  const auto again =
      hr.post("/api/v1/imports/calendar?dry_run=1", json::serialize(json::object{{"rows", rows}}));
  ASSERT_EQ(again.status, 200) << again.body;
  EXPECT_EQ(test::member(again.body, "unchanged"), "4");
}

TEST_F(HoursRoutes, WhoSeesOneUnitIsToldWhatHoldsThereAndNothingOfOthers) {
  const auto told = days(hr_of_s);
  EXPECT_THAT(dates(told), ElementsAre("2026-09-02", "2026-09-05", "2026-09-07"));
  EXPECT_EQ(told[0].at("except_units").as_string(), "S");
  EXPECT_EQ(told[0].at("except_staff").as_string(), "P1");
  const auto answer = hr_of_s.get("/api/v1/schedules").body;
  EXPECT_THAT(answer, Not(HasSubstr("truc")));
  EXPECT_THAT(answer, Not(HasSubstr("Lê Đình Ánh")));
  EXPECT_EQ(schedules(hr_of_s).at(0).at("assigned").as_int64(), 2);
}

TEST_F(HoursRoutes, ASchedulesSeasonsAndAssignmentsAreToldWhatIsOverLast) {
  const auto told = schedules(hr);
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].at("name").as_string(), "hanh-chinh");
  const auto& season = told[0].at("season").at(0);
  EXPECT_EQ(json::serialize(season.at("weekdays")), R"(["mon","tue"])");
  EXPECT_EQ(season.at("flex_later_min").as_int64(), 15);
  EXPECT_EQ(season.at("sessions").at(0).at("start").as_string(), "07:30");
  EXPECT_EQ(told[0].at("assignments").at(0).at("name").as_string(), "UBND tỉnh");
  EXPECT_EQ(told[0].at("assignments").at(1).at("name").as_string(), "Nguyễn Văn An");
  EXPECT_EQ(told[1].at("taps").as_string(), "day_ends");
  EXPECT_TRUE(told[1].at("ignores_calendar").as_bool());
  EXPECT_EQ(told[1].at("season").at(0).at("sessions").at(0).at("end").as_string(), "06:00");
}

TEST_F(HoursRoutes, AYearThatNobodyKnowsIsRefused) {
  EXPECT_EQ(hr.get("/api/v1/calendar").status, 400);
  EXPECT_EQ(hr.get("/api/v1/calendar?year=1999").status, 400);
}

}  // namespace
}  // namespace badge::http
