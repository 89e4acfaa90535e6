// Closing a period over the API: what is answered to whom.
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

/// SNV with one person, under UBND, beside SYT; two days of July 2026 on which every tap is known.
class CloseRoutes : public testing::Test {
 protected:
  CloseRoutes() {
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
sessions = [ { name = "sáng", start = "07:30", end = "11:30", opens_before_min = 60, closes_after_min = 60 } ]
)");
    server_.import("assignments",
                   "schedule,unit_code,staff_code,valid_from,valid_to\nhanh-chinh,UBND,,2026-01-01,\n");
    server_.import("heads",
                   "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV,CB001,head,2024-01-01,,QĐ 1\n");
    auto admin = server_.admin();
    const auto id = test::member(admin.post("/api/v1/imports/taps?file=taps.csv", "{}").body, "id");
    const auto staged =
        admin.send("PUT", "/api/v1/imports/taps/" + id + "/slices/0",
                   "at,uid,staff_code,reader\n2026-07-09 07:20,,CB001,x\n2026-07-09 11:31,,CB001,x\n",
                   {{"Content-Type", "text/csv"}});
    EXPECT_LT(staged.status, 300) << staged.body;
    const auto finished = admin.post("/api/v1/imports/taps/" + id + "/finish",
                                     R"({"complete_for":"UBND","from":"2026-07-09","to":"2026-07-10"})");
    EXPECT_EQ(finished.status, 200) << finished.body;
  }

  auto close(const std::string& body) { return server_.admin().post("/api/v1/closes", body); }
  json::object closed() {
    const auto answer = close(two_days);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return json::parse(answer.body).as_object();
  }
  static std::string path_of(const json::object& close, const std::string& what) {
    return "/api/v1/closes/" + std::to_string(close.at("id").as_int64()) + what;
  }

  const std::string two_days = R"({"unit":"SNV","from":"2026-07-09","to":"2026-07-10"})";
  TestServer server_;
};

TEST_F(CloseRoutes, AreRefusedWithWhatIsStillOpen) {
  const auto month = close(R"({"unit":"SNV","month":"2026-07"})");
  EXPECT_EQ(month.status, 409);
  EXPECT_THAT(month.body, HasSubstr("Nguyễn Văn An (CB001): 21 buổi"));
  EXPECT_EQ(close(R"({"unit":"SNV","month":"2026-07","preliminary":true})").status, 201);
}

TEST_F(CloseRoutes, SayWhatIsWrongWithARequest) {
  EXPECT_EQ(close(R"({"unit":"SNV"})").status, 400) << "no days";
  EXPECT_EQ(close(R"({"unit":"SNV","month":"2026-13"})").status, 400);
  EXPECT_EQ(close(R"({"unit":"SNV","from":"2026-07-10","to":"2026-07-09"})").status, 400);
  EXPECT_EQ(close(R"({"unit":"SNV","from":"2026-05-01","to":"2026-07-09"})").status, 422) << "too long";
  EXPECT_EQ(close(R"({"unit":"KHONG","month":"2026-07"})").status, 404);
  EXPECT_EQ(close("[]").status, 400);
}

TEST_F(CloseRoutes, AreMadeOnceAndOpenedAgainWithAReason) {
  const auto close_of_snv = closed();
  EXPECT_EQ(close(two_days).status, 409);
  auto admin = server_.admin();
  const auto reopen = path_of(close_of_snv, "/reopen");
  EXPECT_EQ(admin.post(reopen, "{}").status, 422);
  EXPECT_EQ(admin.post(reopen, R"({"reason":"Bổ sung giấy nghỉ phép"})").status, 204);
  EXPECT_EQ(admin.post(reopen, R"({"reason":"lần nữa"})").status, 404);
  EXPECT_THAT(admin.get("/api/v1/closes?month=2026-07").body, HasSubstr("Bổ sung giấy nghỉ phép"));
  EXPECT_EQ(close(two_days).status, 201);
}

