// Records whose time is over: told before it happens, erased, told afterwards; and nobody is judged by what
// is gone.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;

ServerConfig short_memory() {
  ServerConfig config;
  config.retention.taps = 12;
  config.retention.people = 12;
  return config;
}

/// An was absent on the morning of 5 May 2020 by a file that is complete; Bình left in 2020.
struct Office : TestServer {
  Office() : TestServer(short_memory()) {
    import("units", "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ,sở,,2020-01-01,\n");
    import("staff",
           "code,full_name,unit_code,position,category,valid_from,valid_to\n"
           "AN,Nguyễn Văn An,SNV,Chuyên viên,công chức,2020-01-01,\n"
           "BINH,Trần Thị Bình,SNV,Chuyên viên,công chức,2020-01-01,2020-06-30\n");
    import("badges",
           "staff_code,uid,valid_from,valid_to,state\nAN,04A1B2C3D4E5F6,2020-01-01,,active\n"
           "BINH,04A1B2C3D4E5F7,2020-01-01,2020-06-30,active\n");
    import("schedules", R"([[schedule]]
name = "hanh-chinh"
[[schedule.season]]
valid_from = 2020-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri"]
sessions = [ { name = "sáng", start = "07:30", end = "11:30", opens_before_min = 60, closes_after_min = 60 } ]
)");
    import("assignments", "schedule,unit_code,staff_code,valid_from,valid_to\nhanh-chinh,SNV,,2020-01-01,\n");
    auto client = admin();
    const auto id = member(client.post("/api/v1/imports/taps?file=taps.csv", "{}").body, "id");
    const auto staged =
        client.send("PUT", "/api/v1/imports/taps/" + id + "/slices/0",
                    "at,uid,staff_code,reader\n2020-05-05 07:20,,BINH,x\n2020-05-05 11:40,,BINH,x\n",
                    {{"Content-Type", "text/csv"}});
    EXPECT_LT(staged.status, 300) << staged.body;
    const auto finished = client.post("/api/v1/imports/taps/" + id + "/finish",
                                      R"({"complete_for":"SNV","from":"2020-05-01","to":"2020-05-31"})");
    EXPECT_EQ(finished.status, 200) << finished.body;
  }
  json::object ask(const std::string& path) {
    auto client = admin();
    const auto answer = client.get(path);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).as_object();
  }
  std::string morning_of_an() {
    return json::serialize(
        ask("/api/v1/why?staff=AN&date=2020-05-05").at("sessions").as_array().at(0).as_object());
  }
};

TEST(RetentionRoutes, TellWhatIsDueBeforeAnythingIsErasedAndWhatWasErasedAfterwards) {
  Office office;
  auto kinds = office.ask("/api/v1/retention").at("kinds").as_array();
  ASSERT_EQ(kinds.size(), 5U);
  EXPECT_EQ(kinds[0].at("kind").as_string(), "taps");
  EXPECT_EQ(kinds[0].at("months").as_int64(), 12);
  EXPECT_EQ(kinds[0].at("due").as_int64(), 2);
  EXPECT_EQ(kinds[1].at("due").as_int64(), 1);
  EXPECT_TRUE(kinds[2].at("months").is_null());
  EXPECT_TRUE(office.ask("/api/v1/retention").at("erased").as_array().empty());

  auto client = office.admin();
  EXPECT_EQ(client.post("/api/v1/retention/erase", "").status, 200);
  const auto now = office.ask("/api/v1/retention");
  EXPECT_EQ(now.at("kinds").as_array()[0].at("due").as_int64(), 0);
  ASSERT_EQ(now.at("erased").as_array().size(), 2U);
  EXPECT_EQ(now.at("erased").as_array()[1].at("records").as_int64(), 2);
  EXPECT_EQ(client.get("/api/v1/why?staff=BINH&date=2020-05-05").status, 404);
}

TEST(RetentionRoutes, LeaveNobodyAbsentWhereTheTapsAreGone) {
  Office office;
  EXPECT_THAT(office.morning_of_an(), HasSubstr(R"("state":"absent")"));
  EXPECT_EQ(office.admin().post("/api/v1/retention/erase", "").status, 200);
  const auto morning = office.morning_of_an();
  EXPECT_THAT(morning, HasSubstr(R"("state":"provisional")"));
  EXPECT_THAT(morning, HasSubstr("đã được xoá khi hết thời hạn lưu"));
  EXPECT_THAT(morning, HasSubstr(R"("reasons":["erased"])"));
}

TEST(RetentionRoutes, StillShowTheMonthThatWasClosed) {
  Office office;
  auto client = office.admin();
  const auto closed =
      client.post("/api/v1/closes", R"({"unit":"SNV","from":"2020-05-01","to":"2020-05-31"})");
  ASSERT_EQ(closed.status, 201) << closed.body;
  const auto before = office.ask("/api/v1/reports/units?month=2020-05").at("rows").as_array().at(0);
  EXPECT_EQ(client.post("/api/v1/retention/erase", "").status, 200);

  const auto after = office.ask("/api/v1/reports/units?month=2020-05").at("rows").as_array().at(0);
  EXPECT_EQ(after.at("own"), before.at("own"));
  EXPECT_EQ(office.ask("/api/v1/months").at("months").as_array().at(0).as_string(), "2020-05");
  const auto changes = office.ask("/api/v1/reports/changes?unit=SNV&month=2020-05");
  EXPECT_TRUE(changes.at("erased").as_bool());
  EXPECT_TRUE(changes.at("changes").as_array().empty());
  const auto verified = client.post("/api/v1/verify", "");
  EXPECT_THAT(verified.body, HasSubstr(R"("ok":true)"));
  EXPECT_THAT(verified.body, HasSubstr(R"("closed_periods_of_erased_facts":1)"));
}

}  // namespace
}  // namespace badge::test
