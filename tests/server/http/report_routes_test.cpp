// Reports over the API, from files that were imported over the API.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::StartsWith;

/// SNV with one person, under UBND; one day of taps in July 2026, stated to be all there were.
class ReportRoutes : public testing::Test {
 protected:
  ReportRoutes() {
    server_.import("units",
                   "code,name,kind,parent_code,valid_from,valid_to\nUBND,UBND tỉnh,tỉnh,,2020-01-01,\n"
                   "SNV,Sở Nội vụ,sở,UBND,2020-01-01,\nSYT,Sở Y tế,sở,UBND,2020-01-01,\n");
    server_.import("staff",
                   "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                   "CB001,Nguyễn Văn An,SNV,Chuyên viên,công chức,2024-01-01,\n");
    server_.import("badges", "staff_code,uid,valid_from,valid_to,state\nCB001,04A1B2C3D4E5F6,2024-01-01,,\n");
    server_.import("schedules", R"([[schedule]]
name = "hanh-chinh"
[[schedule.season]]
valid_from = 2026-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri"]
sessions = [
  { name = "sáng",  start = "07:30", end = "11:30", opens_before_min = 60, closes_after_min = 60, late_grace_min = 5 },
  { name = "chiều", start = "13:30", end = "17:00", opens_before_min = 60, closes_after_min = 60 },
]
)");
    server_.import("assignments",
                   "schedule,unit_code,staff_code,valid_from,valid_to\nhanh-chinh,UBND,,2026-01-01,\n");
    import_taps(
        "at,uid,staff_code,reader\n2026-07-09 07:37:12,04A1B2C3D4E5F6,,cong-a\n"
        "2026-07-09 11:31:00,04A1B2C3D4E5F6,,cong-a\n");
  }

  void import_taps(const std::string& csv) {
    auto admin = server_.admin();
    const auto id = member(admin.post("/api/v1/imports/taps?file=taps.csv", "{}").body, "id");
    const auto staged =
        admin.send("PUT", "/api/v1/imports/taps/" + id + "/slices/0", csv, {{"Content-Type", "text/csv"}});
    ASSERT_LT(staged.status, 300) << staged.body;
    const auto finished = admin.post("/api/v1/imports/taps/" + id + "/finish",
                                     R"({"complete_for":"UBND","from":"2026-07-01","to":"2026-07-31"})");
    ASSERT_EQ(finished.status, 200) << finished.body;
  }

  json::object get(const std::string& target) {
    const auto answer = server_.admin().get(target);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).as_object();
  }
  int status_as(const std::string& token, const std::string& target) {
    return server_.as(token).get(target).status;
  }

  TestServer server_;
};

TEST_F(ReportRoutes, NameTheMonthsThatHoldTaps) {
  const auto months = get("/api/v1/months");
  EXPECT_EQ(months.at("months").as_array().at(0).as_string(), "2026-07");
  EXPECT_EQ(months.at("default").as_string(), "2026-07");
}

TEST_F(ReportRoutes, CountAMonthByUnit) {
  const auto report = get("/api/v1/reports/units?month=2026-07");
  EXPECT_TRUE(report.at("unit").is_null());
  const auto& top = report.at("rows").as_array().at(0).as_object();
  EXPECT_EQ(top.at("unit_code").as_string(), "UBND");
  EXPECT_EQ(top.at("staff").to_number<int>(), 1);
  EXPECT_EQ(top.at("sessions_due").to_number<int>(), 46);
  EXPECT_EQ(top.at("late_min").to_number<int>(), 7);
  EXPECT_EQ(top.at("own").as_object().at("staff").to_number<int>(), 0);
  EXPECT_EQ(top.at("subtree").as_object().at("absent").to_number<int>(), 45);
  EXPECT_TRUE(top.at("own").as_object().at("on_time_rate").is_null());

  const auto own = get("/api/v1/reports/units?month=2026-07&count=own");
  EXPECT_EQ(own.at("rows").as_array().at(0).as_object().at("staff").to_number<int>(), 0);
}

TEST_F(ReportRoutes, AreCsvForWhoAsks) {
  const auto answer = server_.admin().get("/api/v1/reports/units?month=2026-07&unit=SNV&format=csv");
  EXPECT_THAT(answer.field("content-type"), StartsWith("text/csv"));
  EXPECT_THAT(answer.body,
              HasSubstr("unit_code,unit_name,staff,sessions_due,on_time,late,late_min,early,early_min,"
                        "missing,absent,excused,exempt,provisional,on_time_rate\r\n"));
  EXPECT_THAT(answer.body, HasSubstr("SNV,Sở Nội vụ,1,46,0,1,7,0,0,0,45,0,0,0,0.0000\r\n"));
}