TEST_F(CloseRoutes, ShowTheSheetAndWhatCameAfterIt) {
  const auto close_of_snv = closed();
  auto admin = server_.admin();
  const std::string changes = "/api/v1/reports/changes?unit=SNV&from=2026-07-09&to=2026-07-10";
  EXPECT_THAT(admin.get(changes).body, HasSubstr(R"("changes":[])"));
  server_.import("absences",
                 "staff_code,kind,from,to,sessions,paper,reported_at\n"
                 "CB001,annual_leave,2026-07-10,2026-07-10,all,GNP 1,\n");
  const auto list = json::parse(admin.get(changes).body).as_object().at("changes").as_array();
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].at("before").at("state"), "absent");
  EXPECT_EQ(list[0].at("after").at("state"), "excused");
  EXPECT_EQ(list[0].at("causes"), json::array{"paper"});
  const auto sheet = json::parse(admin.get(path_of(close_of_snv, "/sheet")).body).as_object();
  EXPECT_EQ(sheet.at("people").at(0).at("sessions").as_array().size(), 2U);
  EXPECT_EQ(sheet.at("people").at(0).at("sessions").at(1).at("state"), "absent");
}

TEST_F(CloseRoutes, TakeAMonthAsTheUnitsPayPeriod) {
  server_.import("pay_periods", "unit_code,valid_from,first_day\nUBND,2026-01-26,26\n");
  const auto closed = close(R"({"unit":"SNV","month":"2026-07","preliminary":true})");
  ASSERT_EQ(closed.status, 201) << closed.body;
  EXPECT_EQ(test::member(closed.body, "from"), "2026-06-26");
  EXPECT_EQ(test::member(closed.body, "to"), "2026-07-25");
  auto admin = server_.admin();
  const auto closes = [&](const std::string& query) {
    return json::parse(admin.get("/api/v1/closes?" + query).body).at("closes").as_array().size();
  };
  EXPECT_EQ(closes("month=2026-07"), 1U);
  EXPECT_EQ(closes("month=2026-06"), 0U) << "it has days of June, and is not called June";
  EXPECT_EQ(closes("month=2026-07&unit=SNV"), 1U);
  EXPECT_EQ(closes("month=2026-07&unit=SYT"), 0U);
  const auto changes = admin.get("/api/v1/reports/changes?unit=SNV&month=2026-07");
  EXPECT_EQ(changes.status, 200) << "it finds what was closed";
  EXPECT_EQ(test::member(changes.body, "from"), "2026-06-26");
}

/// A head of SNV, and a timekeeper of SNV.
class SignOffRoutes : public CloseRoutes {
 protected:
  HttpClient head_ = server_.sign_in("an", R"("staff_code":"CB001")");
  HttpClient timekeeper_ = server_.sign_in("thu", R"("grants":[{"role":"timekeeper","unit":"SNV"}])");
  const std::string preview_ = "/api/v1/closes/preview?unit=SNV&from=2026-07-09&to=2026-07-10";
};

TEST_F(SignOffRoutes, TakeEachStepFromWhoMayDoIt) {
  EXPECT_EQ(timekeeper_.post("/api/v1/closes/confirm", two_days).status, 403);
  EXPECT_EQ(head_.post("/api/v1/closes/prepare", two_days).status, 403);
  const auto prepared = timekeeper_.post("/api/v1/closes/prepare", two_days);
  EXPECT_EQ(prepared.status, 201) << prepared.body;
  EXPECT_EQ(test::member(prepared.body, "step"), "prepared");
  EXPECT_EQ(test::member(timekeeper_.get(preview_).body, "state"), "prepared");
  const auto confirmed = head_.post("/api/v1/closes/confirm", two_days);
  EXPECT_EQ(confirmed.status, 201) << confirmed.body;
  EXPECT_EQ(test::member(confirmed.body, "staff_code"), "CB001");
  EXPECT_EQ(timekeeper_.post("/api/v1/closes", two_days).status, 403);
  EXPECT_EQ(head_.post("/api/v1/closes", two_days).status, 201) << "closing is how a head approves";
  const auto preview = json::parse(head_.get(preview_).body).as_object();
  EXPECT_EQ(preview.at("state"), "closed");
  EXPECT_EQ(preview.at("signatures").as_array().size(), 2U);
  EXPECT_EQ(preview.at("close").at("closed_by"), "an");
  EXPECT_EQ(head_.post(path_of(preview.at("close").as_object(), "/reopen"), R"({"reason":"x"})").status, 403);
}

