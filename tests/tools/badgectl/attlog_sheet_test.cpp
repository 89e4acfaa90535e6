#include "tools/badgectl/attlog_sheet.hpp"

#include <gmock/gmock.h>

#include "tests/server/documents/raw_workbook.hpp"

namespace badge::tools {
namespace {

using documents::test::bytes_of;
using documents::test::RawSheet;
using documents::test::RawStyle;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

AttLogReading reading(std::map<std::string, std::string, std::less<>> codes = {}) {
  return {std::chrono::seconds(0), "may-1", std::move(codes)};
}

AttLogSheet read(const RawSheet& sheet, const AttLogReading& how = reading()) {
  const auto read = attlog_sheet_rows(bytes_of({{sheet}}), how);
  EXPECT_TRUE(read) << read.error().front().en;
  return read.value_or(AttLogSheet());
}

std::vector<std::string> faults_of(const RawSheet& sheet, const AttLogReading& how = reading()) {
  const auto read = attlog_sheet_rows(bytes_of({{sheet}}), how);
  std::vector<std::string> faults;
  if (read) return faults;
  for (const auto& fault : read.error()) faults.push_back(fault.en);
  return faults;
}

TEST(AttLogSheet, TakesATapFromEachRow) {
  RawSheet sheet("Chấm công");
  sheet.text("A1", "BẢNG CHẤM CÔNG THÁNG 7").texts("A3", {"STT", "Mã NV", "Họ tên", "Ngày", "Giờ"});
  sheet.texts("A4", {"1", "CB07", "An", "09/07/2026", "07:31:02"});
  sheet.texts("A5", {"2", "CB07", "An"})
      .number("D5", "46212", RawStyle::date)
      .number("E5", "0.7125", RawStyle::clock);
  const auto taps = read(sheet);
  EXPECT_EQ(taps.rows, "2026-07-09 07:31:02,CB07,may-1\n2026-07-09 17:06:00,CB07,may-1\n");
  EXPECT_THAT(taps.from, ElementsAre(4U, 5U));
}

TEST(AttLogSheet, TakesDateAndTimeFromOneCell) {
  RawSheet sheet("Log");
  sheet.texts("A1", {"ID", "Name", "Thời gian"}).texts("A2", {"CB07", "An", "09/07/2026 07:31"});
  sheet.texts("A3", {"CB07", "An"}).number("C3", "46212.5", RawStyle::date_and_clock);
  EXPECT_EQ(read(sheet).rows, "2026-07-09 07:31:00,CB07,may-1\n2026-07-09 12:00:00,CB07,may-1\n");
}

TEST(AttLogSheet, TakesSeveralTapsFromADay) {
  RawSheet sheet("Ngày");
  sheet.texts("A1", {"Mã chấm công", "Ngày", "Vào 1", "Ra 1", "Vào 2", "Ra 2", "Tổng giờ"});
  sheet.texts("A2", {"CB07", "09/07/2026", "07:31", "11:32 13:25", "", "-", "8"});
  sheet.texts("A3", {"CB07", "10/07/2026"}).texts("A4", {"Cộng"});
  const auto taps = read(sheet);
  EXPECT_EQ(
      taps.rows,
      "2026-07-09 07:31:00,CB07,may-1\n2026-07-09 11:32:00,CB07,may-1\n2026-07-09 13:25:00,CB07,may-1\n");
  EXPECT_THAT(taps.from, ElementsAre(2U, 2U, 2U));
}

TEST(AttLogSheet, TakesTheMachinesClockBackAndItsNumbersAsCodes) {
  RawSheet sheet("Log");
  sheet.texts("A1", {"Mã NV", "Ngày", "Giờ"}).number("A2", "147").texts("B2", {"09/07/2026", "00:00:30"});
  auto how = reading({{"147", "CB07"}});
  how.clock_ahead = std::chrono::seconds(60);
  EXPECT_EQ(read(sheet, how).rows, "2026-07-08 23:59:30,CB07,may-1\n");
}

TEST(AttLogSheet, NamesTheCellThatItCannotRead) {
  RawSheet sheet("Log");
  sheet.texts("A1", {"Mã NV", "Ngày", "Giờ"});
  sheet.number("A2", "147").texts("B2", {"09/07/2026", "07:31"});
  sheet.texts("A3", {"CB07", "31/02/2026", "07:31"}).texts("A4", {"CB07", "09/07/2026", "731"});
  sheet.texts("A5", {"", "09/07/2026", "07:31"}).texts("A6", {"CB07", "", "07:31"});
  EXPECT_THAT(
      faults_of(sheet),
      ElementsAre(StartsWith("Log!A2: the code is a number"), StartsWith("Log!B3: is not a date"),
                  StartsWith("Log!C4: is no time"), StartsWith("Log!C5: the row has a time and no number"),
                  StartsWith("Log!C6: the row has a time and no date")));
  EXPECT_THAT(faults_of(sheet, reading({{"x", "CB1"}})),
              testing::Contains(HasSubstr("number 147 of the machine")));
}

TEST(AttLogSheet, DoubtsDatesWhoseOrderIsNotClear) {
  RawSheet sheet("Log");
  sheet.texts("A1", {"Mã NV", "Ngày", "Giờ"});
  sheet.texts("A2", {"CB07", "07/13/2026", "07:31"}).texts("A3", {"CB07", "07/09/2026", "07:31"});
  EXPECT_THAT(faults_of(sheet), SizeIs(2));
}

TEST(AttLogSheet, RefusesAWorkbookWithoutSuchATableOrWithTwo) {
  EXPECT_THAT(faults_of(RawSheet("S").text("A1", "x")), ElementsAre(StartsWith("no sheet has a header")));
  RawSheet one("A"), other("B");
  for (auto* sheet : {&one, &other}) sheet->texts("A1", {"Mã NV", "Ngày", "Giờ"});
  const auto both = attlog_sheet_rows(bytes_of({{one, other}}), reading());
  ASSERT_FALSE(both);
  EXPECT_THAT(both.error().front().en, StartsWith("several sheets hold times"));
}

}  // namespace
}  // namespace badge::tools
