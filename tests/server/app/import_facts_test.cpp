// Whole files into a real store.
#include "server/app/imports/fact_imports.hpp"

#include <gtest/gtest.h>

#include "server/store/store.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::app::test {
namespace {

class FactImport : public testing::Test {
 protected:
  auto import(ImportKind kind, std::string_view text, bool dry_run = false) {
    return imports_.run({kind, text, "file.csv", "admin", dry_run, Language::en});
  }
  auto withdraw(ImportKind kind, std::string_view text, bool dry_run = false) {
    return imports_.run({kind, text, "file.csv", "admin", dry_run, Language::en, true});
  }

  badge::test::TempDir folder_;
  store::Store store_{{.data_folder = folder_.path() / "data",
                       .create = true,
                       .now = {},
                       .on_committed = {},
                       .pages_max = 0}};
  SecretKey key_ = SecretKey::load_or_make(folder_.path() / "secret.key");
  FactImports imports_{store_, &key_};
};

constexpr std::string_view units =
    "code,name,kind,parent_code,valid_from,valid_to\n"
    "UBND,Ủy ban nhân dân tỉnh,tỉnh,,2020-01-01,\n"
    "SNV,Sở Nội vụ,sở,UBND,2020-01-01,\n";
constexpr std::string_view staff =
    "code,full_name,unit_code,position,category,valid_from,valid_to\n"
    "NV1,Nguyễn Văn An,SNV,Chuyên viên,công chức,2024-01-01,\n";
constexpr std::string_view schedules = R"([[schedule]]
name = "hanh-chinh"
[[schedule.season]]
valid_from = 2026-01-01
weekdays = ["mon", "tue"]
sessions = [{ name = "sáng", start = "07:30", end = "11:30" }]
)";

struct File {
  ImportKind kind;
  std::string_view text;
};

/// Every kind, in the order in which an office imports them.
const std::vector<File>& every_kind() {
  static const std::vector<File> files = {
      {ImportKind::units, units},
      {ImportKind::entrances, "entrance,unit_code,valid_from,valid_to\ncong-a,UBND,2024-01-01,\n"},
      {ImportKind::staff, staff},
      {ImportKind::badges, "staff_code,uid,valid_from,valid_to,state\nNV1,04A1B2C3D4E5F6,2024-01-01,,\n"},
      {ImportKind::card_numbers,
       "staff_code,number,valid_from,valid_to\nNV1,H10.001099000001.CC,2026-01-01,\n"},
      {ImportKind::temporary_cards,
       "label,uid,unit_code,valid_from,valid_to\nTT-01,04A1B2C3D4E5F7,SNV,2026-01-01,\n"},
      {ImportKind::reader_ends,
       "entrance,reader,at,ruled_by,reason\ncong-a,cong-a-1,2026-03-09,Lê Thị Hà,hỏng\n"},
      {ImportKind::schedules, schedules},
      {ImportKind::assignments,
       "schedule,unit_code,staff_code,valid_from,valid_to\nhanh-chinh,UBND,,2026-01-01,\n"},
      {ImportKind::calendar, "date,kind,name,works_like\n2026-01-10,working,Làm bù,fri\n"},
      {ImportKind::heads,
       "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV,NV1,quyền,2026-01-01,,QĐ 1\n"},
      {ImportKind::successions, "from_unit,to_unit,date,paper\nSNV,UBND,2026-01-01,12/QĐ-UBND\n"},
      {ImportKind::pay_periods, "unit_code,valid_from,first_day\nUBND,2026-01-26,26\n"},
      {ImportKind::absences,
       "staff_code,kind,from,to,sessions,paper,reported_at\nNV1,sick,2026-03-09,2026-03-10,sáng,1,2026-03-09 "
       "07:00\nNV1,công tác,2026-04-06,2026-04-08,,QĐ 4,\n"},
      {ImportKind::regimes,
       "staff_code,kind,place,minutes_a_day,from,to,paper\nNV1,nursing,split,60,2026-01-01,2026-06-30,\n"},
      {ImportKind::duties, "date,schedule,unit_code,staff_code,paper\n2026-03-16,hanh-chinh,SNV,NV1,\n"},
      {ImportKind::duty_slots,
       "unit_code,schedule,from,to,weekdays,people_min\nSNV,hanh-chinh,2026-01-01,,mon,1\n"},
      {ImportKind::corrections,
       "staff_code,unit_code,date,session,effect,at,from_time,to_time,cause,explanation,decision,decided_by,"
       "decision_reason,paper\n,SNV,2026-03-12,,present,,07:00,08:20,mất điện,,approved,Lê Thị Hà,,\n"},
      {ImportKind::entitlements,
       "staff_code,year,service_from,base_days,carried_days,carried_until,paper\nNV1,2026,2015-05-01,12,0.5,"
       "2026-03-31,\n"},
      {ImportKind::credits,
       "staff_code,kind,date,from_time,to_time,earns_min,expires,paper,approved_by\nNV1,trực,2026-04-25,19:"
       "00,07:00,"
       "720,2026-07-31,,Lê Thị Hà\n"},
      {ImportKind::indicators,
       "unit_code,period,indicator,value,source_paper\nSNV,2026-Q3,hồ sơ trễ hạn,4,BC 12\n"
       "SNV,2026-Q3,online_service_percent,\"62,5\",BC 12\nUBND,2026-07,tasks_in_time,31,BC 13\n"},
      {ImportKind::symbols,
       "unit_code,valid_from,meaning,symbol,name,column,weight\n,2026-07-01,công tác,CT,Công tác,lương thời "
       "gian,1\nSNV,2026-07-01,worked,X,Làm việc,Ngày công,\"0,5\"\nSNV,2026-07-01,sick,,Ốm,none,\n"},
      {ImportKind::timesheet_forms,
       "unit_code,valid_from,method,half_days,budget_code,approver\n,2026-07-01,,,,\n"
       "SNV,2026-07-01,nghỉ bù,phần dài hơn,1057812,Giám đốc\n"},
      {ImportKind::named_periods,
       "code,name,from,to,compared_from,compared_to\ntruoc-tet-2026,Trước Tết Bính Ngọ,02/02/2026,13/02/2026,"
       "13/01/2025,24/01/2025\nsau-tet-2026,Sau Tết Bính Ngọ,23/02/2026,06/03/2026,,\n"},
      {ImportKind::list_rules,
       "unit_code,valid_from,late_times,away_min,rule\n,2026-07-01,3,,\nSNV,2026-07-01,,15,Nội quy\n"},
      {ImportKind::trip_reports, "staff_code,trip_from,reported_on,paper\nNV1,2026-04-06,20/04/2026,BC 4\n"},
  };
  return files;
}

