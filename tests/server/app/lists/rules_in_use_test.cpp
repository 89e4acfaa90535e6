// Which rule a list goes by, and what it says of that.
#include "server/app/lists/rules_in_use.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace badge::app {
namespace {

using attendance::Date, attendance::DateSpan, attendance::ListRule, attendance::RuleBook;
using std::chrono::year;
using testing::ElementsAre;

Date day(unsigned month, unsigned date) {
  return Date(year(2026) / static_cast<int>(month) / static_cast<int>(date));
}

/// tinh > snv > vp, and syt beside snv.
const RuleBook& book() {
  static const RuleBook made([] {
    attendance::RuleFacts facts;
    const DateSpan always{Date(year(2020) / 1 / 1)};
    facts.units = {{"tinh", "UBND tỉnh", "tỉnh", "", always},
                   {"snv", "Sở Nội vụ", "sở", "tinh", always},
                   {"vp", "Văn phòng", "phòng", "snv", always},
                   {"syt", "Sở Y tế", "sở", "tinh", always}};
    return facts;
  }());
  return made;
}

std::vector<std::string> notes(const RulesInUse& rules) {
  return rules.notes([](const ListRule& rule) { return std::to_string(*rule.late_times); },
                     Say(Language::vi));
}

TEST(RulesInUse, TakeTheNearestUnitsRuleThatHasBegun) {
  RulesInUse rules({{"", day(1, 1), 9, {}, "Chung"},
                    {"snv", day(1, 1), 3, {}, "Sở"},
                    {"vp", day(8, 1), 1, {}, "Phòng"},
                    {"snv", day(6, 1), 4, {}, "Sở, mới"}},
                   {}, book(), day(7, 31));
  EXPECT_EQ(rules.of("vp")->late_times, 4);
  EXPECT_EQ(rules.of("snv")->late_times, 4);
  EXPECT_EQ(rules.of("syt")->late_times, 9);
  EXPECT_THAT(notes(rules), ElementsAre("Sở Nội vụ: 4 (Sở, mới)", "Mọi đơn vị: 9 (Chung)"));
}

TEST(RulesInUse, NameTheUnitsForWhichNobodyHasStatedOne) {
  RulesInUse rules({{"snv", day(1, 1), 3, {}, "Sở"}}, {}, book(), day(7, 31));
  EXPECT_NE(rules.of("vp"), nullptr);
  EXPECT_EQ(rules.of("syt"), nullptr);
  EXPECT_THAT(notes(rules),
              ElementsAre("Sở Nội vụ: 3 (Sở)", "Chưa có quy định nên không lập danh sách: Sở Y tế"));
}

TEST(RulesInUse, RestOnTheHouseRulesInForceWhereTheyStateNoGround) {
  const auto version = [](std::string unit, Date from, std::string paper) {
    store::HouseRule rule;
    rule.unit_code = std::move(unit);
    rule.name = "Nội quy";
    rule.valid_from = from;
    rule.paper = std::move(paper);
    return rule;
  };
  RulesInUse rules({{"snv", day(1, 1), 3, {}, ""}},
                   {version("snv", day(8, 1), "QĐ 3"), version("snv", day(6, 1), "QĐ 2"),
                    version("syt", day(2, 1), "QĐ 9"), version("snv", day(1, 1), "QĐ 1")},
                   book(), day(7, 31));
  EXPECT_NE(rules.of("snv"), nullptr);
  EXPECT_THAT(notes(rules), ElementsAre("Sở Nội vụ: 3 (Nội quy QĐ 2 từ 01/6/2026)"));
}

}  // namespace
}  // namespace badge::app
