#include "server/documents/xlsx_reader.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "server/documents/workbook.hpp"
#include "server/documents/xlsx_numbers.hpp"
#include "tests/server/documents/raw_workbook.hpp"

namespace badge::documents {
namespace {

using test::bytes_of;
using test::RawSheet;
using test::RawStyle;
using test::RawWorkbook;
using testing::ElementsAre;
using testing::HasSubstr;
using Value = decltype(SheetCell::value);

SheetMoment on(int year, unsigned month, unsigned day, std::chrono::seconds time = {}) {
  return {std::chrono::local_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day)) +
          time};
}

Sheet read(const RawSheet& sheet) { return read_xlsx(bytes_of({{sheet}})).value().front(); }

Value value_in(const Sheet& sheet, std::string_view name) {
  for (const auto& cell : sheet.cells) {
    if (cell_name(cell.row, cell.column) == name) return cell.value;
  }
  return std::string();
}

std::string error_of(const std::string& bytes) {
  const auto read = read_xlsx(bytes);
  return read ? "" : read.error().part + ": " + read.error().en;
}

TEST(XlsxReader, ReadsTextsOfAllThreeWays) {
  RawSheet sheet("Danh sách");
  sheet.text("A1", "trong ô")
      .shared("B1", 0)
      .shared("C1", 1)
      .raw("D1", R"( t="str")", "<f>A1</f><v>tính ra</v>")
      .raw("E1", R"( t="inlineStr")", "<is><r><t>Nguyễn </t></r><r><rPr><b/></rPr><t>Văn A</t></r></is>");
  const auto sheets =
      read_xlsx(
          bytes_of({{sheet}, {"<t>chung</t>", "<r><t>hai </t></r><r><t>màu</t></r><rPh><t>x</t></rPh>"}}))
          .value();
  ASSERT_EQ(sheets.size(), 1U);
  EXPECT_EQ(sheets[0].name, "Danh sách");
  EXPECT_EQ(value_in(sheets[0], "A1"), Value("trong ô"));
  EXPECT_EQ(value_in(sheets[0], "B1"), Value("chung"));
  EXPECT_EQ(value_in(sheets[0], "C1"), Value("hai màu"));
  EXPECT_EQ(value_in(sheets[0], "D1"), Value("tính ra"));
  EXPECT_EQ(value_in(sheets[0], "E1"), Value("Nguyễn Văn A"));
}

TEST(XlsxReader, ComposesLettersAndKeepsLineBreaks) {
  const auto sheet =
      read(RawSheet("S").text("A1", "e\u0302\u0303").text("A2", "một_x000A_hai").text("A3", "  "));
  EXPECT_EQ(value_in(sheet, "A1"), Value("ễ"));
  EXPECT_EQ(value_in(sheet, "A2"), Value("một\nhai"));
  EXPECT_EQ(sheet.cells.size(), 2U) << "a cell of spaces holds nothing";
}

TEST(XlsxReader, TellsDatesFromNumbersByTheirFormat) {
  const auto sheet = read(RawSheet("S")
                              .number("A1", "46090", RawStyle::date)
                              .number("B1", "46090")
                              .number("C1", "46090.3125", RawStyle::date_and_clock)
                              .number("D1", "0.3125", RawStyle::clock)
                              .number("E1", "46090", RawStyle::coloured_date)
                              .number("F1", "7", RawStyle::zeros));
  EXPECT_EQ(value_in(sheet, "A1"), Value(on(2026, 3, 9)));
  EXPECT_EQ(value_in(sheet, "B1"), Value(SheetNumber{46090}));
  EXPECT_EQ(value_in(sheet, "C1"), Value(on(2026, 3, 9, std::chrono::minutes(450))));
  EXPECT_EQ(value_in(sheet, "D1"), Value(SheetMoment{on(1970, 1, 1, std::chrono::minutes(450)).at, false}));
  EXPECT_EQ(value_in(sheet, "E1"), Value(on(2026, 3, 9)));
  EXPECT_EQ(value_in(sheet, "F1"), Value(SheetNumber{7, 4}));
}