TEST_F(FactImport, ChangesNothingWhenAnyFileIsImportedTwice) {
  for (const auto& [kind, text] : every_kind()) {
    const auto first = import(kind, text);
    ASSERT_TRUE(first.has_value()) << to_string(kind) << ": " << first.error().listed.at(0).message;
    EXPECT_EQ(first->added, first->rows) << to_string(kind);
    EXPECT_GT(first->rows, 0U);
  }
  const auto version = store_.snapshot().version();
  for (const auto& [kind, text] : every_kind()) {
    const auto again = import(kind, text);
    ASSERT_TRUE(again.has_value()) << to_string(kind) << ": " << again.error().listed.at(0).message;
    EXPECT_EQ(again->unchanged, again->rows) << to_string(kind);
  }
  EXPECT_EQ(store_.snapshot().version(), version);
}

TEST_F(FactImport, StoresNothingOfAFileWithOneBadRow) {
  ASSERT_TRUE(import(ImportKind::units, units));
  const auto refused = import(ImportKind::staff, std::string(staff) + "NV2,,SNV,,,2024-01-01,\n");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().listed.at(0).line, 3U);
  EXPECT_TRUE(store_.snapshot().roster_facts().postings.empty());
}

TEST_F(FactImport, CountsButStoresNothingInADryRun) {
  const auto dry = import(ImportKind::units, units, true);
  ASSERT_TRUE(dry.has_value());
  EXPECT_EQ(dry->added, 2U);
  EXPECT_TRUE(store_.snapshot().roster_facts().units.empty());
}

TEST_F(FactImport, SupersedesARowByItsKeyAndLogsWhoDidIt) {
  ASSERT_TRUE(import(ImportKind::units, units));
  const auto renamed =
      import(ImportKind::units,
             "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ mới,sở,UBND,2020-01-01,\n");
  ASSERT_TRUE(renamed.has_value());
  EXPECT_EQ(renamed->changed, 1U);
  const auto facts = store_.snapshot().roster_facts();
  ASSERT_EQ(facts.units.size(), 2U);
  EXPECT_EQ(facts.units[0].name, "Sở Nội vụ mới");
  const auto log = store_.snapshot().fact_log(10);
  ASSERT_EQ(log.size(), 2U);
  EXPECT_EQ(log[0].author, "admin");
  EXPECT_EQ(log[0].origin, "file.csv");
}

TEST_F(FactImport, IsTakenBackByWithdrawingTheSameFiles) {
  for (const auto& [kind, text] : every_kind()) ASSERT_TRUE(import(kind, text)) << to_string(kind);
  const auto& files = every_kind();
  for (auto file = files.rbegin(); file != files.rend(); ++file) {  // what others refer to goes last
    const auto dry = withdraw(file->kind, file->text, true);
    ASSERT_TRUE(dry.has_value()) << to_string(file->kind) << ": " << dry.error().listed.at(0).message;
    const auto real = withdraw(file->kind, file->text);
    ASSERT_TRUE(real.has_value()) << to_string(file->kind) << ": " << real.error().listed.at(0).message;
    EXPECT_EQ(real->withdrawn, real->rows) << to_string(file->kind);
    EXPECT_FALSE(withdraw(file->kind, file->text)) << to_string(file->kind);
  }
  const auto facts = store_.snapshot().roster_facts();
  EXPECT_TRUE(facts.units.empty() && facts.schedules.empty() && facts.calendar.empty() &&
              facts.credits.empty());
  for (const auto& [kind, text] : every_kind()) {
    const auto again = import(kind, text);
    ASSERT_TRUE(again.has_value()) << to_string(kind);
    EXPECT_EQ(again->added, again->rows) << to_string(kind);
  }
}

TEST_F(FactImport, WithdrawsNothingOfAFileWithOneRowThatNamesNothing) {
  ASSERT_TRUE(import(ImportKind::calendar, "date,kind,name,works_like\n2026-04-30,holiday,Lễ,\n"));
  const auto refused = withdraw(ImportKind::calendar, "date\n2026-04-30\n2026-05-01\n");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().listed.at(0).line, 3U);
  EXPECT_EQ(store_.snapshot().roster_facts().calendar.size(), 1U);
}

}  // namespace
}  // namespace badge::app::test
