// The roster held against the list of another system.
#include "server/app/reconciliation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/app/import_facts.hpp"

namespace badge::app::test {
namespace {

using attendance::RuleBook;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// UBND > SNV > VP, and SXD with a VP of its own. NV1 in SNV, NV2 in SNV's office, NV3 in SXD; NV4 has left.
store::RosterFacts office() {
  auto facts = small_office();
  facts.units.push_back({"SNV-VP", "Văn phòng", "phòng", "SNV", from("2020-01-01")});
  facts.units.push_back({"SXD-VP", "Văn phòng", "phòng", "SXD", from("2025-07-01")});
  facts.postings.push_back(
      {"NV2", "Trần Thị Bình", "SNV-VP", "Văn thư", "public_employee", from("2024-01-01"), 2});
  facts.postings.push_back({"NV3", "Lê Châu", "SXD", "Chuyên viên", "civil_servant", from("2025-07-01"), 1});
  facts.postings.push_back(
      {"NV4", "Phạm Dũng", "SNV", "Chuyên viên", "civil_servant", during("2024-01-01", "2025-12-31"), 3});
  return facts;
}

const Scope everybody = Scope::everything();

Reconciliation found(std::string_view text, const Scope& scope = everybody, std::string_view unit = "") {
  const RuleBook book(office());
  const auto file = read_personnel_file(text, Language::en);
  EXPECT_TRUE(file);
  return reconcile(file.value_or(PersonnelFile{}), book, scope, unit, day("2026-07-09"));
}

std::vector<std::string> codes_there(const Reconciliation& all) {
  std::vector<std::string> codes;
  for (const auto& one : all.missing_there) codes.push_back(one.posting.staff_code);
  return codes;
}

std::vector<std::string> differences(const Reconciliation& all) {
  std::vector<std::string> lines;
  for (const auto& one : all.differs) {
    for (const auto& [field, here, there] : one.fields)
      lines.push_back(one.posting.staff_code + ' ' + std::string(to_string(field)) + ": " + here + " <> " +
                      there);
  }
  return lines;
}

TEST(Reconciliation, ReadsAFileAsAPersonnelSystemWritesIt) {
  // A byte order mark, semicolons, decomposed letters, our columns among others.
  const auto all = found(
      "\xEF\xBB\xBFSTT;Ma\xCC\x83 CBCC;Ho\xCC\xA3 va\xCC\x80 te\xCC\x82n;Ngày sinh;Đơn vị;Chức vụ\r\n"
      "1;NV1;NGUYỄN  VĂN AN;1980;sở nội vụ;chuyên viên\r\n"
      "2;NV2;Trần Thị Bình;1990;Sở Nội vụ - Văn phòng;Văn thư\r\n"
      "3;NV3;Lê Châu;1985;SXD;Chuyên viên\r\n");
  EXPECT_EQ(all.same, 3U);
  EXPECT_THAT(all.missing_here, IsEmpty());
  EXPECT_THAT(all.missing_there, IsEmpty());
  EXPECT_THAT(all.differs, IsEmpty());
}

TEST(Reconciliation, TellsWhoIsMissingOnWhichSide) {
  const auto all = found("Mã CBCC,Họ và tên,Đơn vị\nNV1,Nguyễn Văn An,Sở Nội vụ\nNV9,Vũ Mới,Sở Xây dựng\n");
  ASSERT_THAT(all.missing_here, SizeIs(1));
  EXPECT_EQ(all.missing_here[0].row.staff_code, "NV9");
  EXPECT_EQ(all.missing_here[0].row.line, 3U);
  EXPECT_EQ(all.missing_here[0].unit_code, "SXD");
  EXPECT_FALSE(all.missing_here[0].served);
  EXPECT_THAT(codes_there(all), ElementsAre("NV2", "NV3"));
}

TEST(Reconciliation, OfWhoHasLeftTellsUntilWhen) {
  const auto all = found("code\nNV4\n");
  ASSERT_THAT(all.missing_here, SizeIs(1));
  EXPECT_EQ(all.missing_here[0].served, during("2024-01-01", "2025-12-31"));
}

TEST(Reconciliation, NamesEachFieldThatDiffersHereAndThere) {
  const auto all = found(
      "code,full_name,unit_code,position,category\n"
      "NV1,Nguyễn Văn Ân,SXD,,viên chức\n"
      "NV2,,,Kế toán,VC\n");
  EXPECT_THAT(differences(all),
              ElementsAre("NV1 full_name: Nguyễn Văn An <> Nguyễn Văn Ân", "NV1 unit: Sở Nội vụ <> SXD",
                          "NV1 category: civil_servant <> viên chức", "NV2 position: Văn thư <> Kế toán"));
}

TEST(Reconciliation, AnEmptyCellSaysNothing) {
  EXPECT_EQ(found("code,full_name,unit,position\nNV1,,,\n").same, 1U);
}

TEST(Reconciliation, WordsThatNameTwoUnitsAreNoUnitOfANewPerson) {
  const auto all = found("code,unit\nNV8,Văn phòng\nNV9,\"Văn phòng, Sở Xây dựng\"\n");
  ASSERT_THAT(all.missing_here, SizeIs(2));
  EXPECT_EQ(all.missing_here[0].unit_code, "");
  EXPECT_EQ(all.missing_here[1].unit_code, "SXD-VP");
}

TEST(Reconciliation, WhoSeesAPartCannotTellSomebodyOfAnotherUnitFromNobody) {
  const Scope snv({"SNV"}, {});
  const auto all = found("code,unit\nNV1,Sở Nội vụ\nNV3,Sở Xây dựng\nNV9,Sở Xây dựng\n", snv);
  ASSERT_THAT(all.missing_here, SizeIs(2));
  for (const auto& one : all.missing_here) {
    EXPECT_EQ(one.unit_code, "") << one.row.staff_code;
    EXPECT_FALSE(one.served) << one.row.staff_code;
  }
  EXPECT_THAT(codes_there(all), ElementsAre("NV2")) << "NV3 is nothing to them";
}

TEST(Reconciliation, OfOneUnitNobodyElseIsMissingThere) {
  EXPECT_THAT(codes_there(found("code\nNV1\n", everybody, "SNV")), ElementsAre("NV2"));
}

TEST(Reconciliation, RowsWithoutACodeOrWithOneTwiceAreToldAndNotCompared) {
  const auto file =
      read_personnel_file("Mã CBCC,Họ và tên\nNV1,Nguyễn Văn An\n,Vũ Mới\nNV1,Nguyễn Văn An\n", Language::en);
  ASSERT_TRUE(file);
  EXPECT_THAT(file->rows, SizeIs(1));
  ASSERT_THAT(file->unread.listed, SizeIs(2));
  EXPECT_EQ(file->unread.listed[0].line, 3U);
  EXPECT_THAT(file->unread.listed[1].message, HasSubstr("line 2"));
}

TEST(Reconciliation, AFileWithoutAColumnOfCodesIsRefused) {
  for (const auto* text : {"", "Họ và tên,Đơn vị\nNguyễn Văn An,Sở Nội vụ\n", "Mã CBCC,Mã số\nNV1,NV1\n"})
    EXPECT_FALSE(read_personnel_file(text, Language::en)) << text;
}

/// What the import of the mending rows says of the roster, and what is left to mend after it.
Reconciliation after_mending(std::string_view text, ReconciledList list) {
  auto facts = office();
  const auto rows = mending_rows(found(text), list, day("2026-08-01"));
  const auto plan = plan_import(ImportKind::staff, csv_of(rows), facts, Language::en);
  EXPECT_TRUE(plan) << (plan ? "" : plan.error().listed.front().message);
  if (!plan) return {};
  for (const auto& fact : plan->facts) {
    const auto& posting = std::get<attendance::Posting>(fact);
    std::erase_if(facts.postings, [&](const auto& other) {
      return other.staff_code == posting.staff_code && other.valid.from == posting.valid.from;
    });
    facts.postings.push_back(posting);
  }
  const RuleBook book(std::move(facts));
  return reconcile(*read_personnel_file(text, Language::en), book, everybody, "", day("2026-08-01"));
}

constexpr std::string_view changed =
    "code,full_name,unit,position,category\n"
    "NV1,Nguyễn Văn Ân,Sở Xây dựng,Trưởng phòng,công chức\n"
    "NV2,Trần Thị Bình,\"Văn phòng, Sở Nội vụ\",Văn thư,công chức\n"
    "NV9,Vũ Mới,Sở Xây dựng,Chuyên viên,công chức\n";

TEST(Reconciliation, TheRowsThatMendAListLeaveItEmpty) {
  EXPECT_THAT(after_mending(changed, ReconciledList::missing_here).missing_here, IsEmpty());
  EXPECT_THAT(after_mending(changed, ReconciledList::missing_there).missing_there, IsEmpty());
  EXPECT_THAT(after_mending(changed, ReconciledList::differs).differs, IsEmpty());
}

TEST(Reconciliation, WhoMovesKeepsThePostingUntilTheDayBefore) {
  const auto rows = mending_rows(found(changed), ReconciledList::differs, day("2026-08-01"));
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(value_of(rows[0], "unit_code"), "SNV");
  EXPECT_EQ(value_of(rows[0], "valid_to"), "2026-07-31");
  EXPECT_EQ(value_of(rows[1], "unit_code"), "SXD");
  EXPECT_EQ(value_of(rows[1], "valid_from"), "2026-08-01");
  EXPECT_EQ(value_of(rows[1], "valid_to"), "");
  EXPECT_EQ(value_of(rows[2], "valid_from"), "2024-01-01") << "a category is put right as a whole";
}

TEST(Reconciliation, AListForASpreadsheetRunsNothingThere) {
  const auto csv = to_csv(found("code,full_name\nNV9,=1+1\n"), ReconciledList::missing_here, Language::vi);
  EXPECT_THAT(csv, HasSubstr("Họ và tên"));
  EXPECT_THAT(csv, HasSubstr("'=1+1"));
}

}  // namespace
}  // namespace badge::app::test
