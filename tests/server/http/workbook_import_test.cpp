// Workbooks of clerks through the API: what was understood, and cells that errors name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/server/documents/raw_workbook.hpp"
#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using documents::test::RawSheet;
using test::HttpClient;
using test::TestServer;
using testing::HasSubstr;

constexpr const char* workbook_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

class WorkbookImport : public testing::Test {
 protected:
  WorkbookImport() {
    server.import("units", "code,name,kind,parent_code,valid_from,valid_to\nS,Sở Nội vụ,sở,,2020-01-01,\n");
    server.import("staff",
                  "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                  "007,Nguyễn Văn An,S,Chuyên viên,cc,2020-01-01,\n");
  }

  static RawSheet leaves() {
    RawSheet sheet("Nghỉ phép");
    sheet.texts("A1", {"STT", "Mã số", "Họ và tên", "Loại nghỉ", "Từ ngày", "Đến ngày"});
    return sheet;
  }
  test::HttpAnswer give(const RawSheet& sheet, const std::string& query = "") {
    return hr.post("/api/v1/imports/absences?lang=en&file=nghi.xlsx" + query,
                   documents::test::bytes_of({{sheet}}), workbook_type);
  }

  TestServer server;
  HttpClient hr = server.as(server.add_token("hr", "hr"));
};

TEST_F(WorkbookImport, IsPreviewedAndThenImported) {
  const auto sheet = leaves()
                         .texts("A2", {"1", "", "Nguyễn Văn An", "nghỉ phép", "9/3/2026", "10/3/2026"})
                         .number("B2", "7");
  const auto preview = give(sheet, "&dry_run=1");
  ASSERT_EQ(preview.status, 200) << preview.body;
  const auto answer = json::parse(preview.body);
  EXPECT_EQ(answer.at("added"), 1);
  const auto& understood = answer.at("understood");
  EXPECT_EQ(understood.at("sheet"), "Nghỉ phép");
  EXPECT_EQ(understood.at("columns").at(0),
            (json::value{
                {"column", "staff_code"}, {"called", "staff_code"}, {"heading", "Mã số"}, {"letters", "B"}}));
  EXPECT_EQ(understood.at("changed").at(0),
            (json::value{{"place", "Nghỉ phép!B2"}, {"from", "7"}, {"to", "007"}}));
  EXPECT_EQ(understood.at("ignored").as_array().size(), 1U);
  EXPECT_EQ(give(sheet).status, 200);
  EXPECT_EQ(json::parse(give(sheet, "&dry_run=1").body).at("unchanged"), 1);
  EXPECT_EQ(json::parse(give(sheet, "&withdraw=1").body).at("withdrawn"), 1);
}

TEST_F(WorkbookImport, NamesTheCellOfAnError) {
  const auto refused = give(leaves().texts("A4", {"1", "NV9", "Ai đó", "ốm", "9/3/2026", "8/3/2026"}));
  ASSERT_EQ(refused.status, 422) << refused.body;
  const auto errors = json::parse(refused.body).at("errors").as_array();
  ASSERT_EQ(errors.size(), 1U) << refused.body;
  EXPECT_EQ(errors[0].at("place"), "Nghỉ phép!F4");
  EXPECT_EQ(errors[0].at("line"), 4);
}

TEST_F(WorkbookImport, KnowsAWorkbookByItsBytesWhateverItIsCalled) {
  const auto sheet = leaves().texts("A2", {"1", "007", "Nguyễn Văn An", "ốm", "9/3/2026", "9/3/2026"});
  const auto answer =
      hr.post("/api/v1/imports/absences?dry_run=1", documents::test::bytes_of({{sheet}}), "text/csv");
  EXPECT_EQ(answer.status, 200) << answer.body;
  const auto old =
      hr.post("/api/v1/imports/absences", "\xD0\xCF\x11\xE0 and more", "application/vnd.ms-excel");
  EXPECT_EQ(old.status, 422);
  EXPECT_THAT(old.body, HasSubstr("tệp .xls đời cũ"));
}

TEST_F(WorkbookImport, SaysOfACsvFileNothingOfTheKind) {
  const auto answer = hr.post(
      "/api/v1/imports/absences?dry_run=1",
      "staff_code,kind,from,to,sessions,paper,reported_at\n007,sick,2026-03-09,2026-03-09,,,\n", "text/csv");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_TRUE(json::parse(answer.body).at("understood").is_null());
}

TEST_F(WorkbookImport, TellsNobodyOfUnitsBeyondTheirScope) {
  server.import("units", "code,name,kind,parent_code,valid_from,valid_to\nX,Sở Xây dựng,sở,,2020-01-01,\n");
  server.import("staff",
                "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                "0042,Lê Ánh,X,Chuyên viên,cc,2020-01-01,\n");
  auto of_s = server.as(server.add_token("hr-s", "hr", "S"));
  const auto sheet =
      leaves().texts("A2", {"1", "", "Lê Ánh", "ốm", "9/3/2026", "9/3/2026"}).number("B2", "42");
  const auto answer = of_s.post("/api/v1/imports/absences?lang=en&dry_run=1",
                                documents::test::bytes_of({{sheet}}), workbook_type);
  ASSERT_EQ(answer.status, 422) << answer.body;
  EXPECT_THAT(answer.body, HasSubstr("not exactly one stored code matches"));
  EXPECT_THAT(answer.body, testing::Not(HasSubstr("0042")));
}

TEST_F(WorkbookImport, TakesTheDaysOfACalendarAndTellsWhatTheyBecame) {
  const std::string calendar =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260430\r\n"
      "DTEND;VALUE=DATE:20260502\r\nSUMMARY:Nghỉ lễ\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  const auto preview = hr.post("/api/v1/imports/calendar?dry_run=1", calendar, "text/calendar");
  ASSERT_EQ(preview.status, 200) << preview.body;
  const auto answer = json::parse(preview.body);
  EXPECT_EQ(answer.at("added"), 2);
  EXPECT_EQ(
      answer.at("understood").at("days").at(1),
      (json::value{{"date", "2026-05-01"}, {"kind", "nghỉ lễ"}, {"name", "Nghỉ lễ"}, {"why", "sự kiện 1"}}));
  EXPECT_EQ(hr.post("/api/v1/imports/staff", calendar, "text/calendar").status, 422);
}

TEST_F(WorkbookImport, TakesBackWhatWasTakenOut) {
  for (const auto* file : {"units.csv", "units.xlsx", "staff.csv", "staff.xlsx"}) {
    const auto taken_out = hr.get(std::string("/api/v1/exports/") + file);
    ASSERT_EQ(taken_out.status, 200) << taken_out.body;
    const std::string kind(file, std::string_view(file).find('.'));
    const auto again = hr.post("/api/v1/imports/" + kind + "?dry_run=1", taken_out.body, "text/csv");
    ASSERT_EQ(again.status, 200) << again.body;
    EXPECT_EQ(json::parse(again.body).at("unchanged"), 1) << file;
    EXPECT_EQ(json::parse(again.body).at("rows"), 1) << file;
  }
  EXPECT_EQ(hr.get("/api/v1/exports/schedules.toml").status, 200);
  for (const auto* file : {"staff.pdf", "staff", "card_numbers.csv", "badges.xlsx", "x.csv"})
    EXPECT_EQ(hr.get(std::string("/api/v1/exports/") + file).status, 404) << file;
}

TEST_F(WorkbookImport, GivesOutOfAScopeWhatMayBeStatedInIt) {
  server.import("units", "code,name,kind,parent_code,valid_from,valid_to\nX,Sở Xây dựng,sở,,2020-01-01,\n");
  server.import("staff",
                "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                "0042,Lê Ánh,X,Chuyên viên,cc,2020-01-01,\n");
  server.import("absences",
                "staff_code,kind,from,to,sessions,paper,reported_at\n"
                "007,sick,2026-03-09,2026-03-09,,A,\n0042,sick,2026-03-09,2026-03-09,,B,\n");
  auto of_s = server.as(server.add_token("hr-s", "hr", "S"));
  const auto absences = of_s.get("/api/v1/exports/absences.csv");
  ASSERT_EQ(absences.status, 200);
  EXPECT_THAT(absences.body, HasSubstr("007,sick"));
  EXPECT_THAT(absences.body, testing::Not(HasSubstr("0042")));
  EXPECT_EQ(of_s.get("/api/v1/exports/staff.csv").status, 403);
}

}  // namespace
}  // namespace badge::http