TEST(XlsxReader, CountsFrom1904WhereTheWorkbookDoes) {
  const auto sheets =
      read_xlsx(bytes_of({{RawSheet("S").number("A1", "44628", RawStyle::date)}, {}, true})).value();
  EXPECT_EQ(value_in(sheets[0], "A1"), Value(on(2026, 3, 9)));
}

TEST(XlsxReader, KnowsTheDayThatNeverWas) {
  using Kind = NumberFormat::Kind;
  EXPECT_EQ(moment_of(59, DateSystem::from_1900, Kind::date), on(1900, 2, 28));
  EXPECT_EQ(moment_of(60, DateSystem::from_1900, Kind::date), std::nullopt);
  EXPECT_EQ(moment_of(61, DateSystem::from_1900, Kind::date), on(1900, 3, 1));
  EXPECT_EQ(moment_of(-1, DateSystem::from_1900, Kind::date), std::nullopt);
}

TEST(XlsxReader, ReadsFormatsOfEveryLook) {
  using Kind = NumberFormat::Kind;
  for (const auto* date : {"dd/mm/yyyy", "d-mmm-yy", "mmmm", R"("Ngày" dd "tháng" mm)", "yyyy\\-mm\\-dd;@"})
    EXPECT_EQ(number_format_of(date).kind, Kind::date) << date;
  for (const auto* time : {"hh:mm", "[h]:mm:ss", "mm:ss"})
    EXPECT_EQ(number_format_of(time).kind, Kind::time) << time;
  for (const auto* number : {"General", "#,##0.00", R"(#,##0 "đồng")", "[Red]0.0", "0.00E+00", "@"})
    EXPECT_EQ(number_format_of(number), NumberFormat()) << number;
  EXPECT_EQ(number_format_of("00000").digits_min, 5);
}

TEST(XlsxReader, TakesOfAFormulaWhatWasSavedWithIt) {
  const auto sheet = read(RawSheet("S")
                              .formula("A1", "B1+1", "12.5")
                              .formula("A2", "B1+1", "")
                              .raw("A3", R"( t="e")", "<f>1/0</f><v>#DIV/0!</v>")
                              .raw("A4", R"( t="b")", "<v>1</v>")
                              .number("A5", "60", RawStyle::date));
  EXPECT_EQ(value_in(sheet, "A1"), Value(SheetNumber{12.5}));
  EXPECT_EQ(value_in(sheet, "A2"), Value(SheetFault::not_calculated));
  EXPECT_EQ(value_in(sheet, "A3"), Value(SheetFault::error_value));
  EXPECT_EQ(value_in(sheet, "A4"), Value(true));
  EXPECT_EQ(value_in(sheet, "A5"), Value(SheetFault::not_a_date));
}

TEST(XlsxReader, TellsWhatIsMergedAndWhatIsHidden) {
  auto shown = RawSheet("Hiện").text("A1", "x").text("A2", "y").merge("A1:C1").hide_column(2).hide_row(2);
  const auto sheets = read_xlsx(bytes_of({{shown, RawSheet("Ẩn").text("A1", "z").hide()}})).value();
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_THAT(sheets[0].merged, ElementsAre(SheetRange{0, 0, 0, 2}));
  EXPECT_TRUE(sheets[0].hides_column(1));
  EXPECT_FALSE(sheets[0].hides_column(0));
  EXPECT_TRUE(sheets[0].hides_row(1));
  EXPECT_FALSE(sheets[0].is_hidden);
  EXPECT_TRUE(sheets[1].is_hidden);
}

