// Workbooks, read again by another program (openpyxl).
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fstream>

#include "server/documents/workbook.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::documents {
namespace {

namespace json = boost::json;
using testing::HasSubstr;

constexpr std::chrono::sys_seconds made_at = std::chrono::sys_days(std::chrono::year(2026) / 8 / 3);

WorkbookCell cell(std::uint32_t row, std::uint16_t column, decltype(WorkbookCell::value) value,
                  const CellStyle& style = {}) {
  return {row, column, std::move(value), style};
}

Workbook with(std::vector<WorkbookCell> cells) {
  Workbook workbook;
  workbook.title = "Bảng";
  workbook.sheets.emplace_back();
  workbook.sheets.front().name = "Bảng một";
  workbook.sheets.front().cells = std::move(cells);
  return workbook;
}

json::value read(const Workbook& workbook, const std::string& sheet = "Bảng một") {
  const test::TempDir folder;
  std::ofstream(folder / "a.xlsx", std::ios::binary) << xlsx_of(workbook, made_at).value();
  const auto finished = test::run({"/usr/bin/python3", READ_WORKBOOK, folder / "a.xlsx"});
  EXPECT_EQ(finished.status, 0) << finished.errors;
  return json::parse(finished.output).at(sheet);
}

std::string text(const json::value& sheet, const char* place) {
  const auto* found = sheet.at("cells").as_object().if_contains(place);
  return found == nullptr ? "" : std::string(found->as_string());
}

TEST(Xlsx, KeepsTextsNumbersAndFormulasWithTheirValues) {
  const auto sheet = read(with({cell(0, 0, "Nguyễn Văn Ước"), cell(1, 0, 20.5), cell(2, 0, 1.0),
                                cell(3, 0, Formula{"SUM(A2:A3)", 21.5})}));
  EXPECT_EQ(text(sheet, "A1"), "Nguyễn Văn Ước");
  EXPECT_EQ(text(sheet, "A2"), "20.5");
  EXPECT_EQ(text(sheet, "A4"), "21.5");
  EXPECT_EQ(sheet.at("formulas").at("A4").as_string(), "=SUM(A2:A3)");
}

TEST(Xlsx, NeverReadsATextAsAFormulaOrANumber) {
  const auto sheet = read(with({cell(0, 0, "=1+1"), cell(1, 0, "22,4"), cell(2, 0, "007"), cell(3, 0, "+")}));
  EXPECT_EQ(text(sheet, "A1"), "=1+1");
  EXPECT_EQ(text(sheet, "A2"), "22,4");
  EXPECT_EQ(text(sheet, "A3"), "007");
  EXPECT_EQ(text(sheet, "A4"), "+");
  EXPECT_TRUE(sheet.at("numbers").as_array().empty());
}

TEST(Xlsx, PrintsOnA4AsWideAsOnePageWithItsHeadOnEach) {
  auto workbook = with({cell(0, 0, "a")});
  workbook.sheets.front().head_rows = {2, 3};
  const auto sheet = read(workbook);
  EXPECT_TRUE(sheet.at("landscape").as_bool());
  EXPECT_EQ(sheet.at("paper").as_string(), "9");
  EXPECT_EQ(sheet.at("pages_wide").as_int64(), 1);
  EXPECT_EQ(sheet.at("head_rows").as_string(), "$3:$4");
}

TEST(Xlsx, MergesShadesAndCrosses) {
  auto merged = cell(0, 0, "rộng");
  merged.columns = 3;
  const auto sheet = read(with({merged, cell(1, 0, std::monostate(), {.shaded = true}),
                                cell(1, 1, std::monostate(), {.crossed = true})}));
  EXPECT_EQ(sheet.at("merged").at(0).as_string(), "A1:C1");
  EXPECT_EQ(sheet.at("shaded").at(0).as_string(), "A2");
  EXPECT_EQ(sheet.at("crossed").at(0).as_string(), "B2");
}

TEST(Xlsx, IsTheSameBytesWhenMadeAtTheSameTime) {
  const auto workbook = with({cell(0, 0, "a"), cell(1, 1, 2.0, {.bold = true})});
  EXPECT_EQ(xlsx_of(workbook, made_at).value(), xlsx_of(workbook, made_at).value());
}

TEST(Xlsx, RefusesWhatASpreadsheetCannotHold) {
  const auto fault = [](const Workbook& workbook) { return xlsx_of(workbook, made_at).error(); };
  EXPECT_THAT(fault(with({cell(4, 2, "a\u202Eb")})), HasSubstr("row 5, column 3: the character U+202E"));
  EXPECT_THAT(fault(with({cell(0, 0, std::string(workbook_text_bytes_max + 1, 'x'))})),
              HasSubstr("a text has at most 32000 bytes"));
  EXPECT_THAT(fault(with({cell(workbook_rows_max, 0, "x")})), HasSubstr("at most 50000 rows"));
  auto named = with({});
  named.sheets.front().name = "tháng 7/2026";
  EXPECT_THAT(fault(named), HasSubstr("a name has 1 to 31 letters"));
}

}  // namespace
}  // namespace badge::documents
