// Timesheets over the API: what a spreadsheet reads in the file is what the JSON says, figure by figure.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>

#include "tests/server/http/test_server.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::HasSubstr;

constexpr int first_person = 11;  // the row of the sheet, below its head

/// "AH" of 33.
std::string letters(std::size_t column) {
  std::string text(1, static_cast<char>('A' + column % 26));
  return column < 26 ? text : static_cast<char>('A' + column / 26 - 1) + text;
}

std::string place(std::size_t column, std::size_t row) { return letters(column) + std::to_string(row); }

/// A number of the JSON as the reader writes it, and a text as it is.
std::string figure(const json::value& value) {
  if (value.is_string()) return std::string(value.as_string());
  const auto number = value.to_number<double>();
  auto text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

class TimesheetRoutes : public testing::Test {
 protected:
  TimesheetRoutes() {
    server_.import("units",
                   "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ,sở,,2020-01-01,\n"
                   "CCVC,Phòng CCVC,phòng,SNV,2020-01-01,\nSYT,Sở Y tế,sở,,2020-01-01,\n");
    server_.import("staff",
                   "code,full_name,unit_code,position,category,valid_from,valid_to,list_order\n"
                   "CB001,Nguyễn Văn An,CCVC,Chuyên viên,công chức,2024-01-01,,2\n"
                   "CB002,Trần Thị Bình,CCVC,Trưởng phòng,công chức,2024-01-01,,1\n"
                   "CB003,Lê Văn Đức,CCVC,Chuyên viên,công chức,2024-01-01,2026-07-14,3\n");
    server_.import("badges",
                   "staff_code,uid,valid_from,valid_to,state\nCB001,04000001,2024-01-01,,\n"
                   "CB002,04000002,2024-01-01,,\nCB003,04000003,2024-01-01,2026-07-14,\n");
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
                   "schedule,unit_code,staff_code,valid_from,valid_to\nhanh-chinh,SNV,,2026-01-01,\n");
    server_.import("calendar", "date,kind,name,works_like\n2026-07-22,nghỉ lễ,Ngày lễ,\n");
    server_.import("absences",
                   "staff_code,kind,from,to,sessions,paper,reported_at\n"
                   "CB001,nghỉ phép,2026-07-14,2026-07-14,sáng,GNP 1,\n"
                   "CB002,ốm,2026-07-15,2026-07-16,,GNV 2,\n"
                   "CB002,nghỉ phép,2026-07-17,2026-07-17,sáng,GNP 3,\n"
                   "CB002,hội nghị,2026-07-17,2026-07-17,chiều,GM 4,\n");
  }

  /// Everybody was there on every working day, but for these: "CB001 9".
  void tap(const std::vector<std::string>& away = {}) {
    std::string csv = "at,uid,staff_code,reader\n";
    for (int day = 1; day <= 31; ++day) {
      for (int no = 1; no <= 3; ++no) {
        const auto who = "CB00" + std::to_string(no);
        if (std::ranges::find(away, who + " " + std::to_string(day)) != away.end()) continue;
        for (const auto* time : {"07:20", "11:40", "13:20", "17:10"}) {
          csv += std::string("2026-07-") + (day < 10 ? "0" : "") + std::to_string(day) + " " + time +
                 ":00,0400000" + std::to_string(no) + ",,cong-a\n";
        }
      }
    }
    auto admin = server_.admin();
    const auto id = member(admin.post("/api/v1/imports/taps?file=taps.csv", "{}").body, "id");
    const auto staged =
        admin.send("PUT", "/api/v1/imports/taps/" + id + "/slices/0", csv, {{"Content-Type", "text/csv"}});
    ASSERT_LT(staged.status, 300) << staged.body;
    const auto finished = admin.post("/api/v1/imports/taps/" + id + "/finish",
                                     R"({"complete_for":"SNV","from":"2026-07-01","to":"2026-07-31"})");
    ASSERT_EQ(finished.status, 200) << finished.body;
  }

  HttpAnswer ask(const std::string& rest, const std::string& unit = "CCVC") {
    return hr_.get("/api/v1/units/" + unit + "/timesheet." + rest);
  }
  json::value told() {
    const auto answer = ask("json?month=2026-07");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body);
  }
  std::string keep(const std::string& query) {
    const auto answer = ask("xlsx?month=2026-07" + query);
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.field("content-disposition"),
              "attachment; filename=\"bang-cham-cong-CCVC-2026-07.xlsx\"");
    const std::string path = folder_ / "sheet.xlsx";
    std::ofstream(path, std::ios::binary) << answer.body;
    return path;
  }
  json::value file(const std::string& query = "") {
    const auto finished = run({"/usr/bin/python3", READ_WORKBOOK, keep(query)});
    EXPECT_EQ(finished.status, 0) << finished.errors;
    return json::parse(finished.output);
  }
  static std::string at(const json::value& sheet, const std::string& place) {
    const auto* found = sheet.at("cells").as_object().if_contains(place);
    return found == nullptr ? "" : std::string(found->as_string());
  }

  /// Each cell and each figure of the file is that of the JSON.
  static void expect_same(const json::value& told, const json::value& sheet) {
    const auto& rows = told.at("rows").as_array();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_EQ(at(sheet, place(0, first_person + i)), std::to_string(i + 1));
      EXPECT_EQ(at(sheet, place(1, first_person + i)), std::string(rows[i].at("full_name").as_string()));
      const auto& cells = rows[i].at("cells").as_array();
      for (std::size_t day = 0; day < cells.size(); ++day)
        EXPECT_EQ(at(sheet, place(2 + day, first_person + i)), std::string(cells[day].as_string()));
      const auto& sums = rows[i].at("sums").as_array();
      for (std::size_t sum = 0; sum < sums.size(); ++sum)
        EXPECT_EQ(at(sheet, place(33 + sum, first_person + i)), figure(sums[sum]));
    }
    const auto& totals = told.at("totals").as_array();
    for (std::size_t sum = 0; sum < totals.size(); ++sum)
      EXPECT_EQ(at(sheet, place(33 + sum, first_person + rows.size())), figure(totals[sum]));
  }

  TestServer server_;
  HttpClient hr_ = server_.sign_in("hr", R"("grants":[{"role":"hr"}])");
  TempDir folder_;
};