TEST(XlsxReader, ReadsWhatWasWrittenWithPrefixesAndWithoutPlaces) {
  const auto bytes =
      bytes_of({{RawSheet("S")}}, {{"xl/worksheets/sheet1.xml", R"(<x:worksheet xmlns:x="m"><x:sheetData>
      <x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row>
      <x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>)"}});
  const auto sheet = read_xlsx(bytes).value().front();
  EXPECT_EQ(value_in(sheet, "A1"), Value(SheetNumber{1}));
  EXPECT_EQ(value_in(sheet, "B1"), Value("b"));
  EXPECT_EQ(value_in(sheet, "A2"), Value(SheetNumber{2}));
}

TEST(XlsxReader, SaysWhatToDoWithOtherFiles) {
  const std::string ole("\xD0\xCF\x11\xE0 and more");
  EXPECT_THAT(error_of(ole), HasSubstr(".xls file of the older kind"));
  const std::string package("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  EXPECT_THAT(error_of(ole + package), HasSubstr("has a password"));
  EXPECT_THAT(error_of("PK\x03\x04 and nonsense"), HasSubstr("damaged"));
  EXPECT_TRUE(looks_like_workbook(ole));
  EXPECT_TRUE(looks_like_workbook(bytes_of({{RawSheet("S")}})));
  EXPECT_FALSE(looks_like_workbook("code,name\n"));
}

TEST(XlsxReader, NamesThePartThatIsBad) {
  const RawWorkbook workbook{{RawSheet("S").text("A1", "x")}};
  const std::string sheet = "xl/worksheets/sheet1.xml";
  EXPECT_THAT(error_of(bytes_of(workbook, {{sheet, "<worksheet><row>"}})), HasSubstr(sheet + ": "));
  EXPECT_THAT(error_of(bytes_of({{RawSheet("S").shared("A1", 3)}})), HasSubstr(sheet + ": "));
  EXPECT_THAT(
      error_of(bytes_of(workbook, {{"xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook/>"}})),
      HasSubstr("xl/workbook.xml: "));
}

TEST(XlsxReader, StaysWithinItsBounds) {
  EXPECT_THAT(error_of(bytes_of({{RawSheet("S").text("A100001", "x")}})), HasSubstr("more than 100000 rows"));
  EXPECT_THAT(error_of(bytes_of({{RawSheet("S").text("IW1", "x")}})), HasSubstr("more than 256 columns"));
  EXPECT_THAT(error_of(bytes_of({{RawSheet("S")}},
                                {{"xl/worksheets/sheet1.xml", std::string(8 * 1024 * 1024, ' ')}})),
              HasSubstr("too large"));
  std::vector<RawSheet> many(xlsx_sheets_max + 1, RawSheet("S"));
  EXPECT_THAT(error_of(bytes_of({many})), HasSubstr("more than 64 sheets"));
}

RC_GTEST_PROP(XlsxReader, ReadsBackWhatOurOwnWriterWrote, (std::vector<std::uint16_t> numbers)) {
  Workbook workbook;
  workbook.title = "Bảng";
  workbook.sheets.emplace_back();
  workbook.sheets[0].name = "Một";
  for (std::uint32_t i = 0; i < numbers.size(); ++i) {
    workbook.sheets[0].cells.push_back({i, 0, static_cast<double>(numbers[i])});
    workbook.sheets[0].cells.push_back({i, 1, "Số " + std::to_string(numbers[i])});
  }
  const auto bytes = xlsx_of(workbook, std::chrono::sys_days(std::chrono::year(2026) / 8 / 3)).value();
  const auto sheets = read_xlsx(bytes).value();
  RC_ASSERT(sheets.size() == 1U);
  RC_ASSERT(sheets[0].cells.size() == 2 * numbers.size());
  for (std::uint32_t i = 0; i < numbers.size(); ++i) {
    RC_ASSERT(sheets[0].cells[2 * i].value == Value(SheetNumber{static_cast<double>(numbers[i])}));
    RC_ASSERT(sheets[0].cells[2 * i + 1].value == Value("Số " + std::to_string(numbers[i])));
  }
}

}  // namespace
}  // namespace badge::documents
