#include "server/app/imports/sheet_table.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "server/app/imports/sheet_columns.hpp"
#include "server/app/imports/written_clock.hpp"
#include "tests/server/app/imports/ugly_workbooks.hpp"
#include "tests/server/documents/raw_workbook.hpp"

namespace badge::app {
namespace {

using documents::test::bytes_of;
using documents::test::RawSheet;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

/// Without the empty lines that keep rows in their places, and without the header.
std::string rows_of(const std::string& csv) {
  std::string rows = csv.substr(csv.find("\r\n") + 2);
  for (std::size_t at = 0; at < rows.size();) {
    const bool is_empty = rows[at] == '\n' && (at == 0 || rows[at - 1] == '\n');
    if (is_empty) {
      rows.erase(at, 1);
    } else {
      ++at;
    }
  }
  return rows;
}

tl::expected<SheetTable, ImportErrors> read(const std::string& bytes, ImportKind kind) {
  return read_sheet_table(bytes, kind, test::office_of_digits(), Language::en);
}

SheetTable table_of(const RawSheet& sheet, ImportKind kind) {
  return read(bytes_of({{sheet}}), kind).value();
}

TEST(SheetTable, ReadsUglyWorkbooksRightOrNamesTheCell) {
  const auto all = test::ugly_workbooks();
  EXPECT_GE(all.size(), 15U);
  for (const auto& ugly : all) {
    const auto table = read(ugly.bytes, ugly.kind);
    if (ugly.errors.empty()) {
      ASSERT_TRUE(table) << ugly.about << ": " << table.error().listed.front().place << ": "
                         << table.error().listed.front().message;
      EXPECT_EQ(rows_of(table->csv), ugly.csv) << ugly.about;
      continue;
    }
    ASSERT_FALSE(table) << ugly.about;
    const auto& listed = table.error().listed;
    ASSERT_EQ(listed.size(), ugly.errors.size()) << ugly.about;
    for (std::size_t i = 0; i < listed.size(); ++i) {
      EXPECT_THAT(listed[i].place + ": " + listed[i].message, StartsWith(ugly.errors[i])) << ugly.about;
    }
  }
}

TEST(SheetTable, KeepsTheRowsOfTheSheetAsLines) {
  RawSheet sheet("Nghỉ");
  sheet.texts("A4", {"Mã số", "Loại nghỉ", "Từ ngày", "Đến ngày"});
  sheet.texts("A7", {"NV7", "ốm", "9/3/2026", "9/3/2026"});
  const auto table = table_of(sheet, ImportKind::absences);
  const auto plan = plan_import(ImportKind::absences, table.csv, test::office_of_digits(), Language::en);
  ASSERT_FALSE(plan);
  auto errors = plan.error();
  name_places(errors, table);
  ASSERT_THAT(errors.listed, SizeIs(1));
  EXPECT_EQ(errors.listed[0].line, 7U);
  EXPECT_EQ(errors.listed[0].place, "Nghỉ!A7");
}

TEST(SheetTable, TellsWhatItUnderstood) {
  RawSheet sheet("Nghỉ phép"), notes("Ghi chép");
  sheet.text("A1", "DANH SÁCH")
      .texts("A2", {"STT", "Mã số", "Loại nghỉ", "Từ ngày", "Đến ngày", "Tuổi", "Lương"});
  sheet.texts("A3", {"1", "", "ốm", "9/3/2026", "9/3/2026", "40", "5"}).number("B3", "7").hide_column(7);
  sheet.texts("A4", {"", "Tổng cộng"});
  notes.text("A1", "xong");
  const auto table = read(bytes_of({{sheet, notes}}), ImportKind::absences).value();
  const auto& understood = table.understood;
  using Understood = badge::app::Understood;
  EXPECT_EQ(understood.sheet, "Nghỉ phép");
  EXPECT_EQ(understood.first_header_row, 2U);
  EXPECT_EQ(understood.last_header_row, 2U);
  EXPECT_THAT(understood.columns, ElementsAre(Understood::Column{"staff_code", "staff_code", "Mã số", "B"},
                                              Understood::Column{"kind", "kind", "Loại nghỉ", "C"},
                                              Understood::Column{"from", "from", "Từ ngày", "D"},
                                              Understood::Column{"to", "to", "Đến ngày", "E"}));
  EXPECT_THAT(understood.ignored,
              ElementsAre(Understood::Ignored{"column F", "Tuổi", "not used for this kind of data"},
                          Understood::Ignored{"column G", "Lương", "the column is hidden"},
                          Understood::Ignored{"sheet", "Ghi chép", "has no table of this kind of data"}));
  EXPECT_THAT(understood.skipped, ElementsAre(Understood::SkippedRow{4, "Tổng cộng", "a total"}));
  EXPECT_THAT(understood.changed, ElementsAre(Understood::Change{"Nghỉ phép!B3", "7", "007"}));
  EXPECT_THAT(understood.absent, testing::Contains("reported_at"));
}

TEST(SheetTable, CountsMergedHeadingsToTheHeader) {
  RawSheet sheet("Nghỉ");
  sheet.text("A1", "DANH SÁCH").merge("A1:D1").texts("A3", {"Mã số", "Loại nghỉ", "Thời gian nghỉ"});
  sheet.texts("C4", {"Từ ngày", "Đến ngày"}).merge("A3:A4").merge("B3:B4").merge("C3:D3");
  sheet.texts("A5", {"NV1", "ốm", "9/3/2026", "9/3/2026"});
  const auto understood = table_of(sheet, ImportKind::absences).understood;
  EXPECT_EQ(understood.first_header_row, 3U);
  EXPECT_EQ(understood.last_header_row, 4U);
}

TEST(SheetTable, RefusesTwoColumnsThatMeanTheSame) {
  RawSheet sheet("Nghỉ");
  sheet.texts("A1", {"Mã số", "Số hiệu", "Loại nghỉ", "Từ ngày", "Đến ngày"});
  sheet.texts("A2", {"NV1", "NV2", "ốm", "9/3/2026", "9/3/2026"});
  const auto table = read(bytes_of({{sheet}}), ImportKind::absences);
  ASSERT_FALSE(table);
  ASSERT_THAT(table.error().listed, SizeIs(1));
  EXPECT_EQ(table.error().listed[0].place, "Nghỉ!B1");
}

TEST(SheetTable, TakesTheCodeOfAUnitWhereItsNameStandsBeside) {
  RawSheet sheet("Nhân sự");
  sheet.texts("A1", {"Mã số", "Họ và tên", "Đơn vị", "Mã đơn vị", "Từ ngày"});
  sheet.texts("A2", {"NV2", "Lê Én", "Sở cũ", "SNV", "1/3/2026"});
  EXPECT_EQ(rows_of(table_of(sheet, ImportKind::staff).csv), "NV2,Lê Én,SNV,,,2026-03-01,,,,\r\n");
}

TEST(SheetTable, LeavesAnIncompleteRowToTheRulesOfItsKind) {
  RawSheet sheet("Nghỉ");
  sheet.texts("A1", {"Mã số", "Loại nghỉ", "Từ ngày", "Đến ngày"});
  sheet.texts("A2", {"NV1", "ốm", "9/3/2026", "9/3/2026"}).texts("A3", {"NV1", "ốm", "10/3/2026"});
  EXPECT_EQ(rows_of(table_of(sheet, ImportKind::absences).csv),
            "NV1,ốm,2026-03-09,2026-03-09,,,,,,,,\r\nNV1,ốm,2026-03-10,,,,,,,,,\r\n");
}

TEST(SheetTable, SaysWhichFilesAreNoWorkbooks) {
  const auto old = read("\xD0\xCF\x11\xE0", ImportKind::staff);
  ASSERT_FALSE(old);
  EXPECT_THAT(old.error().listed[0].message, StartsWith("this is an .xls file"));
}

TEST(WrittenClock, ReadsHoursAsTheyAreSaid) {
  for (const auto* text : {"7h30", "7 giờ 30", "7g30", "7 giờ 30 phút", "7 H 30"})
    EXPECT_EQ(written_clock(text), "07:30") << text;
  EXPECT_EQ(written_clock("17h"), "17:00");
  EXPECT_EQ(written_clock("sáng"), "sáng");
  EXPECT_EQ(written_clock("25h"), "25h");
  EXPECT_EQ(written_clock("7.30"), "7.30") << "half an hour, or three tenths of one";
}

/// The columns here and those that each kind of file takes are the same, and in the same order nowhere twice.
TEST(SheetColumns, AreThoseOfTheFiles) {
  for (std::size_t i = 0; i < import_kind_count; ++i) {
    const auto kind = static_cast<ImportKind>(i);
    std::string header;
    for (const auto& column : sheet_columns(kind))
      header.append(header.empty() ? "" : ",").append(column.name);
    EXPECT_FALSE(header.empty()) << to_string(kind);
    const auto plan = plan_import(kind, header + "\n", test::small_office(), Language::en);
    ASSERT_TRUE(plan) << to_string(kind) << ": " << plan.error().listed.front().message;
    EXPECT_THAT(plan->notes, IsEmpty()) << to_string(kind);
  }
}

TEST(SheetColumns, AreFoundByTheHeadingsOfOffices) {
  const auto meant = [](ImportKind kind, std::string_view heading) {
    return meant_column(kind, heading).name;
  };
  EXPECT_EQ(meant(ImportKind::staff, "Số hiệu công chức"), "code");
  EXPECT_EQ(meant(ImportKind::staff, "Mã đơn vị"), "unit_code");
  EXPECT_EQ(meant(ImportKind::units, "Mã đơn vị"), "code");
  EXPECT_EQ(meant(ImportKind::absences, "TỪ NGÀY"), "from");
  EXPECT_EQ(meant(ImportKind::assignments, "Từ ngày"), "valid_from");
  EXPECT_EQ(meant(ImportKind::entitlements, "Số ngày phép năm"), "base_days");
  EXPECT_EQ(meant(ImportKind::absences, "Ghi chú"), "");
  EXPECT_TRUE(counts_lines("Số TT"));
}

TEST(SheetColumns, HaveAHeadingForEachThatIsNeeded) {
  for (const auto kind : {ImportKind::units, ImportKind::staff, ImportKind::absences,
                          ImportKind::entitlements, ImportKind::credits, ImportKind::calendar,
                          ImportKind::assignments, ImportKind::heads, ImportKind::duties}) {
    for (const auto& column : sheet_columns(kind)) {
      if (!column.needed) continue;
      const auto heading = usual_heading(kind, column.name);
      EXPECT_NE(heading, column.name) << to_string(kind);
      EXPECT_EQ(meant_column(kind, heading).name, column.name) << to_string(kind) << ": " << heading;
    }
  }
}

}  // namespace
}  // namespace badge::app
