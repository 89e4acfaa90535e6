// badgectl as a person uses it, against the real server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/server/documents/raw_workbook.hpp"
#include "tests/tools/badgectl/running_server.hpp"

namespace badge::tools::test {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view units =
    "code,name,kind,parent_code,valid_from,valid_to\n"
    "UBND,Ủy ban nhân dân tỉnh,tỉnh,,2020-01-01,\n"
    "SNV,Sở Nội vụ,sở,UBND,2020-01-01,\n";
constexpr std::string_view staff =
    "code,full_name,unit_code,position,category,valid_from,valid_to\n"
    "NV1,Nguyễn Văn An,SNV,Chuyên viên,công chức,2024-01-01,\n";

class Badgectl : public testing::Test {
 protected:
  /// Imports units and one person.
  void make_office() {
    server_.file("units.csv", units);
    server_.file("staff.csv", staff);
    ASSERT_EQ(server_.badgectl({"import", "units", "units.csv"}).status, 0);
    ASSERT_EQ(server_.badgectl({"import", "staff", "staff.csv"}).status, 0);
  }

  RunningServer server_;
};

TEST_F(Badgectl, SaysWhatAnImportChangedAndThatTheSecondChangedNothing) {
  server_.file("units.csv", units);
  const auto first = server_.badgectl({"import", "units", "units.csv"});
  EXPECT_EQ(first.status, 0) << first.errors;
  EXPECT_EQ(first.output, "units.csv: 2 rows: 2 added, 0 changed, 0 unchanged.\n");
  EXPECT_EQ(server_.badgectl({"import", "units", "units.csv"}).output,
            "units.csv: 2 rows: 0 added, 0 changed, 2 unchanged.\n");
}

TEST_F(Badgectl, PrintsALineForEachErrorOfAFile) {
  make_office();
  server_.file("more.csv", std::string(staff) + "NV2,,SNV,,,2024-01-01,\nNV3,Bé,SNV-05,,,2024-01-01,\n");
  const auto refused = server_.badgectl({"import", "staff", "more.csv"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.output, IsEmpty());
  EXPECT_EQ(
      refused.errors,
      "more.csv:3: full_name: is empty; this column must be filled\n"
      "more.csv:4: unit_code \"SNV-05\": no unit has this code; import the units first, or mend the code\n"
      "2 errors, nothing was imported.\n");
  EXPECT_THAT(server_.badgectl_vietnamese({"import", "staff", "more.csv"}).errors,
              HasSubstr("more.csv:3: full_name: chưa có giá trị; cột này bắt buộc\n"));
}

TEST_F(Badgectl, ChecksWithoutImportingInADryRun) {
  server_.file("units.csv", units);
  const auto dry = server_.badgectl({"import", "units", "units.csv", "--dry-run"});
  EXPECT_EQ(dry.status, 0);
  EXPECT_THAT(dry.output, HasSubstr("2 added"));
  EXPECT_THAT(dry.output, HasSubstr("nothing was imported"));
  EXPECT_THAT(server_.badgectl({"import", "units", "units.csv"}).output, HasSubstr("2 added"));
}

TEST_F(Badgectl, WithdrawsWhatAFileNamesAndNothingTwice) {
  server_.file("calendar.csv", "date,kind,name,works_like\n2026-04-30,holiday,Ngày Chiến thắng,\n");
  EXPECT_THAT(server_.badgectl({"import", "calendar", "calendar.csv"}).output, HasSubstr("1 added"));
  EXPECT_THAT(server_.badgectl({"withdraw", "calendar", "calendar.csv", "--dry-run"}).output,
              HasSubstr("1 withdrawn; a dry run, nothing was withdrawn"));
  EXPECT_THAT(server_.badgectl({"withdraw", "calendar", "calendar.csv"}).output,
              HasSubstr("calendar.csv: 1 rows: 1 withdrawn."));
  const auto again = server_.badgectl({"withdraw", "calendar", "calendar.csv"});
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.errors, HasSubstr("calendar.csv:2: date \"2026-04-30\": nothing in force has this key"));
  EXPECT_THAT(again.errors, EndsWith("1 error, nothing was withdrawn.\n"));
}

TEST_F(Badgectl, CutsAFileOfTapsIntoSlicesAndImportsItOnce) {
  make_office();
  std::string taps =
      "\xEF\xBB\xBF"
      "at;uid;staff_code;reader\r\n";
  constexpr int rows = 30000;  // more than one slice
  for (int i = 0; i < rows; ++i) {
    const auto second = std::to_string(100 + i % 60).substr(1),
               minute = std::to_string(100 + i / 60 % 60).substr(1),
               hour = std::to_string(100 + i / 3600).substr(1);
    taps += "2026-03-09 " + hour + ":" + minute + ":" + second + ";;NV1;cong-a\r\n";
  }
  server_.file("taps.csv", taps);
  const auto first = server_.badgectl(
      {"import", "taps", "taps.csv", "--complete-for", "SNV", "--from", "2026-03-01", "--to", "2026-03-31"});
  EXPECT_EQ(first.status, 0) << first.errors;
  EXPECT_EQ(first.output, "taps.csv: 30000 rows: 30000 added, 0 changed, 0 unchanged.\n");
  EXPECT_EQ(server_.badgectl({"import", "taps", "taps.csv"}).output,
            "taps.csv: 30000 rows: 0 added, 0 changed, 30000 unchanged.\n");
}

TEST_F(Badgectl, NamesTheLinesOfBadTapsInEverySlice) {
  make_office();
  std::string taps = "at,staff_code\n";
  for (int i = 0; i < 20000; ++i) taps += i == 3 || i == 19000 ? "soon,NV1\n" : "2026-03-09 07:31,NV1\n";
  server_.file("taps.csv", taps);
  const auto refused = server_.badgectl({"import", "taps", "taps.csv"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.errors, HasSubstr("taps.csv:5: at \"soon\": is not a time"));
  EXPECT_THAT(refused.errors, HasSubstr("taps.csv:19002: at \"soon\": is not a time"));
  EXPECT_THAT(refused.errors, EndsWith("2 errors, nothing was imported.\n"));
  EXPECT_THAT(server_.badgectl({"import", "taps", "taps.csv", "--dry-run"}).errors,
              EndsWith("nothing was imported.\n"));
}

TEST_F(Badgectl, TakesTheLogOfAnAttendanceMachineByItsNumbersAndItsClock) {
  make_office();
  server_.file("codes.csv", "number,staff_code\n147,NV1\n");
  server_.file("1_attlog.dat",
               "      147\t2026-03-09 07:32:32\t1\t0\t1\t0\r\n      147\t2026-03-09 17:01:30\t1\t1\r\n");
  const std::vector<std::string> import = {"import",        "attlog", "1_attlog.dat", "--codes", "codes.csv",
                                           "--clock-ahead", "90"};
  EXPECT_EQ(server_.badgectl(import).output, "1_attlog.dat: 2 rows: 2 added, 0 changed, 0 unchanged.\n");
  EXPECT_EQ(server_.badgectl(import).output, "1_attlog.dat: 2 rows: 0 added, 0 changed, 2 unchanged.\n");
  EXPECT_THAT(server_.badgectl({"why", "--staff", "NV1", "--date", "2026-03-09"}).output,
              HasSubstr("07:31:02"));
  const auto refused = server_.badgectl({"import", "attlog", "1_attlog.dat"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.errors, HasSubstr("1_attlog.dat:1: staff_code \"147\": nobody has this code"))
      << "the line of the log itself";
  server_.file("2_attlog.dat", "147 2026-03-09 07:32:32\n148 2026-03-09\n");
  EXPECT_THAT(server_.badgectl({"import", "attlog", "2_attlog.dat"}).errors, HasSubstr("2_attlog.dat:2: "));
  EXPECT_NE(server_.badgectl({"import", "taps", "taps.csv", "--clock-ahead", "90"}).status, 0);
}

TEST_F(Badgectl, TakesTheWorkbookOfAnAttendanceMachine) {
  make_office();
  server_.file("codes.csv", "number,staff_code\n147,NV1\n");
  documents::test::RawSheet sheet("Chấm công");
  sheet.texts("A3", {"Mã NV", "Ngày", "Vào", "Ra"})
      .number("A4", "147")
      .texts("B4", {"09/03/2026", "07:32:32", "17:01"});
  server_.file("may-1.xlsx", documents::test::bytes_of({{sheet}}));
  EXPECT_EQ(
      server_.badgectl({"import", "attlog", "may-1.xlsx", "--codes", "codes.csv", "--clock-ahead", "90"})
          .output,
      "may-1.xlsx: 2 rows: 2 added, 0 changed, 0 unchanged.\n");
  EXPECT_THAT(server_.badgectl({"why", "--staff", "NV1", "--date", "2026-03-09"}).output,
              HasSubstr("07:31:02"));
  sheet.text("A4", "NV9");
  server_.file("may-1.xlsx", documents::test::bytes_of({{sheet}}));
  EXPECT_THAT(server_.badgectl({"import", "attlog", "may-1.xlsx"}).errors,
              HasSubstr("may-1.xlsx:4: staff_code \"NV9\": nobody has this code"))
      << "the row of the sheet";
}

TEST_F(Badgectl, NamesTheCellOfAWorkbook) {
  documents::test::RawSheet sheet("Đơn vị");
  sheet.texts("A2", {"Mã đơn vị", "Tên đơn vị", "Cấp trên", "Từ ngày"})
      .texts("A3", {"SXD", "Sở Xây dựng", "", "x"});
  server_.file("don-vi.xlsx", documents::test::bytes_of({{sheet}}));
  EXPECT_THAT(server_.badgectl({"import", "units", "don-vi.xlsx"}).errors,
              HasSubstr("don-vi.xlsx: Đơn vị!D3: valid_from \"x\": is not a day"));
}

TEST_F(Badgectl, PrintsATokenAloneAndOnce) {
  const auto added = server_.badgectl({"bridge", "add", "cong-a", "--entrance", "cong-a"});
  EXPECT_EQ(added.status, 0) << added.errors;
  EXPECT_THAT(added.output, MatchesRegex("[A-Za-z0-9_-]{32,}\n"));
  const auto listed = server_.badgectl({"bridge", "list"});
  EXPECT_THAT(listed.output, HasSubstr("cong-a"));
  EXPECT_THAT(listed.output, Not(HasSubstr(added.output.substr(0, added.output.size() - 1))));
  EXPECT_EQ(server_.badgectl({"bridge", "add", "cong-a"}).status, 1);
  EXPECT_EQ(server_.badgectl({"bridge", "revoke", "cong-a"}).status, 0);
  EXPECT_THAT(server_.badgectl({"bridge", "list"}).output, Not(HasSubstr("cong-a")));
}

TEST_F(Badgectl, LetsAnHrTokenImportButNotAddTokens) {
  const auto token = server_.badgectl({"token", "add", "ltha", "--role", "hr"});
  ASSERT_EQ(token.status, 0) << token.errors;
  std::filesystem::permissions(server_.file("hr.token", token.output), std::filesystem::perms::owner_read);
  server_.file("units.csv", units);
  EXPECT_EQ(server_.badgectl({"--token-file", "hr.token", "import", "units", "units.csv"}).status, 0);
  const auto refused = server_.badgectl({"--token-file", "hr.token", "token", "add", "another"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.output, IsEmpty());
}

TEST_F(Badgectl, LetsAnOfficerOfOneUnitImportNothing) {
  make_office();
  const auto token = server_.badgectl({"token", "add", "ltha", "--role", "hr", "--unit", "SNV"});
  ASSERT_EQ(token.status, 0) << token.errors;
  std::filesystem::permissions(server_.file("hr.token", token.output), std::filesystem::perms::owner_read);
  const auto refused = server_.badgectl({"--token-file", "hr.token", "import", "units", "units.csv"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.errors, HasSubstr("in charge of all units"));
}

TEST_F(Badgectl, BringsAWholeBackupAndNeverOverwritesOne) {
  make_office();
  const auto made = server_.badgectl({"backup", "store.backup"});
  EXPECT_EQ(made.status, 0) << made.errors;
  const auto bytes = server_.read("store.backup");
  EXPECT_THAT(bytes, testing::StartsWith("SQLite format 3"));
  EXPECT_THAT(made.output, HasSubstr("store.backup: " + std::to_string(bytes.size()) + " bytes, sha256 "));
  EXPECT_FALSE(std::filesystem::exists(server_.path("store.backup.part")));
  EXPECT_EQ(server_.badgectl({"backup", "store.backup"}).status, 1);
  EXPECT_EQ(server_.read("store.backup"), bytes);
  EXPECT_THAT(server_.badgectl({"status"}).output, HasSubstr("Server clock"));
}

TEST_F(Badgectl, VerifiesTheStore) {
  const auto verified = server_.badgectl({"verify"});
  EXPECT_EQ(verified.status, 0) << verified.errors;
  EXPECT_THAT(verified.output, EndsWith("Everything derived agrees with the log.\n"));
}

constexpr std::string_view schedules = R"([[schedule]]
name = "hanh-chinh"
[[schedule.season]]
valid_from = 2026-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri"]
sessions = [{ name = "sáng", start = "07:30", end = "11:30", opens_before_min = 120, closes_after_min = 60 }]
)";

TEST_F(Badgectl, ReportsUnitsPeopleAndReasons) {
  make_office();
  server_.file("schedules.toml", schedules);
  server_.file("assignments.csv",
               "schedule,unit_code,staff_code,valid_from,valid_to\nhanh-chinh,UBND,,2026-01-01,\n");
  server_.file("badges.csv", "staff_code,uid,valid_from,valid_to,state\nNV1,04A1B2C3D4E5F6,2024-01-01,,\n");
  server_.file("taps.csv", "at,uid\n2026-03-09 07:37:30,04A1B2C3D4E5F6\n2026-03-09 11:31,04A1B2C3D4E5F6\n");
  ASSERT_EQ(server_.badgectl({"import", "schedules", "schedules.toml"}).status, 0);
  ASSERT_EQ(server_.badgectl({"import", "assignments", "assignments.csv"}).status, 0);
  ASSERT_EQ(server_.badgectl({"import", "badges", "badges.csv"}).status, 0);
  ASSERT_EQ(server_
                .badgectl({"import", "taps", "taps.csv", "--complete-for", "UBND", "--from", "2026-03-01",
                           "--to", "2026-03-31"})
                .status,
            0);

  const auto csv = server_.badgectl({"report", "units", "--month", "2026-03", "--format", "csv"});
  EXPECT_THAT(csv.output,
              StartsWith("unit_code,unit_name,staff,sessions_due,on_time,late,late_min,early,early_min,"
                         "missing,absent,excused,exempt,provisional,on_time_rate\r\n"));
  EXPECT_THAT(csv.output, HasSubstr("SNV,Sở Nội vụ,1,22,0,1,7,0,0,0,21,0,0,0,0.0000\r\n"));
  EXPECT_THAT(csv.output, HasSubstr("UBND,Ủy ban nhân dân tỉnh,1,22,"));
  const auto own =
      server_.badgectl({"report", "units", "--month", "2026-03", "--format", "csv", "--count", "own"});
  EXPECT_THAT(own.output, HasSubstr("UBND,Ủy ban nhân dân tỉnh,0,"));
  const auto table = server_.badgectl({"report", "units", "--month", "2026-03"});
  EXPECT_THAT(table.output, HasSubstr("UBND       Ủy ban nhân dân tỉnh      1        22     0     1     7"));
  EXPECT_THAT(table.output, HasSubstr("SNV          Sở Nội vụ               1        22     0     1     7"));
  EXPECT_THAT(table.output, HasSubstr("0,0 %"));

  const auto person = server_.badgectl({"report", "person", "--staff", "NV1", "--month", "2026-03"});
  EXPECT_THAT(person.output, HasSubstr("Nguyễn Văn An (NV1)"));
  EXPECT_THAT(person.output, HasSubstr("07:37"));
  const auto why = server_.badgectl_vietnamese({"why", "--staff", "NV1", "--date", "2026-03-09"});
  EXPECT_THAT(why.output, HasSubstr("Đi muộn 7 phút"));
  EXPECT_EQ(server_.badgectl({"why", "--staff", "NOBODY", "--date", "2026-03-09"}).status, 1);
}

TEST_F(Badgectl, ReportsLeavePapersAndDuties) {
  make_office();
  server_.file("schedules.toml", schedules);
  server_.file("assignments.csv",
               "schedule,unit_code,staff_code,valid_from,valid_to\nhanh-chinh,UBND,,2026-01-01,\n");
  server_.file("absences.csv",
               "staff_code,kind,from,to,sessions,paper,reported_at\n"
               "NV1,annual_leave,2026-03-09,2026-03-10,,,2026-03-09 07:40\n");
  ASSERT_EQ(server_.badgectl({"import", "schedules", "schedules.toml"}).status, 0);
  ASSERT_EQ(server_.badgectl({"import", "assignments", "assignments.csv"}).status, 0);
  ASSERT_EQ(server_.badgectl({"import", "absences", "absences.csv"}).status, 0);

  const auto person = server_.badgectl({"report", "leave", "--staff", "NV1", "--year", "2026"});
  EXPECT_THAT(person.output, HasSubstr("The year's leave was not stated; used 2 days."));
  EXPECT_THAT(person.output, HasSubstr("2026-03-10       1"));
  const auto people = server_.badgectl_vietnamese({"report", "leave", "--unit", "SNV", "--year", "2026"});
  EXPECT_THAT(people.output, HasSubstr("NV1  Nguyễn Văn An"));
  const auto csv =
      server_.badgectl({"report", "leave", "--unit", "SNV", "--year", "2026", "--format", "csv"});
  EXPECT_THAT(csv.output, StartsWith("staff_code,full_name,unit_code,unit_name,entitled,"));

  const auto papers =
      server_.badgectl_vietnamese({"report", "papers", "--unit", "SNV", "--month", "2026-03"});
  EXPECT_THAT(papers.output, HasSubstr("Chưa ghi số giấy tờ."));
  EXPECT_THAT(papers.output, HasSubstr("Báo muộn 10 phút"));
  const auto duties =
      server_.badgectl_vietnamese({"report", "duties", "--unit", "SNV", "--month", "2026-03"});
  EXPECT_THAT(duties.output, StartsWith("ngày"));

  EXPECT_EQ(server_.badgectl({"report", "leave", "--year", "2026"}).status, 2);
  EXPECT_EQ(server_.badgectl({"report", "leave", "--unit", "SYT", "--year", "2026"}).status, 1);
}

TEST_F(Badgectl, TellsBelowTheTableWhatBecameOfAUnit) {
  make_office();
  server_.file("successions.csv", "from_unit,to_unit,date,paper\nUBND,SNV,2026-03-01,QĐ 7\n");
  ASSERT_EQ(server_.badgectl({"import", "successions", "successions.csv"}).status, 0);
  EXPECT_THAT(server_.badgectl_vietnamese({"report", "units", "--month", "2026-03"}).output,
              EndsWith("Sở Nội vụ (SNV): Tiếp nhận: Ủy ban nhân dân tỉnh (QĐ 7, từ 01/3/2026).\n"));
}

TEST_F(Badgectl, ListsTheGuestsOfAUnitBelowItsTable) {
  make_office();
  server_.file("works_at.csv",
               "code,full_name,unit_code,position,category,valid_from,valid_to,works_at\n"
               "NV1,Nguyễn Văn An,SNV,Chuyên viên,công chức,2024-01-01,,UBND\n");
  const auto imported = server_.badgectl({"import", "staff", "works_at.csv"});
  ASSERT_EQ(imported.status, 0) << imported.errors;
  const auto table = server_.badgectl_vietnamese({"report", "units", "--month", "2026-03", "--unit", "UBND"});
  EXPECT_THAT(table.output, HasSubstr("Người nơi khác đến làm việc tại Ủy ban nhân dân tỉnh (UBND), không "
                                      "tính vào số liệu của đơn vị:\n"));
  EXPECT_THAT(table.output, HasSubstr("NV1         Nguyễn Văn An  Sở Nội vụ  2026-03-01  2026-03-31"));
}

TEST_F(Badgectl, ClosesAMonthAsTheUnitsPayPeriodAndOpensItAgain) {
  make_office();
  server_.file("pay_periods.csv", "unit_code,valid_from,first_day\nUBND,2026-01-26,26\n");
  ASSERT_EQ(server_.badgectl({"import", "pay_periods", "pay_periods.csv"}).status, 0);
  const auto month = [&](std::vector<std::string> words, const std::string& name) {
    words.insert(words.end(), {"--unit", "SNV", "--month", name});
    return server_.badgectl_vietnamese(words);
  };
  EXPECT_THAT(month({"close", "--preliminary"}, "2026-03").output,
              HasSubstr("Đã chốt tạm SNV, 2026-02-26 – 2026-03-25\n"));
  EXPECT_EQ(month({"close", "--preliminary"}, "2026-04").status, 0);
  EXPECT_THAT(month({"reopen", "--reason", "sót giấy"}, "2026-03").output,
              HasSubstr("Đã mở lại bảng công SNV, 2026-02-26 – 2026-03-25\n"));
}

TEST_F(Badgectl, ResetsTheSecondFactorOfALogin) {
  ASSERT_EQ(server_.badgectl({"login", "add", "an", "--role", "hr"}).status, 0);
  const auto reset = server_.badgectl({"login", "reset-second-factor", "an"});
  EXPECT_EQ(reset.status, 0);
  EXPECT_EQ(reset.errors, "an: second factor reset\n");
  EXPECT_EQ(server_.badgectl({"login", "reset-second-factor", "khong-ai"}).status, 1);
}

TEST_F(Badgectl, SaysWhatIsWrongWithTheWayItIsCalled) {
  EXPECT_EQ(server_.badgectl({}).status, 2);
  EXPECT_EQ(server_.badgectl({"import", "nonsense", "admin.token"}).status, 2);
  EXPECT_EQ(server_.badgectl({"import", "units", "not-there.csv"}).status, 2);
  EXPECT_EQ(server_.badgectl({"--server", "http://10.0.0.1", "status"}).status, 2);
  EXPECT_EQ(server_.badgectl({"--help"}).status, 0);
  server_.file("wrong.token", "0123456789");
  const auto unknown = server_.badgectl({"--token-file", "wrong.token", "status"});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_THAT(unknown.errors, HasSubstr("does not know this token"));
  const auto nobody = server_.badgectl({"--server", "http://127.0.0.1:1", "status"});
  EXPECT_EQ(nobody.status, 1);
  EXPECT_THAT(nobody.errors, HasSubstr("is badge-server running?"));
}

}  // namespace
}  // namespace badge::tools::test
