// Whole files into a real store.
#include "server/app/import_facts.hpp"

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

  badge::test::TempDir folder_;
  store::Store store_{{.data_folder = folder_.path() / "data",
                       .create = true,
                       .now = {},
                       .on_committed = {},
                       .pages_max = 0}};
  FactImports imports_{store_};
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

/// Every kind, in the order in which an office imports them.
const std::vector<std::pair<ImportKind, std::string_view>>& every_kind() {
  static const std::vector<std::pair<ImportKind, std::string_view>> files = {
      {ImportKind::units, units},
      {ImportKind::staff, staff},
      {ImportKind::badges, "staff_code,uid,valid_from,valid_to,state\nNV1,04A1B2C3D4E5F6,2024-01-01,,\n"},
      {ImportKind::entrances, "entrance,unit_code,valid_from,valid_to\ncong-a,UBND,2024-01-01,\n"},
      {ImportKind::schedules, schedules},
      {ImportKind::assignments,
       "schedule,unit_code,staff_code,valid_from,valid_to\nhanh-chinh,UBND,,2026-01-01,\n"},
      {ImportKind::calendar, "date,kind,name,works_like\n2026-01-10,working,Làm bù,fri\n"},
      {ImportKind::absences,
       "staff_code,kind,from,to,sessions,paper,reported_at\nNV1,sick,2026-03-09,2026-03-10,sáng,1,2026-03-09 "
       "07:00\n"},
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

}  // namespace
}  // namespace badge::app::test
