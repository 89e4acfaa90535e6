// Whose records a role opens, on which days.
#include "server/app/scope.hpp"

#include <gtest/gtest.h>

#include "server/app/identity.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::DateSpan;

Date day(unsigned of_july) { return Date(std::chrono::year(2026) / 7 / std::chrono::day(of_july)); }

const DateSpan always{Date::min()};

std::optional<Scope> scope(std::vector<Grant> grants, std::vector<Role> roles, Date today = day(9)) {
  return scope_of({"an", "CB1", std::move(grants)}, roles, today);
}

TEST(ScopeOfRoles, IsNothingWithoutOneThatTheRouteTakes) {
  EXPECT_EQ(scope({}, {Role::hr}), std::nullopt);
  EXPECT_EQ(scope({{Role::guard, "", always}}, {Role::hr, Role::head}), std::nullopt);
}

TEST(ScopeOfRoles, IsWhatTheGrantsNameTogether) {
  const auto both = scope({{Role::hr, "SNV", always}, {Role::head, "SYT", always}, {Role::guard, "", always}},
                          {Role::hr, Role::head});
  EXPECT_EQ(both, Scope({"SNV", "SYT"}, ""));
}

TEST(ScopeOfRoles, IsEverythingWhereOneOfThemIsNotLimited) {
  EXPECT_EQ(scope({{Role::hr, "SNV", always}, {Role::hr, "", always}}, {Role::hr}), Scope::everything());
}

TEST(ScopeOfRoles, OfStaffIsTheirOwnRecordsAlone) {
  const auto own = scope({{Role::staff, "", always}}, {Role::staff, Role::hr});
  EXPECT_EQ(own, Scope({}, "CB1"));
  EXPECT_TRUE(own->is_own("CB1"));
  EXPECT_FALSE(own->is_own("CB2"));
  EXPECT_FALSE(Scope({}, "").is_own("")) << "nobody has no code";
}

TEST(ScopeOfRoles, HoldsOnTheDaysOfTheGrantAlone) {
  const std::vector<Grant> acting = {{Role::head, "SNV", {day(3), day(5)}}};
  EXPECT_EQ(scope(acting, {Role::head}, day(2)), std::nullopt);
  EXPECT_EQ(scope(acting, {Role::head}, day(3)), Scope({"SNV"}, ""));
  EXPECT_EQ(scope(acting, {Role::head}, day(5)), Scope({"SNV"}, ""));
  EXPECT_EQ(scope(acting, {Role::head}, day(6)), std::nullopt);
}

TEST(Scopes, HoldAUnitAndAllBelowItOnTheDayThatIsAsked) {
  const DateSpan until_ninth{Date::min(), day(9)}, since_tenth{day(10)};
  const attendance::UnitTree tree({{"SNV", "Sở Nội vụ", "sở", "", always},
                                   {"VP", "Văn phòng", "phòng", "SNV", until_ninth},
                                   {"VP", "Văn phòng", "phòng", "", since_tenth}});
  const Scope scope({"SNV"}, "");
  EXPECT_TRUE(scope.holds(tree, *tree.find("SNV"), day(9)));
  EXPECT_TRUE(scope.holds(tree, *tree.find("VP"), day(9)));
  EXPECT_FALSE(scope.holds(tree, *tree.find("VP"), day(10)));
  EXPECT_FALSE(Scope({"KHONG"}, "").holds(tree, *tree.find("VP"), day(9)));
  EXPECT_FALSE(Scope().holds(tree, *tree.find("VP"), day(9)));
  EXPECT_TRUE(Scope::everything().holds(tree, *tree.find("VP"), day(10)));
}

}  // namespace
}  // namespace badge::app