TEST_F(SignOffRoutes, SayWhatIsOpenAndWhatIsWrong) {
  const std::string july = R"({"unit":"SNV","month":"2026-07"})";
  const auto open = timekeeper_.post("/api/v1/closes/prepare", july);
  EXPECT_EQ(open.status, 409);
  EXPECT_THAT(open.body, HasSubstr("Nguyễn Văn An (CB001): 21 buổi"));
  EXPECT_EQ(timekeeper_.post("/api/v1/closes/prepare", R"({"unit":"SNV"})").status, 400);
  EXPECT_EQ(timekeeper_.post("/api/v1/closes/prepare", R"({"unit":"SYT","month":"2026-07"})").status, 404);
  const std::string looked_at = R"({"unit":"SNV","from":"2026-07-09","to":"2026-07-10","sheet_sha256":")";
  EXPECT_EQ(timekeeper_.post("/api/v1/closes/prepare", looked_at + "x\"}").status, 422);
  const auto other = timekeeper_.post("/api/v1/closes/prepare", looked_at + std::string(64, 'a') + "\"}");
  EXPECT_EQ(other.status, 409);
  EXPECT_THAT(other.body, HasSubstr("changed-meanwhile"));
  const auto seen = test::member(timekeeper_.get(preview_).body, "sheet_sha256");
  EXPECT_EQ(timekeeper_.post("/api/v1/closes/prepare", looked_at + seen + "\"}").status, 201);
}

TEST_F(SignOffRoutes, TellHowFarTheUnitsOfTheAskerAre) {
  const auto told = [](HttpClient& client) {
    return json::parse(client.get("/api/v1/reports/progress?month=2026-07").body).at("units").as_array();
  };
  auto admin = server_.admin();
  const auto all = told(admin);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all.at(0).at("unit_code"), "SNV");
  EXPECT_EQ(all.at(0).at("state"), "open");
  EXPECT_EQ(all.at(0).at("open_sessions"), 21);
  EXPECT_EQ(all.at(1).at("state"), "nobody");
  EXPECT_EQ(told(timekeeper_).size(), 1U);
  EXPECT_EQ(admin.get("/api/v1/reports/progress?month=7").status, 400);
  auto of_syt = server_.as(server_.add_token("syt", "hr", "SYT"));
  EXPECT_EQ(of_syt.get(preview_).status, 404);
}

TEST_F(CloseRoutes, AreTheUnitsOwnOfficersOnly) {
  const auto close_of_snv = closed();
  auto other = server_.as(server_.add_token("syt", "hr", "SYT"));
  EXPECT_EQ(other.post("/api/v1/closes", two_days).status, 404);
  EXPECT_EQ(other.get(path_of(close_of_snv, "/sheet")).status, 404);
  EXPECT_EQ(other.post(path_of(close_of_snv, "/reopen"), R"({"reason":"x"})").status, 404);
  EXPECT_EQ(other.get("/api/v1/reports/changes?unit=SNV&month=2026-07").status, 404);
  EXPECT_THAT(other.get("/api/v1/closes?month=2026-07").body, HasSubstr(R"("closes":[])"));
}

}  // namespace
}  // namespace badge::http
