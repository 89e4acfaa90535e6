// What became of units that were merged, divided, renamed.
#include "server/attendance/unit_turns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A province in which units come and go on 1 July 2026.
struct Reform {
  void until_june(const std::string& code) { unit(code, span("2020-01-01", "2026-06-30")); }
  void since_july(const std::string& code) { unit(code, span("2026-07-01")); }
  void always(const std::string& code) { unit(code, span("2020-01-01")); }
  void goes_to(const std::string& from, const std::string& to, std::string paper = "NQ 1",
               const std::string& day = "2026-07-01") {
    facts.successions.push_back({from, to, date(day), std::move(paper)});
  }

  /// "formed 2026-07-01 NQ 1: a b" for each turn.
  [[nodiscard]] std::vector<std::string> of(const std::string& code, const std::string& month) const {
    const RuleBook book(facts);
    std::vector<std::string> texts;
    const std::chrono::year_month_day first(date(month + "-01"));
    for (const auto& turn :
         turns_of(book, book.units().find(code).value(), days_of(first.year() / first.month()))) {
      static constexpr std::array names = {"formed", "took_over", "became", "merged", "divided", "gave_part"};
      std::string text = names.at(static_cast<std::size_t>(turn.kind));
      text += " on " + std::to_string((turn.date - date("2026-06-30")).count()) + " July, ";
      text += std::string(turn.paper) + ":";
      for (const auto other : turn.others) text += " " + book.units().code(other);
      texts.push_back(text);
    }
    return texts;
  }

  RuleFacts facts;

 private:
  void unit(const std::string& code, const DateSpan& valid) {
    facts.units.push_back({code, code, "sở", "", valid});
  }
};

TEST(UnitTurns, OfAMergerIntoANewUnitTellBothSides) {
  Reform reform;
  reform.until_june("a");
  reform.until_june("b");
  reform.since_july("c");
  reform.goes_to("a", "c");
  reform.goes_to("b", "c");
  EXPECT_THAT(reform.of("c", "2026-07"), ElementsAre("formed on 1 July, NQ 1: a b"));
  EXPECT_THAT(reform.of("a", "2026-06"), ElementsAre("merged on 1 July, NQ 1: c"))
      << "told where the unit was last seen";
}

TEST(UnitTurns, OfAMergerIntoAUnitThatWasThere) {
  Reform reform;
  reform.until_june("a");
  reform.always("c");
  reform.goes_to("a", "c");
  EXPECT_THAT(reform.of("c", "2026-07"), ElementsAre("took_over on 1 July, NQ 1: a"));
  EXPECT_THAT(reform.of("a", "2026-06"), ElementsAre("merged on 1 July, NQ 1: c"));
}

TEST(UnitTurns, OfADivision) {
  Reform reform;
  reform.until_june("a");
  reform.since_july("b");
  reform.since_july("c");
  reform.goes_to("a", "b", "QĐ 1");
  reform.goes_to("a", "c", "QĐ 2");
  EXPECT_THAT(reform.of("a", "2026-06"),
              ElementsAre("divided on 1 July, QĐ 1: b", "divided on 1 July, QĐ 2: c"));
  EXPECT_THAT(reform.of("b", "2026-07"), ElementsAre("formed on 1 July, QĐ 1: a"));
}

TEST(UnitTurns, OfAUnitThatGivesAPartAndGoesOn) {
  Reform reform;
  reform.always("a");
  reform.since_july("b");
  reform.goes_to("a", "b");
  EXPECT_THAT(reform.of("a", "2026-07"), ElementsAre("gave_part on 1 July, NQ 1: b"));
}

TEST(UnitTurns, OfAUnitThatGoesOnUnderAnotherCode) {
  Reform reform;
  reform.until_june("a");
  reform.since_july("b");
  reform.goes_to("a", "b");
  EXPECT_THAT(reform.of("a", "2026-06"), ElementsAre("became on 1 July, NQ 1: b"));
}

TEST(UnitTurns, OfOtherMonthsAndUnitsAreNotTold) {
  Reform reform;
  reform.until_june("a");
  reform.since_july("b");
  reform.always("d");
  reform.goes_to("a", "b");
  EXPECT_THAT(reform.of("b", "2026-06"), IsEmpty());
  EXPECT_THAT(reform.of("b", "2026-08"), IsEmpty());
  EXPECT_THAT(reform.of("a", "2026-05"), IsEmpty());
  EXPECT_THAT(reform.of("d", "2026-07"), IsEmpty());
}

TEST(UnitTurns, StandByDateThoseFromOthersFirst) {
  Reform reform;
  reform.always("a");
  reform.always("b");
  reform.always("c");
  reform.goes_to("a", "c", "QĐ 1", "2026-07-05");
  reform.goes_to("b", "a", "QĐ 3", "2026-07-20");
  reform.goes_to("c", "a", "QĐ 2", "2026-07-10");
  EXPECT_THAT(reform.of("a", "2026-07"),
              ElementsAre("took_over on 10 July, QĐ 2: c", "took_over on 20 July, QĐ 3: b",
                          "gave_part on 5 July, QĐ 1: c"));
}

}  // namespace
}  // namespace badge::attendance::testing
