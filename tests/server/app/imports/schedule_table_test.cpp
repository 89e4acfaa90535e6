// Schedules as a table with a row for each session.
#include <gmock/gmock.h>

#include "server/app/imports/plan.hpp"
#include "server/app/imports/sheet_table.hpp"
#include "server/app/imports/written_weekdays.hpp"
#include "tests/server/documents/raw_workbook.hpp"

namespace badge::app {
namespace {

using attendance::Schedule;
using documents::test::bytes_of;
using documents::test::RawSheet;
using testing::HasSubstr;

/// Rows without the columns that are the same in all: an hour before and after each session taps count.
std::string table_of(std::string_view rows) {
  std::string text =
      "opens_before_min,closes_after_min,schedule,valid_from,weekdays,session,start,end,late_grace_min,"
      "flex_later_min,taps\n";
  while (!rows.empty()) {
    const auto end = rows.find('\n') + 1;
    text.append("60,60,").append(rows.substr(0, end));
    rows.remove_prefix(end);
  }
  return text;
}

std::vector<Schedule> schedules_in(std::string_view text) {
  const auto plan = plan_import(ImportKind::schedules, text, {}, Language::en);
  if (!plan) {
    ADD_FAILURE() << plan.error().listed.front().line << ": " << plan.error().listed.front().message;
    return {};
  }
  EXPECT_EQ(plan->rows, plan->facts.size());
  std::vector<Schedule> schedules;
  for (const auto& fact : plan->facts) schedules.push_back(std::get<Schedule>(fact));
  return schedules;
}

ImportErrors errors_in(const std::string& rows) {
  auto plan = plan_import(ImportKind::schedules, table_of(rows), {}, Language::en);
  EXPECT_FALSE(plan) << rows;
  return plan ? ImportErrors{} : plan.error();
}

TEST(ScheduleTable, SaysTheSameAsTheOtherKindOfFile) {
  const auto of_table =
      schedules_in(table_of("hè,2026-04-16,thứ Hai - thứ Sáu,chiều,13:30,17:00,5,,\n"
                            "trực,2026-01-01,mon+sat,đêm,22:00,06:00,,,day_ends\n"
                            "hè,2026-10-16,\"T2, T4\",cả ngày,07:30,16:30,,15,\n"
                            "hè,2026-04-16,,sáng,07:00,11:30,,,each_session\n"));
  const auto of_toml = schedules_in(R"(
[[schedule]]
name = "hè"
[[schedule.season]]
valid_from = 2026-04-16
weekdays = ["mon", "tue", "wed", "thu", "fri"]
sessions = [ { name = "sáng", start = "07:00", end = "11:30", opens_before_min = 60, closes_after_min = 60 },
             { name = "chiều", start = "13:30", end = "17:00", late_grace_min = 5, opens_before_min = 60, closes_after_min = 60 } ]
[[schedule.season]]
valid_from = 2026-10-16
weekdays = ["mon", "wed"]
flex_later_min = 15
sessions = [ { name = "cả ngày", start = "07:30", end = "16:30", opens_before_min = 60, closes_after_min = 60 } ]
[[schedule]]
name = "trực"
taps = "day_ends"
[[schedule.season]]
valid_from = 2026-01-01
weekdays = ["mon", "sat"]
sessions = [ { name = "đêm", start = "22:00", end = "06:00", opens_before_min = 60, closes_after_min = 60 } ]
)");
  ASSERT_EQ(of_table.size(), 2U);
  EXPECT_EQ(of_table, of_toml);
}

TEST(ScheduleTable, IsRefusedWithLineAndColumn) {
  struct Case {
    std::string rows;
    std::size_t line;
    std::string column, message;
  };
  const std::string morning = "hè,2026-04-16,mon,sáng,07:00,11:30,,,\n";
  for (const auto& bad : {
           Case{"hè,2026-04-16,mon,sáng,7 giờ,11:30,,,\n", 2, "start", "is not a time of day"},
           Case{std::string(65, 'h') + ",2026-04-16,mon,sáng,07:00,11:30,,,\n", 2, "schedule", "at most 64"},
           Case{"hè,2026-04-16,mon,sáng,,11:30,,,\n", 2, "start", "must be filled"},
           Case{"hè,2026-04-16,ngày nào đó,sáng,07:00,11:30,,,\n", 2, "weekdays", "must be weekdays"},
           Case{"hè,2026-04-16,,sáng,07:00,11:30,,,\n", 2, "weekdays", "on which weekdays"},
           Case{morning + "hè,2026-04-16,tue,chiều,13:00,17:00,,,\n", 3, "weekdays", "differs from line 2"},
           Case{morning + "hè,2026-04-16,,sáng,13:00,17:00,,,\n", 3, "session", "a session of this name"},
           Case{morning + "hè,2026-04-16,,trưa,11:00,17:00,,,\n", 3, "start", "before session \"sáng\" ends"},
           Case{"hè,2026-04-16,mon,sáng,07:00,11:30,270,,\n", 2, "late_grace_min",
                "shorter than the session"},
           Case{"hè,2026-04-16,mon,sáng,07:00,11:30,,270,\n", 2, "flex_later_min", "(270 min)"},
           Case{morning + "hè,2026-10-16,mon,sáng,07:00,11:30,,,none\n"
                          "hè,2026-12-16,mon,sáng,07:00,11:30,,,first_only\n",
                4, "taps", "differs from line 3"},
       }) {
    const auto errors = errors_in(bad.rows);
    ASSERT_EQ(errors.listed.size(), 1U) << bad.rows;
    EXPECT_EQ(errors.listed[0].line, bad.line) << bad.rows;
    EXPECT_EQ(errors.listed[0].column, bad.column) << bad.rows;
    EXPECT_THAT(errors.listed[0].message, HasSubstr(bad.message));
  }
}

TEST(ScheduleTable, SaysFromWhenUntilWhenTapsCount) {
  const std::string hours = "schedule,valid_from,weekdays,session,start,end";
  const auto silent =
      plan_import(ImportKind::schedules, hours + "\nhè,2026-04-16,mon,sáng,07:00,11:30\n", {}, Language::en);
  ASSERT_FALSE(silent);
  EXPECT_EQ(silent.error().listed[0].column, "opens_before_min");
  const auto narrow = plan_import(ImportKind::schedules,
                                  hours +
                                      ",opens_before_min,closes_after_min\nhè,2026-04-16,mon,sáng,07:00,"
                                      "11:30,0,60\n",
                                  {}, Language::en);
  ASSERT_TRUE(narrow);
  ASSERT_EQ(narrow->notes.size(), 1U);
  EXPECT_THAT(narrow->notes[0], HasSubstr("taps before its start"));
}

TEST(ScheduleTable, NamesAScheduleWithSpacesThatUnitsThenFollow) {
  store::RosterFacts stored;
  stored.units = {{"SNV", "Sở Nội vụ", "", "", {attendance::Date(std::chrono::year(2020) / 1 / 1)}}};
  stored.schedules = schedules_in(table_of("Mùa hè,2026-04-16,mon,sáng,07:00,11:30,,,\n"));
  const auto plan = plan_import(
      ImportKind::assignments, "schedule,unit_code,staff_code,valid_from,valid_to\nMùa hè,SNV,,2026-04-16,\n",
      stored, Language::en);
  ASSERT_TRUE(plan) << plan.error().listed[0].message;
  EXPECT_EQ(plan->added, 1U);
}

TEST(ScheduleTable, IsTakenBackByTheNamesInIt) {
  store::RosterFacts stored;
  stored.schedules = schedules_in(
      table_of("hè,2026-04-16,mon,sáng,07:00,11:30,,,\nđông,2026-10-16,mon,sáng,07:30,11:30,,,\n"));
  const auto plan =
      plan_withdrawal(ImportKind::schedules, "schedule,session\nhè,sáng\nhè,chiều\n", stored, Language::en);
  ASSERT_TRUE(plan);
  ASSERT_EQ(plan->withdrawn.size(), 1U);
  EXPECT_EQ(plan->rows, 1U);
  EXPECT_EQ(std::get<Schedule>(plan->withdrawn[0]).name, "hè");
  const auto unknown = plan_withdrawal(ImportKind::schedules, "schedule\nxuân\n", stored, Language::en);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().listed[0].column, "schedule");
}

TEST(ScheduleTable, IsReadFromAClerksSheetWithMergedCells) {
  RawSheet sheet("Giờ làm việc");
  sheet.text("A1", "LỊCH LÀM VIỆC NĂM 2026");
  sheet.texts("A3", {"STT", "Tên lịch", "Áp dụng từ ngày", "Thứ", "Buổi", "Giờ bắt đầu", "Giờ kết thúc",
                     "Nhận lượt quét trước (phút)", "Nhận lượt quét sau (phút)"});
  sheet.texts("A4", {"1", "Mùa hè", "16/4/2026", "Thứ 2 đến Thứ 6", "sáng", "7h00", "11 giờ 30"})
      .number("H4", "120")
      .number("I4", "60");
  sheet.texts("E5", {"chiều", "13h30", "17h"}).number("H5", "60").number("I5", "240");
  for (const auto* column : {"A", "B", "C", "D"}) sheet.merge(std::string(column) + "4:" + column + "5");
  const auto table = read_sheet_table(bytes_of({{sheet}}), ImportKind::schedules, {}, Language::en);
  ASSERT_TRUE(table) << table.error().listed[0].place << ": " << table.error().listed[0].message;
  const auto schedules = schedules_in(table->csv);
  ASSERT_EQ(schedules.size(), 1U);
  ASSERT_EQ(schedules[0].seasons.size(), 1U);
  const auto& season = schedules[0].seasons[0];
  EXPECT_EQ(season.weekdays, 0b11111);
  ASSERT_EQ(season.sessions.size(), 2U);
  EXPECT_EQ(season.sessions[1].start, std::chrono::minutes(13 * 60 + 30));
  EXPECT_EQ(season.sessions[1].end, std::chrono::hours(17));
}

TEST(WrittenWeekdays, AreNamedOneByOneOrAsARange) {
  EXPECT_EQ(written_weekdays("mon+thu"), 0b1001);
  EXPECT_EQ(written_weekdays("T2, T4,CN"), 0b1000101);
  EXPECT_EQ(written_weekdays("thứ 2 - thứ 6"), 0b11111);
  EXPECT_EQ(written_weekdays("Thứ Hai đến Thứ Bảy"), 0b111111);
  EXPECT_EQ(written_weekdays("mon–wed+sat"), 0b100111);
  for (const auto* text : {"", "mon+", "fri-mon", "mon-mon", "2-6", "mỗi ngày"})
    EXPECT_EQ(written_weekdays(text), std::nullopt) << text;
}

}  // namespace
}  // namespace badge::app
