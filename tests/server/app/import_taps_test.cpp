// History from another system: what its rows may say, and that a file becomes visible in one step or not at
// all.
#include "server/app/imports/tap_imports.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/app/imports/fact_imports.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::app::test {
namespace {

using badge::test::TempDir;
using store::ImportedTap;
using store::TapKey;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

constexpr std::chrono::hours office_offset{7};

Instant office_instant(attendance::LocalTime local) {
  return Instant(local.time_since_epoch() - office_offset);
}

Instant utc(int month, int day, int hour, int minute, int second) {
  return std::chrono::sys_days(std::chrono::year(2026) / month / day) + std::chrono::hours(hour) +
         std::chrono::minutes(minute) + std::chrono::seconds(second);
}

TapFileContext context() {
  return {[](std::string_view code) { return code == "NV1"; }, office_instant, utc(8, 1, 0, 0, 0)};
}

std::vector<std::string> errors_of(std::string_view rows, std::size_t first_line = 2) {
  const auto taps =
      read_tap_slice("at,uid,staff_code,reader\n" + std::string(rows), first_line, context(), Language::en);
  std::vector<std::string> lines;
  if (taps) return lines;
  for (const auto& error : taps.error().listed) {
    lines.push_back(std::to_string(error.line) + " " + error.column + " " + error.value + ": " +
                    error.message);
  }
  return lines;
}

TEST(TapRows, ReadsOfficeTimeAndTimeWithAnOffset) {
  const auto taps = read_tap_slice(
      "at;uid;staff_code;reader\n2026-03-09 07:31:05;04A1B2C3;;cong-a\n09/03/2026 07:31;;NV1;\n"
      "2026-03-09T00:31:05Z;;NV1;\n2026-03-09T08:31:05+08:00;;NV1;\n2026-03-08T20:31:05-04:00;;NV1;\n",
      2, context(), Language::en);
  ASSERT_TRUE(taps.has_value());
  const auto moment = utc(3, 9, 0, 31, 5);
  const auto person = TapKey::staff("NV1");
  EXPECT_EQ(taps->at(0).key, TapKey::card(*Credential::parse("04A1B2C3")));
  EXPECT_EQ(taps->at(0).reader, "cong-a");
  EXPECT_EQ(taps->at(0).at, moment);
  EXPECT_EQ(taps->at(1).at, utc(3, 9, 0, 31, 0));
  EXPECT_EQ(taps->at(1).key, person);
  EXPECT_EQ(taps->at(2).at, moment);
  EXPECT_EQ(taps->at(3).at, moment);
  EXPECT_EQ(taps->at(4).at, moment);
}

TEST(TapRows, NamesTheLineOfTheFileNotOfTheSlice) {
  EXPECT_THAT(errors_of("2026-03-09 07:31,,NV1,\n2026-03-09,,NV1,\n2026-03-09 07:31+99:00,,NV1,\n", 20001),
              ElementsAre(HasSubstr("20002 at 2026-03-09: is not a time"), HasSubstr("20003 at")));
}

TEST(TapRows, RefusesTheFutureTheFarPastAndNobody) {
  EXPECT_THAT(
      errors_of(
          "2026-08-02 07:31,,NV1,\n1999-01-01 07:31,,NV1,\n2026-03-09 07:31,,,\n2026-03-09 07:31,,NV9,\n"
          "2026-03-09 07:31,xyz,,\n"),
      ElementsAre(HasSubstr("2 at 2026-08-02 07:31: must lie between the year 2000 and now"),
                  HasSubstr("3 at"), HasSubstr("4 uid : fill uid or staff_code"),
                  HasSubstr("5 staff_code NV9: nobody"), HasSubstr("6 uid xyz: is no card number")));
}

TEST(TapRows, HaveOneDigestHoweverTheFileIsCut) {
  const auto row = [](int second) {
    return ImportedTap{TapKey::staff("NV1"), utc(3, 9, 0, 31, second), "a"};
  };
  const auto whole = digest_of({}, {row(1), row(2), row(3)});
  EXPECT_EQ(digest_of(digest_of({}, {row(1)}), {row(2), row(3)}), whole);
  EXPECT_NE(digest_of({}, {row(1), row(3), row(2)}), whole);
}

/// A store with one unit and one person.
class TapImport : public testing::Test {
 protected:
  TapImport() {
    FactImports facts(store_);
    EXPECT_TRUE(facts.run({ImportKind::units,
                           "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ,,,2020-01-01,\n",
                           "units.csv", "admin", false, Language::en}));
    EXPECT_TRUE(facts.run(
        {ImportKind::staff,
         "code,full_name,unit_code,position,category,valid_from,valid_to\nNV1,An,SNV,,,2020-01-01,\n",
         "staff.csv", "admin", false, Language::en}));
  }

  [[nodiscard]] std::size_t visible_taps() const {
    const std::vector keys = {TapKey::staff("NV1")};
    return store_.snapshot().taps_of(keys, utc(1, 1, 0, 0, 0), utc(12, 31, 0, 0, 0)).size();
  }