TEST_F(TimesheetRoutes, SayInTheFileWhatTheySayAsData) {
  tap();
  const auto data = told();
  EXPECT_TRUE(data.at("complete").as_bool());
  EXPECT_EQ(data.at("rows").at(0).at("full_name").as_string(), "Trần Thị Bình");
  EXPECT_EQ(data.at("rows").at(0).at("cells").at(16).as_string(), "P/2 H/2");
  EXPECT_EQ(figure(data.at("rows").at(0).at("sums").at(2)), "2");
  EXPECT_EQ(data.at("rows").at(1).at("cells").at(13).as_string(), "P/2");
  EXPECT_EQ(data.at("rows").at(1).at("cells").at(21).as_string(), "L");
  EXPECT_EQ(data.at("rows").at(2).at("cells").at(14).as_string(), "–");  // left on the 14th
  EXPECT_EQ(figure(data.at("totals").at(0)), "54");  // 23 and 23 days, 2 of them ill, and 10
  const auto sheet = file().at("Bảng chấm công");
  expect_same(data, sheet);
  EXPECT_EQ(sheet.at("formulas").at("AH14").as_string(), "=SUM(AH11:AH13)");
  EXPECT_EQ(at(sheet, "AH10") + at(sheet, "AI10") + at(sheet, "AJ10"), "323334");
  EXPECT_EQ(at(sheet, "AH8"), "Số công hưởng lương thời gian");
  EXPECT_EQ(at(sheet, "A4"), "BẢNG CHẤM CÔNG");
  EXPECT_EQ(at(sheet, "A5"), "Tháng 7 năm 2026");
  EXPECT_THAT(at(sheet, "A6"), HasSubstr("BẢN NHÁP – chưa chốt công"));
  EXPECT_EQ(sheet.at("head_rows").as_string(), "$7:$10");
}

