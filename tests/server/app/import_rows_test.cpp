// What every CSV file has in common: columns, encodings, dates, how errors are told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/app/import_facts.hpp"

namespace badge::app::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view header = "code,full_name,unit_code,position,category,valid_from,valid_to\n";

std::string staff(std::string_view rows) { return std::string(header) + std::string(rows); }

const attendance::Posting& only_posting(const tl::expected<ImportPlan, ImportErrors>& plan) {
  return std::get<attendance::Posting>(plan.value().facts.at(0));
}

TEST(ImportRows, ReadsBothWaysToWriteADateAndAnOpenEnd) {
  const auto plan = plan_import(ImportKind::staff,
                                staff("NV2,Trần Thị Bé,SNV,Chuyên viên,công chức,2026-03-09,31/12/2026\n"
                                      "NV3,Lê Văn Cư,SNV,,CIVIL_SERVANT,9/3/2026,\n"),
                                small_office(), Language::vi);
  ASSERT_TRUE(plan.has_value());
  EXPECT_EQ(plan->rows, 2U);
  EXPECT_EQ(plan->added, 2U);
  EXPECT_THAT(
      plan->facts,
      ElementsAre(store::Fact(attendance::Posting{"NV2", "Trần Thị Bé", "SNV", "Chuyên viên", "civil_servant",
                                                  during("2026-03-09", "2026-12-31"), 1}),
                  store::Fact(attendance::Posting{"NV3", "Lê Văn Cư", "SNV", "", "civil_servant",
                                                  from("2026-03-09"), 2})));
}

TEST(ImportRows, TakesTheColumnsInAnyOrderAndSaysWhichOnesItIgnored) {
  const auto plan = plan_import(
      ImportKind::staff,
      "\xEF\xBB\xBFghi chú;valid_from;valid_to;full_name;CODE;position;category;unit_code;list_order\r\n"
      "mới;2026-03-09;;Lê Văn Cư;NV3;;;SNV;7\r\n",
      small_office(), Language::en);
  ASSERT_TRUE(plan.has_value());
  EXPECT_EQ(only_posting(plan).list_order, 7);
  EXPECT_EQ(only_posting(plan).staff_code, "NV3");
  EXPECT_THAT(plan->notes, ElementsAre("column \"ghi chú\" was ignored"));
}

TEST(ImportRows, NamesEveryColumnThatIsMissing) {
  EXPECT_THAT(errors_of(ImportKind::staff, "code,full_name,unit_code,position,category\nNV2,A,SNV,,\n"),
              ElementsAre(HasSubstr("1 valid_from"), HasSubstr("1 valid_to")));
}

TEST(ImportRows, ReportsEveryBadRowInOrderOfLines) {
  EXPECT_THAT(
      errors_of(ImportKind::staff, staff("NV2,,SNV,,,2026-03-09,\n"
                                         "NV3,B,NONE,,,2026-03-09,\n"
                                         "NV4,C,SNV,,,2026-02-30,\n"
                                         "NV5,D,SNV,,king,2026-03-09,2026-03-08\n"
                                         "NV6,E,SNV\n")),
      ElementsAre("2 full_name : is empty; this column must be filled",
                  "3 unit_code NONE: no unit has this code; import the units first, or mend the code",
                  "4 valid_from 2026-02-30: is not a day from 1900 to 2037; write 2026-03-09 or 09/03/2026",
                  HasSubstr("5 category king: is not known; use one of: cadre, civil_servant"),
                  "6  : has 3 fields where the first line has 7 columns; look at the \",\" and quotes"));
}

TEST(ImportRows, SaysWhenASpanEndsBeforeItBegins) {
  EXPECT_THAT(errors_of(ImportKind::staff, staff("NV5,D,SNV,,,2026-03-09,2026-03-08\n")),
              ElementsAre("2 valid_to 2026-03-08: ends before it begins (on 09/03/2026)"));
}

TEST(ImportRows, SpeaksVietnameseUnlessAskedOtherwise) {
  const auto plan =
      plan_import(ImportKind::staff, staff("NV2,A,SGTVT,,,2026-03-09,\n"), small_office(), language_of(""));
  ASSERT_FALSE(plan.has_value());
  EXPECT_EQ(plan.error().listed.at(0).message,
            "đơn vị này kết thúc ngày 30/06/2025; từ ngày 01/07/2025 có \"SXD\" (Sở Xây dựng) thay thế");
}

TEST(ImportRows, ListsAThousandErrorsAndCountsTheRest) {
  std::string rows;
  for (int i = 0; i < 3000; ++i) rows += "NV2,A,NONE,,,bad,\n";
  const auto plan = plan_import(ImportKind::staff, staff(rows), small_office(), Language::vi);
  ASSERT_FALSE(plan.has_value());
  EXPECT_EQ(plan.error().listed.size(), import_errors_listed_max);
  EXPECT_EQ(plan.error().listed.front().line, 2U);
  EXPECT_EQ(plan.error().total, 3000U);
}

TEST(ImportRows, TellsHowToSaveAFileInAnotherEncoding) {
  EXPECT_THAT(errors_of(ImportKind::staff, staff("NV2,Nguy\xEA\xDEn,SNV,,,2026-03-09,\n")),
              ElementsAre("2 full_name : is not UTF-8; in Excel, save the file as \"CSV UTF-8\""));
}

TEST(ImportRows, RefusesAnEmptyFile) {
  EXPECT_THAT(errors_of(ImportKind::calendar, ""), ElementsAre(HasSubstr("date,kind,name,works_like")));
}

}  // namespace
}  // namespace badge::app::test