  [[nodiscard]] std::uint32_t begin() { return imports_.begin("admin", "taps.csv").value(); }

  [[nodiscard]] auto stage(std::uint32_t id, std::uint32_t slice, std::string_view rows) {
    return imports_.stage(id, slice, "at,staff_code\n" + std::string(rows), 2, Language::en);
  }

  TempDir folder_;
  store::Store store_{{.data_folder = folder_.path() / "data",
                       .create = true,
                       .now = {},
                       .on_committed = {},
                       .pages_max = 0}};
  std::function<Instant()> now_ = [] { return utc(8, 1, 0, 0, 0); };
  Evidence evidence_{store_, OfficeTime::load("Asia/Ho_Chi_Minh").value(), 30, now_};
  TapImports imports_{store_, evidence_, now_};
};

constexpr std::string_view morning = "2026-03-09 07:20,NV1\n";
constexpr std::string_view evening = "2026-03-09 17:05,NV1\n";

TEST_F(TapImport, ShowsNothingUntilItIsFinishedAndThenAll) {
  const auto id = begin();
  EXPECT_EQ(stage(id, 0, morning).value(), 1U);
  EXPECT_EQ(stage(id, 1, evening).value(), 1U);
  EXPECT_EQ(visible_taps(), 0U);
  const auto counts = imports_.finish(id, std::nullopt, Language::en);
  ASSERT_TRUE(counts.has_value());
  EXPECT_EQ(counts->rows, 2U);
  EXPECT_EQ(counts->added, 2U);
  EXPECT_EQ(visible_taps(), 2U);
}

TEST_F(TapImport, ChangesNothingWhenTheSameFileComesAgainInOtherSlices) {
  const auto first = begin();
  (void)stage(first, 0, std::string(morning) + std::string(evening));
  (void)imports_.finish(first, std::nullopt, Language::en);
  const auto again = begin();
  (void)stage(again, 0, morning);
  (void)stage(again, 1, evening);
  const auto counts = imports_.finish(again, std::nullopt, Language::en);
  ASSERT_TRUE(counts.has_value());
  EXPECT_EQ(counts->added, 0U);
  EXPECT_EQ(counts->unchanged, 2U);
  EXPECT_EQ(visible_taps(), 2U);
}

TEST_F(TapImport, TakesASliceThatWasSentTwiceOnce) {
  const auto id = begin();
  (void)stage(id, 0, morning);
  EXPECT_EQ(stage(id, 0, morning).value(), 1U);
  (void)imports_.finish(id, std::nullopt, Language::en);
  EXPECT_EQ(visible_taps(), 1U);
}

TEST_F(TapImport, FinishesNothingAfterASliceWithErrorsButTellsTheErrorsOfAll) {
  const auto id = begin();
  (void)stage(id, 0, morning);
  EXPECT_FALSE(stage(id, 1, "soon,NV1\n").has_value());
  EXPECT_FALSE(stage(id, 2, "later,NV1\n").has_value());
  EXPECT_FALSE(imports_.finish(id, std::nullopt, Language::en).has_value());
  EXPECT_EQ(visible_taps(), 0U);
}

TEST_F(TapImport, WantsSlicesInOrderAndKnowsOnlyItsOwn) {
  const auto id = begin();
  EXPECT_EQ(std::get<TapImportFault>(stage(id, 1, morning).error()), TapImportFault::out_of_order);
  EXPECT_EQ(std::get<TapImportFault>(stage(id + 1, 0, morning).error()), TapImportFault::unknown);
  imports_.discard(id);
  EXPECT_EQ(std::get<TapImportFault>(stage(id, 0, morning).error()), TapImportFault::unknown);
}

TEST_F(TapImport, BoundsHowManyAreOpen) {
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < open_tap_imports_max; ++i) last = begin();
  EXPECT_EQ(imports_.begin("admin", "one-more.csv").error(), TapImportFault::too_many);
  imports_.discard(last);
  EXPECT_TRUE(imports_.begin("admin", "one-more.csv").has_value());
}

TEST_F(TapImport, StoresWhatIsStatedAboutCompleteness) {
  const auto id = begin();
  (void)stage(id, 0, morning);
  const auto unknown =
      imports_.finish(id, TapImports::Completeness{"NONE", "2026-03-31", "2026-03-01"}, Language::en);
  ASSERT_FALSE(unknown.has_value());
  EXPECT_THAT(std::get<ImportErrors>(unknown.error()).listed, SizeIs(2));
  ASSERT_TRUE(imports_.finish(id, TapImports::Completeness{"SNV", "01/03/2026", "2026-03-31"}, Language::en)
                  .has_value());
  const auto stated = store_.snapshot().roster_facts().completeness;
  ASSERT_THAT(stated, SizeIs(1));
  EXPECT_EQ(stated[0].unit_code, "SNV");
  EXPECT_EQ(stated[0].stated_by, "admin");
  EXPECT_EQ(stated[0].days.to, std::chrono::local_days(std::chrono::year(2026) / 3 / 31));
}

}  // namespace
}  // namespace badge::app::test
