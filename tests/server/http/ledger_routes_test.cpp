// Leave, papers and duty over the API, from files that were imported over the API.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::StartsWith;

/// SNV with one person, who has a day of leave that was reported an hour late.
class LedgerRoutes : public testing::Test {
 protected:
  LedgerRoutes() {
    server_.import("units",
                   "code,name,kind,parent_code,valid_from,valid_to\nUBND,UBND tỉnh,tỉnh,,2020-01-01,\n"
                   "SNV,Sở Nội vụ,sở,UBND,2020-01-01,\nSYT,Sở Y tế,sở,UBND,2020-01-01,\n");
    server_.import("staff",
                   "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                   "CB001,Nguyễn Văn An,SNV,Chuyên viên,công chức,2024-01-01,\n");
    server_.import("schedules", R"([[schedule]]
name = "hanh-chinh"
[[schedule.season]]
valid_from = 2026-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri"]
sessions = [
  { name = "sáng",  start = "07:30", end = "11:30", opens_before_min = 60, closes_after_min = 60 },
  { name = "chiều", start = "13:30", end = "17:00", opens_before_min = 60, closes_after_min = 60 },
]
)");
    server_.import("assignments",
                   "schedule,unit_code,staff_code,valid_from,valid_to\nhanh-chinh,UBND,,2026-01-01,\n");
    server_.import("absences",
                   "staff_code,kind,from,to,sessions,paper,reported_at\n"
                   "CB001,nghỉ phép,2026-07-09,2026-07-09,,GNP 12,2026-07-09 08:30\n");
  }

  json::object get(const std::string& target) {
    const auto answer = server_.admin().get(target);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).as_object();
  }

  TestServer server_;
};

TEST_F(LedgerRoutes, TellAYearOfLeave) {
  const auto person = get("/api/v1/reports/leave?staff=CB001&year=2026");
  EXPECT_EQ(person.at("staff").as_object().at("unit_name").as_string(), "Sở Nội vụ");
  EXPECT_EQ(person.at("figures").as_object().at("used").to_number<double>(), 1);
  EXPECT_TRUE(person.at("figures").as_object().at("entitled").is_null());
  EXPECT_EQ(person.at("uses").as_array().at(0).as_object().at("date").as_string(), "2026-07-09");

  const auto people = get("/api/v1/reports/leave?unit=UBND&year=2026");
  const auto& row = people.at("rows").as_array().at(0).as_object();
  EXPECT_EQ(row.at("staff_code").as_string(), "CB001");
  EXPECT_EQ(row.at("used").to_number<double>(), 1);
}

TEST_F(LedgerRoutes, TellWhatToLookAtInPapers) {
  const auto report = get("/api/v1/reports/papers?unit=SNV&month=2026-07&lang=en");
  const auto& row = report.at("rows").as_array().at(0).as_object();
  EXPECT_EQ(row.at("fault").as_string(), "reported_late");
  EXPECT_EQ(row.at("late_by_min").to_number<int>(), 60);
  EXPECT_EQ(row.at("reported_at").as_string(), "2026-07-09T08:30");
  EXPECT_EQ(row.at("text").as_string(),
            "Reported 1 h late: at 08:30 on 9 Jul 2026, and it began at 07:30 on 9 Jul 2026.");
}

TEST_F(LedgerRoutes, TellTheDutiesOfAMonth) {
  EXPECT_TRUE(get("/api/v1/reports/duties?unit=SNV&month=2026-07").at("rows").is_array());
}

TEST_F(LedgerRoutes, AreCsvForWhoAsks) {
  const auto papers = server_.admin().get("/api/v1/reports/papers?unit=SNV&month=2026-07&format=csv");
  EXPECT_THAT(papers.field("content-type"), StartsWith("text/csv"));
  EXPECT_THAT(papers.body, HasSubstr("CB001,Nguyễn Văn An,SNV,Sở Nội vụ,reported_late,annual_leave,"));
  const auto leave = server_.admin().get("/api/v1/reports/leave?unit=SNV&year=2026&format=csv");
  EXPECT_THAT(leave.field("content-disposition"), HasSubstr("leave-2026.csv"));
}

TEST_F(LedgerRoutes, TellWhichClocksWaitForARuling) {
  auto bridge = server_.as(server_.add_bridge("cong-a"));
  TestStream stream('a');
  const auto batch = stream.batch({"04A1B2C3"}, ClockState::unsynchronised);
  ASSERT_EQ(bridge.post("/api/v1/bridge/batches", batch, "application/x-ndjson").status, 200);
  const auto report = get("/api/v1/reports/clocks");
  const auto& run = report.at("runs").as_array().at(0).as_object();
  EXPECT_EQ(run.at("stream").as_string(), stream.name());
  EXPECT_EQ(run.at("taps").to_number<int>(), 1);
  EXPECT_TRUE(run.at("ruling").is_null());

  server_.import("clock_rulings", "stream,first_seq,last_seq,offset_s,ruled_by,reason\n" + stream.name() +
                                      ",1,1,-1800,Lê Thị Hà,Hết pin\n");
  const auto ruled = server_.admin().get("/api/v1/reports/clocks?format=csv");
  EXPECT_THAT(ruled.body, HasSubstr(stream.name() + ",1,1,-1800,Lê Thị Hà,Hết pin,cong-a,door,1,"));
}

TEST_F(LedgerRoutes, ShowAnOfficerOnlyTheUnitsBelowTheirOwn) {
  const auto health = server_.add_token("hr-syt", "hr", "SYT");
  const auto own = server_.add_token("hr-snv", "hr", "SNV");
  for (const auto* target :
       {"/api/v1/reports/leave?staff=CB001&year=2026", "/api/v1/reports/leave?unit=SNV&year=2026",
        "/api/v1/reports/papers?unit=SNV&month=2026-07", "/api/v1/reports/duties?unit=SNV&month=2026-07"}) {
    EXPECT_EQ(server_.as(health).get(target).status, 404) << target;
    EXPECT_EQ(server_.as(own).get(target).status, 200) << target;
  }
}

TEST_F(LedgerRoutes, SayWhatAYearAndAMonthLookLike) {
  for (const auto* target :
       {"/api/v1/reports/leave?staff=CB001", "/api/v1/reports/leave?staff=CB001&year=1999",
        "/api/v1/reports/leave?year=2026", "/api/v1/reports/leave?year=2026&staff=CB001&unit=SNV",
        "/api/v1/reports/papers?unit=SNV", "/api/v1/reports/duties?unit=SNV&month=2026-13"}) {
    EXPECT_EQ(server_.admin().get(target).status, 400) << target;
  }
}

}  // namespace
}  // namespace badge::test
