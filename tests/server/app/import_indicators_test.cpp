// Indicators of other systems on their way into the store and out of it.
#include <gtest/gtest.h>

#include "server/app/imports/concerns.hpp"
#include "server/app/imports/fact_imports.hpp"
#include "server/store/store.hpp"
#include "tests/server/app/import_facts.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::app::test {
namespace {

using inspection::Indicator, inspection::IndicatorValue;

constexpr std::string_view units =
    "code,name,kind,parent_code,valid_from,valid_to\n"
    "UBND,Ủy ban nhân dân tỉnh,tỉnh,,2020-01-01,\n"
    "SNV,Sở Nội vụ,sở,UBND,2020-01-01,2026-08-15\n";
constexpr std::string_view values =
    "unit_code;period;indicator;value;source_paper\n"
    "SNV;2026-Q3;hồ sơ trễ hạn;4;BC 12\n"
    "SNV;2026-q3;Tỷ lệ dịch vụ công trực tuyến;62,5;BC 12\n"
    "SNV;2026-07;dossiers_late;1;BC 9\n"
    "SNV;2025;online_service_percent;60;BC 1\n";

class Indicators : public testing::Test {
 protected:
  auto import(ImportKind kind, std::string_view text, bool withdraw = false) {
    return imports_.run({kind, text, "file.csv", "admin", false, Language::en, withdraw});
  }
  [[nodiscard]] std::vector<IndicatorValue> stored() const { return store_.snapshot().indicators(); }

  badge::test::TempDir folder_;
  store::Store store_{{.data_folder = folder_.path() / "data",
                       .create = true,
                       .now = {},
                       .on_committed = {},
                       .pages_max = 0}};
  FactImports imports_{store_};
};

TEST_F(Indicators, ComeBackAsTheFileStatedThem) {
  ASSERT_TRUE(import(ImportKind::units, units));
  ASSERT_TRUE(import(ImportKind::indicators, values)) << "a unit that existed in a part of the period";
  const std::vector<IndicatorValue> expected = {
      {"SNV", {2025}, Indicator::online_service_percent, 600, "BC 1"},
      {"SNV", {2026, 0, 7}, Indicator::dossiers_late, 1, "BC 9"},
      {"SNV", {2026, 3}, Indicator::dossiers_late, 4, "BC 12"},
      {"SNV", {2026, 3}, Indicator::online_service_percent, 625, "BC 12"}};
  EXPECT_EQ(stored(), expected);
}

TEST_F(Indicators, AreMendedByAnotherRowOfTheirKeyAndWithdrawnByIt) {
  ASSERT_TRUE(import(ImportKind::units, units));
  ASSERT_TRUE(import(ImportKind::indicators, values));
  const auto mended = import(ImportKind::indicators,
                             "unit_code,period,indicator,value,source_paper\n"
                             "SNV,2026-Q3,dossiers_late,5,BC 14\nSNV,2026-07,dossiers_late,1,BC 9\n");
  ASSERT_TRUE(mended);
  EXPECT_EQ(mended->changed, 1U);
  EXPECT_EQ(mended->unchanged, 1U);
  const auto gone =
      import(ImportKind::indicators, "unit_code,period,indicator\nSNV,2026-Q3,Hồ sơ trễ hạn\n", true);
  ASSERT_TRUE(gone);
  EXPECT_EQ(gone->withdrawn, 1U);
  EXPECT_EQ(stored().size(), 3U);
  EXPECT_FALSE(
      import(ImportKind::indicators, "unit_code,period,indicator\nSNV,2026-Q3,dossiers_late\n", true));
}

TEST_F(Indicators, KeepTheirUnit) {
  ASSERT_TRUE(import(ImportKind::units, units));
  ASSERT_TRUE(import(ImportKind::indicators, values));
  const auto refused = import(ImportKind::units, "code,valid_from\nSNV,2020-01-01\n", true);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().listed.at(0).message.find("is still used by indicators"), std::string::npos)
      << refused.error().listed.at(0).message;
  ASSERT_TRUE(import(ImportKind::indicators, values, true));
  EXPECT_TRUE(import(ImportKind::units, "code,valid_from\nSNV,2020-01-01\n", true));
}

TEST_F(Indicators, AreNothingThatEntrancesHearOf) {
  ASSERT_TRUE(import(ImportKind::units, units));
  const auto version = store_.snapshot().version().entrance_version;
  ASSERT_TRUE(import(ImportKind::indicators, values));
  EXPECT_EQ(store_.snapshot().version().entrance_version, version);
}

TEST_F(Indicators, ConcernNobody) {
  const auto plan = plan_import(ImportKind::indicators,
                                "unit_code,period,indicator,value,source_paper\n"
                                "SNV,2026-Q3,dossiers_late,5,BC 14\n",
                                small_office(), Language::en);
  ASSERT_TRUE(plan);
  const attendance::RuleBook book(small_office());
  const auto concerns = concerns_of(*plan, book, day("2026-10-01"));
  EXPECT_EQ(concerns.people, 0U);
}

}  // namespace
}  // namespace badge::app::test