TEST_F(TimesheetRoutes, CountHoursAsHours) {
  server_.import("timesheet_forms", "unit_code,valid_from,method,approver\nSNV,2026-07-01,giờ,Giám đốc\n");
  tap();
  const auto data = told();
  EXPECT_EQ(figure(data.at("rows").at(2).at("sums").at(0)), "9,3");  // ten days of 7:30
  const auto sheet = file().at("Bảng chấm công");
  expect_same(data, sheet);
  EXPECT_TRUE(sheet.at("formulas").as_object().empty());  // no program may add up 22,4 and 22,4
  EXPECT_THAT(sheet.at("cells").as_object(), testing::Not(testing::IsEmpty()));
}

TEST_F(TimesheetRoutes, RefuseWhatIsIncompleteWithTheListAndGiveADraft) {
  tap({"CB001 9", "CB001 10"});
  const auto refused = ask("xlsx?month=2026-07");
  EXPECT_EQ(refused.status, 409);
  const auto why = json::parse(refused.body);
  EXPECT_EQ(why.at("type").as_string(), "urn:chuyen-can:timesheet-incomplete");
  EXPECT_EQ(why.at("sessions").to_number<int>(), 4);
  EXPECT_EQ(why.at("gaps").at(0).at("staff_code").as_string(), "CB001");
  ASSERT_EQ(why.at("gaps").as_array().size(), 1U);
  EXPECT_EQ(why.at("gaps").at(0).at("from").as_string(), "2026-07-09");
  EXPECT_EQ(why.at("gaps").at(0).at("to").as_string(), "2026-07-10");
  const auto workbook = file("&draft=1");
  expect_same(told(), workbook.at("Bảng chấm công"));
  const auto& list = workbook.at("Buổi chưa có ký hiệu");
  EXPECT_EQ(at(list, "B4"), "CB001");
  EXPECT_EQ(at(list, "D4"), "09/7/2026");
  EXPECT_EQ(at(list, "E4") + " " + at(list, "F4"), "10/7/2026 4");
  EXPECT_EQ(at(list, "G4"), std::string(why.at("gaps").at(0).at("text").as_string()));
  EXPECT_EQ(at(list, "B5"), "");
}

TEST_F(TimesheetRoutes, ShowAShortMonthInTheSameColumns) {
  const auto sheet = [&] {
    const auto answer = ask("xlsx?month=2026-02&draft=1");
    EXPECT_EQ(answer.status, 200) << answer.body;
    std::ofstream(folder_ / "feb.xlsx", std::ios::binary) << answer.body;
    return json::parse(run({"/usr/bin/python3", READ_WORKBOOK, folder_ / "feb.xlsx"}).output)
        .at("Bảng chấm công");
  }();
  EXPECT_EQ(at(sheet, "AH10"), "32");
  EXPECT_EQ(at(sheet, "AG10"), "31");
  EXPECT_THAT(json::serialize(sheet.at("crossed")), HasSubstr("\"AE11\",\"AF11\",\"AG11\""));
}

#ifdef SOFFICE
TEST_F(TimesheetRoutes, OpenInLibreOfficeOnOnePageWithTheSameSums) {
  tap();
  const auto path = keep("");
  const std::string folder = folder_.path();
  const auto convert = [&](const std::string& to) {
    const auto done = run({SOFFICE, "-env:UserInstallation=file://" + folder + "/profile", "--headless",
                           "--convert-to", to, "--outdir", folder, path});
    EXPECT_EQ(done.status, 0) << done.errors;
  };
  convert("pdf");
  EXPECT_THAT(run({"pdfinfo", folder + "/sheet.pdf"}).output, HasSubstr("Pages:           1\n"));
  convert("csv:Text - txt - csv (StarCalc):44,34,76");  // commas, quotes, UTF-8
  std::ifstream csv(folder + "/sheet.csv");
  std::string line, total;
  while (std::getline(csv, line)) {
    if (line.starts_with("Cộng,")) total = line;
  }
  EXPECT_THAT(total, HasSubstr(",54,0,2"));
}
#endif

