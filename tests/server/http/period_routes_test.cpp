// Reports of a period: the same figures as JSON, CSV, XLSX and on the papers.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <sstream>

#include "server/documents/csv_reader.hpp"
#include "tests/server/http/paper_office.hpp"
#include "tests/server/http/paper_text.hpp"
#include "tests/support/process.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::AllOf;
using testing::HasSubstr;

class PeriodRoutes : public testing::Test {
 protected:
  json::value ask(const std::string& what) {
    const auto answer = binh_.get("/api/v1/periods/" + what);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body);
  }
  /// The value of a listing's cell as CSV and spreadsheets show it.
  static std::string shown(const json::value& cell) {
    if (cell.is_null()) return "";
    if (cell.is_string()) return std::string(cell.as_string());
    return json::serialize(cell);
  }
  static std::vector<std::vector<std::string>> records(const std::string& csv) {
    std::vector<std::vector<std::string>> records;
    documents::CsvReader reader(csv);
    while (auto record = reader.next()) records.push_back(std::move(record->value().fields));
    return records;
  }
  static double number(const std::string& text) { return std::stod(text); }

  SmallOffice server_;
  HttpClient an_ = server_.sign_in("an", R"("staff_code":"AN")");
  HttpClient binh_ = server_.sign_in("binh", R"("staff_code":"BINH")");
  HttpClient em_ = server_.sign_in("em", R"("staff_code":"EM")");
  TempDir folder_;
};

TEST_F(PeriodRoutes, TellOfUnitsWhatTheMonthReportTells) {
  const auto month =
      json::parse(binh_.get("/api/v1/reports/units?month=2026-07&unit=SNV").body).at("rows").at(0);
  const auto quarter = ask("units.json?unit=SNV&period=2026-Q3");
  const auto& row = quarter.at("rows").at(0);
  EXPECT_EQ(row.at("unit_code"), "SNV");
  EXPECT_EQ(row.at("late"), month.at("late"));
  EXPECT_EQ(row.at("late_min"), 37);
  EXPECT_GT(row.at("sessions_due").as_int64(), month.at("sessions_due").as_int64()) << "August and September";
  EXPECT_EQ(quarter.at("total").at("late_min"), 37);
  EXPECT_THAT(std::string(quarter.at("notes").at(0).as_string()), HasSubstr("Quý III năm 2026 – Sở Nội vụ"));
}

TEST_F(PeriodRoutes, SayTheSameInEveryFormat) {
  for (const std::string what : {"units", "people", "months", "person"}) {
    SCOPED_TRACE(what);
    const auto query = what == "person" ? "?staff=AN&period=2026-H2" : "?unit=SNV&period=2026-H2";
    const auto told = ask(what + ".json" + query);
    const auto& columns = told.at("columns").as_array();
    const auto& rows = told.at("rows").as_array();
    ASSERT_FALSE(rows.empty());
    const auto cell = [&](std::size_t row, std::size_t column) {
      return rows[row].at(columns[column].at("key").as_string());
    };

    const auto csv = records(binh_.get("/api/v1/periods/" + what + ".csv" + query).body);
    ASSERT_EQ(csv.size(), rows.size() + 1);
    for (std::size_t column = 0; column < columns.size(); ++column) {
      EXPECT_EQ(csv[0][column], columns[column].at("key").as_string());
      for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto told_cell = cell(row, column);
        if (told_cell.is_double()) {
          EXPECT_NEAR(number(csv[row + 1][column]), told_cell.as_double(), 0.00005);
        } else {
          EXPECT_EQ(csv[row + 1][column], shown(told_cell));
        }
      }
    }

    const auto file = folder_.path() / (what + ".xlsx");
    std::ofstream(file, std::ios::binary) << binh_.get("/api/v1/periods/" + what + ".xlsx" + query).body;
    const auto read = run({"/usr/bin/python3", READ_WORKBOOK, file});
    ASSERT_EQ(read.status, 0) << read.errors;
    const auto sheet = json::parse(read.output).at("1");
    EXPECT_EQ(sheet.at("pages_wide"), 1);
    const auto head = told.at("notes").as_array().size() + 2;  // its row: title, notes, headings
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const auto at = [&](std::size_t row) {
        const auto place = std::string(1, static_cast<char>('A' + column)) + std::to_string(row);
        const auto* found = sheet.at("cells").as_object().if_contains(place);
        return found == nullptr ? std::string() : std::string(found->as_string());
      };
      EXPECT_EQ(at(head), columns[column].at("heading").as_string());
      for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto told_cell = cell(row, column);
        if (told_cell.is_double()) {
          EXPECT_NEAR(number(at(head + 1 + row)), told_cell.as_double(), 1e-12);
        } else {
          EXPECT_EQ(at(head + 1 + row), shown(told_cell));
        }
      }
    }
  }
}