TEST_F(ReportRoutes, OpenFromUnitToPeopleToDaysToReasons) {
  const auto people = get("/api/v1/reports/people?month=2026-07&unit=SNV");
  const auto& row = people.at("rows").as_array().at(0).as_object();
  EXPECT_EQ(row.at("staff_code").as_string(), "CB001");
  EXPECT_EQ(row.at("late").to_number<int>(), 1);

  const auto person = get("/api/v1/reports/person?staff=CB001&month=2026-07");
  const auto& day = person.at("days").as_array().at(8).as_object();
  EXPECT_EQ(day.at("date").as_string(), "2026-07-09");
  EXPECT_EQ(day.at("taps").as_array().at(0).as_string(), "07:37");
  const auto& session = day.at("sessions").as_array().at(0).as_object();
  EXPECT_EQ(session.at("state").as_string(), "present");
  EXPECT_EQ(session.at("in").as_string(), "07:37");
  EXPECT_EQ(session.at("late_min").to_number<int>(), 7);

  const auto why = get("/api/v1/why?staff=CB001&date=2026-07-09&lang=en");
  EXPECT_EQ(why.at("taps").as_array().at(0).as_object().at("uid_masked").as_string(), "…E5F6");
  EXPECT_EQ(why.at("sessions").as_array().at(0).as_object().at("text").as_string(),
            "Late 7 min: tapped at 07:37 at cong-a; session sáng starts at 07:30, with 5 min of grace.");
  EXPECT_FALSE(why.at("taps").as_array().at(0).as_object().at("temporary_card").as_bool());
  for (const auto* list : {"letters", "duties", "corrections"}) EXPECT_TRUE(why.at(list).is_array()) << list;
}

TEST_F(ReportRoutes, TellWhatBecameOfAUnit) {
  server_.import("successions", "from_unit,to_unit,date,paper\nSYT,SNV,2026-07-01,NQ 5/NQ-HĐND\n");
  const auto report = get("/api/v1/reports/units?month=2026-07&unit=SNV&lang=en");
  const auto& row = report.at("rows").at(0).as_object();
  EXPECT_EQ(row.at("formed_from"),
            (json::array{json::object{
                {"code", "SYT"}, {"name", "Sở Y tế"}, {"date", "2026-07-01"}, {"paper", "NQ 5/NQ-HĐND"}}}));
  EXPECT_EQ(row.at("continued_as"), json::array());
  EXPECT_EQ(row.at("history"), json::array{"Took over: Sở Y tế (NQ 5/NQ-HĐND, since 1 Jul 2026)."});
  const auto people = get("/api/v1/reports/people?month=2026-07&unit=SYT");
  EXPECT_EQ(people.at("formed_from"), json::array());
  EXPECT_EQ(people.at("continued_as").at(0).at("code"), "SNV");
  EXPECT_EQ(people.at("history"), json::array{"Từ 01/7/2026: tách một phần sang Sở Nội vụ (NQ 5/NQ-HĐND)."});
  EXPECT_EQ(get("/api/v1/reports/people?month=2026-08&unit=SYT").at("history"), json::array());
}

TEST_F(ReportRoutes, ListWhoWorksAtAUnitAndBelongsToAnother) {
  server_.import("staff",
                 "code,full_name,unit_code,position,category,valid_from,valid_to,works_at\n"
                 "CB001,Nguyễn Văn An,SNV,Chuyên viên,công chức,2024-01-01,,SYT\n");
  for (const auto* list : {"people", "units"}) {
    const auto report = get("/api/v1/reports/" + std::string(list) + "?month=2026-07&unit=SYT");
    const auto& unit = list == std::string("people") ? report : report.at("rows").at(0).as_object();
    ASSERT_EQ(unit.at("guests").as_array().size(), 1U) << list;
    const auto& guest = unit.at("guests").at(0).as_object();
    EXPECT_EQ(guest.at("full_name"), "Nguyễn Văn An");
    EXPECT_EQ(guest.at("unit_code"), "SNV");
    EXPECT_EQ(guest.at("from"), "2026-07-01");
    EXPECT_EQ(guest.at("to"), "2026-07-31");
    EXPECT_EQ(guest.at("late").to_number<int>(), 1);
  }
}

TEST_F(ReportRoutes, ShowAnOfficerOnlyTheUnitsBelowTheirOwn) {
  const auto health = server_.add_token("hr-syt", "hr", "SYT");
  EXPECT_EQ(status_as(health, "/api/v1/reports/units?month=2026-07"), 200);
  for (const auto* target :
       {"/api/v1/reports/units?month=2026-07&unit=SNV", "/api/v1/reports/people?month=2026-07&unit=SNV",
        "/api/v1/reports/person?staff=CB001&month=2026-07", "/api/v1/why?staff=CB001&date=2026-07-09"}) {
    EXPECT_EQ(status_as(health, target), 404) << target;
  }
  const auto own = server_.add_token("hr-snv", "hr", "SNV");
  EXPECT_EQ(status_as(own, "/api/v1/why?staff=CB001&date=2026-07-09"), 200);
}

TEST_F(ReportRoutes, SayWhatAMonthAndADateLookLike) {
  for (const auto* target :
       {"/api/v1/reports/units", "/api/v1/reports/units?month=2026-13",
        "/api/v1/reports/person?staff=CB001&month=7", "/api/v1/why?staff=CB001&date=2026-02-30",
        "/api/v1/why?staff=CB001&date=2038-01-01"}) {
    const auto answer = server_.admin().get(target);
    EXPECT_EQ(answer.status, 400) << target;
    EXPECT_THAT(answer.body, HasSubstr("like 2026-07")) << target;
  }
}

}  // namespace
}  // namespace badge::test