TEST_F(TimesheetRoutes, ListWhomTheHeadMustAskWithTheSameFiguresAsThePaper) {
  tap({"CB001 9", "CB001 10"});
  server_.import("corrections",
                 "staff_code,unit_code,date,session,effect,at,from_time,to_time,cause,explanation,decision,"
                 "decided_by,decision_reason,paper\n"
                 "CB001,,2026-07-10,sáng,có mặt,,,,quên thẻ,để thẻ ở nhà,chờ duyệt,,,\n");
  const auto answer = hr_.get("/api/v1/units/CCVC/deviations.json?month=2026-07");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto list = json::parse(answer.body);
  ASSERT_EQ(list.at("rows").as_array().size(), 4U);
  EXPECT_EQ(list.at("people").to_number<int>(), 1);
  EXPECT_EQ(list.at("sums").at("absent").to_number<int>(), 4);
  EXPECT_EQ(list.at("rows").at(0).at("text").as_string(), "Vắng không có lý do");
  EXPECT_EQ(list.at("rows").at(2).at("explanation").as_string(), "pending");
  const auto paper = hr_.get("/api/v1/units/CCVC/deviations.pdf?month=2026-07");
  EXPECT_EQ(paper.field("content-type"), "application/pdf");
  EXPECT_EQ(paper.field("content-disposition"),
            "attachment; filename=\"danh-sach-muon-vang-CCVC-2026-07.pdf\"");
  std::ofstream(folder_ / "list.pdf", std::ios::binary) << paper.body;
  EXPECT_THAT(run({"pdfinfo", folder_ / "list.pdf"}).output, HasSubstr("Pages:           1\n"));
  const auto text = run({"pdftotext", "-layout", folder_ / "list.pdf", "-"}).output;
  for (const auto* words :
       {"DANH SÁCH", "PHÒNG CCVC", "Nguyễn Văn An", "09/7 sáng", "0 buổi đi muộn", "4 buổi"})
    EXPECT_THAT(text, HasSubstr(words));
  EXPECT_EQ(hr_.get("/api/v1/units/KHONG/deviations.pdf?month=2026-07").status, 404);
  EXPECT_EQ(hr_.get("/api/v1/units/CCVC/deviations.json?month=7").status, 400);
}

TEST_F(TimesheetRoutes, AreNotThereForOthersAndForNoMonth) {
  EXPECT_EQ(ask("json?month=2026-07", "KHONG").status, 404);
  EXPECT_EQ(ask("json?month=7").status, 400);
  auto elsewhere = server_.sign_in("syt", R"("grants":[{"role":"timekeeper","unit":"SYT"}])");
  EXPECT_EQ(elsewhere.get("/api/v1/units/CCVC/timesheet.json?month=2026-07").status, 404);
  EXPECT_EQ(elsewhere.get("/api/v1/units/CCVC/timesheet.xlsx?month=2026-07").status, 404);
  EXPECT_EQ(elsewhere.get("/api/v1/units/SYT/timesheet.json?month=2026-07").status, 200);
}

TEST_F(TimesheetRoutes, AreInTheAuditLogWithTheirUnit) {
  EXPECT_EQ(ask("json?month=2026-07").status, 200);
  auto auditor = server_.sign_in("kiemtoan", R"("grants":[{"role":"auditor"}])");
  const auto log = auditor.get("/api/v1/audit").body;
  EXPECT_THAT(log, HasSubstr("GET /api/v1/units/{unit}/timesheet.json"));
  EXPECT_THAT(log, HasSubstr(R"("unit_code":"CCVC")"));
}

}  // namespace
}  // namespace badge::test
