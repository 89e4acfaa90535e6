// What the roster does not say yet.
#include "server/app/roster_gaps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/server/app/import_facts.hpp"

namespace badge::app::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Nothing is missing on 2026-07-09: NV1 in SNV, and an entrance that has listened.
store::RosterFacts whole_office() {
  auto facts = small_office();
  facts.heads = {{"UBND", "NV1", attendance::HeadRole::head, from("2024-01-01"), "QĐ 1"},
                 {"SNV", "NV1", attendance::HeadRole::head, from("2024-01-01"), "QĐ 2"},
                 {"SXD", "NV1", attendance::HeadRole::head, from("2025-07-01"), "QĐ 3"}};
  facts.entrances = {{"cong-a", "UBND", from("2024-01-01")}};
  return facts;
}

std::vector<std::string> missing(const store::RosterFacts& facts, RosterGap gap,
                                 const Scope& scope = Scope::everything(), std::string_view unit = "") {
  const attendance::RuleBook book(facts);
  const attendance::LocalTime morning = day("2026-07-01");
  const attendance::Coverage coverage({{"cong-a", "cong-a-1", morning, morning + std::chrono::hours(240)}},
                                      {});
  const auto lists = roster_gaps(book, coverage, scope, unit, day("2026-07-09"));
  const auto& list = lists.at(static_cast<std::size_t>(gap));
  EXPECT_EQ(list.gap, gap);
  EXPECT_EQ(list.count, list.listed.size());
  std::vector<std::string> codes;
  for (const auto& item : list.listed)
    codes.push_back(item.code + (item.entrance.empty() ? "" : " " + item.entrance));
  return codes;
}

attendance::Posting posting(std::string code, std::string unit, attendance::DateSpan valid) {
  return {std::move(code), "Trần Bình", std::move(unit), "Chuyên viên", "civil_servant", valid, 2};
}

TEST(RosterGaps, OfAWholeRosterAreNone) {
  for (const auto gap :
       {RosterGap::no_unit, RosterGap::no_badge, RosterGap::no_schedule, RosterGap::no_position,
        RosterGap::no_head, RosterGap::no_entrance, RosterGap::silent_entrance}) {
    EXPECT_THAT(missing(whole_office(), gap), IsEmpty()) << to_string(gap);
  }
}

TEST(RosterGaps, ArePeopleWithoutAnActiveBadge) {
  auto facts = whole_office();
  facts.badges[0].state = attendance::BadgeState::lost;
  EXPECT_THAT(missing(facts, RosterGap::no_badge), ElementsAre("NV1"));
}

TEST(RosterGaps, ArePeopleToWhomNoHoursApply) {
  auto facts = whole_office();
  facts.assignments = {{"hanh-chinh", "SXD", "", from("2026-01-01")}};
  EXPECT_THAT(missing(facts, RosterGap::no_schedule), ElementsAre("NV1"));
  facts.assignments.push_back({"hanh-chinh", "", "NV1", from("2026-01-01")});
  EXPECT_THAT(missing(facts, RosterGap::no_schedule), IsEmpty());
}

TEST(RosterGaps, ArePeopleWithoutAPositionOrAPlaceInTheList) {
  auto facts = whole_office();
  facts.postings[0].list_order = 0;
  EXPECT_THAT(missing(facts, RosterGap::no_position), ElementsAre("NV1"));
  facts.postings[0].list_order = 1;
  facts.postings[0].position = "";
  EXPECT_THAT(missing(facts, RosterGap::no_position), ElementsAre("NV1"));
}

TEST(RosterGaps, AreHoldersOfABadgeAndThoseWhoComeBackWithoutAPosting) {
  auto facts = whole_office();
  facts.postings = {posting("LEFT", "SNV", during("2024-01-01", "2025-12-31")),
                    posting("HOLDS", "SNV", during("2024-01-01", "2025-12-31")),
                    posting("BACK", "SNV", during("2024-01-01", "2025-12-31")),
                    posting("BACK", "SNV", from("2026-09-01")), posting("NEXT", "SNV", from("2026-09-01"))};
  facts.badges = {{"HOLDS", "04A1B2C3D4E5F6", from("2024-01-01"), attendance::BadgeState::active}};
  EXPECT_THAT(missing(facts, RosterGap::no_unit), ElementsAre("BACK", "HOLDS"));
}

TEST(RosterGaps, AreUnitsThatNobodyAnswersForToday) {
  auto facts = whole_office();
  facts.heads[1].valid = during("2024-01-01", "2026-06-30");
  EXPECT_THAT(missing(facts, RosterGap::no_head), ElementsAre("SNV"));
}

TEST(RosterGaps, AreUnitsWithPeopleWhomNoEntranceServesOrASilentOne) {
  auto facts = whole_office();
  facts.entrances = {{"cong-b", "SNV", from("2024-01-01")}};
  EXPECT_THAT(missing(facts, RosterGap::silent_entrance), ElementsAre("SNV cong-b"));
  EXPECT_THAT(missing(facts, RosterGap::no_entrance), IsEmpty()) << "nobody works in the others";
  facts.entrances = {};
  EXPECT_THAT(missing(facts, RosterGap::no_entrance), ElementsAre("SNV"));
}

TEST(RosterGaps, ComeWithAFileThatMendsThemOnceItIsFilledIn) {
  auto facts = whole_office();
  facts.postings[0].position = "";
  const attendance::RuleBook book(facts);
  for (const auto& list : roster_gaps(book, {}, Scope::everything(), "", day("2026-07-09"))) {
    if (list.gap != RosterGap::no_position) continue;
    auto file = file_to_fill(list, day("2026-07-09"));
    ASSERT_TRUE(file);
    ASSERT_EQ(file->rows.size(), 1U);
    std::ranges::find(file->rows[0], "position", &FormRow::value_type::first)->second = "Chuyên viên";
    const auto plan = plan_import(file->kind, csv_of(file->rows), facts, Language::en);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->changed, 1U) << "the same posting, not another one";
  }
}

TEST(RosterGaps, OfOtherUnitsAreNotTold) {
  auto facts = whole_office();
  facts.badges = {};
  facts.heads = {};
  const Scope sxd({"SXD"}, {});
  EXPECT_THAT(missing(facts, RosterGap::no_badge, sxd), IsEmpty());
  EXPECT_THAT(missing(facts, RosterGap::no_head, sxd), ElementsAre("SXD"));
  EXPECT_THAT(missing(facts, RosterGap::no_head, Scope::everything(), "SNV"), ElementsAre("SNV"));
}

}  // namespace
}  // namespace badge::app::test