TEST_F(PeriodRoutes, KnowThePeriodsThatTheOfficeNamed) {
  server_.import("named_periods", "code,name,from,to\ndot-1,Đợt cao điểm 1,06/07/2026,17/07/2026\n");
  EXPECT_THAT(an_.get("/api/v1/periods").body, HasSubstr(R"("name":"Đợt cao điểm 1","from":"2026-07-06")"));
  const auto told = ask("people.json?unit=SNV&period=dot-1");
  EXPECT_THAT(json::serialize(told.at("notes")),
              HasSubstr("Đợt cao điểm 1 (từ ngày 06/7/2026 đến ngày 17/7/2026)"));
  EXPECT_EQ(told.at("rows").at(0).at("sessions_due"), 10) << "ten mornings";
  EXPECT_THAT(text_of(binh_.get("/api/v1/papers/unit.pdf?unit=SNV&period=dot-1")),
              HasSubstr("Đợt cao điểm 1"));
  EXPECT_THAT(text_of(an_.get("/api/v1/papers/person.pdf?staff=AN&period=dot-1")),
              AllOf(HasSubstr("Đợt cao điểm 1"), HasSubstr("Đúng giờ 0/10 buổi")));
}

TEST_F(PeriodRoutes, TellOnceOnASheetWhatIsTheSameOfSessionsInARow) {
  const auto text = text_of(an_.get("/api/v1/papers/person.pdf?staff=AN&period=2026-Q3"));
  EXPECT_THAT(text, HasSubstr("09/7/2026 sáng 08:07 –"));
  EXPECT_THAT(text, HasSubstr("31/7/2026 sáng – – Vắng không có lý do"))
      << "each absence has a day of its own";
  EXPECT_THAT(text, HasSubstr("03/8/2026 – 43 buổi – – Chưa đủ dữ liệu: đơn vị chưa có điểm quét thẻ"))
      << "two months without an entrance";
}

TEST_F(PeriodRoutes, ShowNobodyMoreThanTheyMaySee) {
  EXPECT_EQ(em_.get("/api/v1/periods/units.json?unit=SNV&period=2026-07").status, 404);
  EXPECT_EQ(em_.get("/api/v1/periods/people.csv?unit=SNV&period=2026-07").status, 404);
  EXPECT_EQ(em_.get("/api/v1/periods/person.xlsx?staff=AN&period=2026-07").status, 404);
  EXPECT_EQ(an_.get("/api/v1/periods/person.json?staff=AN&period=2026-07").status, 200);
  EXPECT_EQ(an_.get("/api/v1/periods/person.json?staff=BINH&period=2026-07").status, 404);
}

TEST_F(PeriodRoutes, NameWhatAPeriodMayBe) {
  for (const auto* text : {"", "Q3", "2026-H3", "2026-07-31..2026-07-01"}) {
    const auto answer = binh_.get("/api/v1/periods/units.json?period=" + std::string(text));
    EXPECT_EQ(answer.status, 422) << text;
    EXPECT_THAT(answer.body, HasSubstr("2026-H1"));
  }
}

}  // namespace
}  // namespace badge::test
