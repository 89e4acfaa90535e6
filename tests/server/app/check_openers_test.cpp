// Whose badge opens a check at an entrance, as its roster says.
#include <gmock/gmock.h>

#include "server/app/roster.hpp"
#include "tests/server/app/report_office.hpp"

namespace badge::app::test {
namespace {

using store::Grant;
using store::Role;

/// An works in snv, whose entrance is cong-s; syt beside it has cong-y.
class CheckOpeners : public ReportOffice {
 protected:
  CheckOpeners() {
    const attendance::DateSpan always{attendance::Date(std::chrono::year(2020) / 1 / 1)};
    state({attendance::Unit{"syt", "Sở Y tế", "sở", "tinh", always},
           attendance::EntranceService{"cong-s", "snv", always},
           attendance::EntranceService{"cong-y", "syt", always}});
    EXPECT_TRUE(store_.add_account({"cong-s", Role::bridge, {}, {"cong-s"}, {1}}));
    EXPECT_TRUE(store_.add_account({"cong-y", Role::bridge, {}, {"cong-y"}, {2}}));
    now_ = instant("09 07:31");
  }
  static Grant grant(Role role, std::string unit, unsigned from = 1, unsigned to = 31) {
    return {role, std::move(unit), {july_day(from), july_day(to)}};
  }
  void add_login(std::vector<Grant> grants) {
    ASSERT_TRUE(store_.add_login({"an", "AN", std::move(grants)}, {}));
  }
  /// What the roster says of An's badge; empty: it is not in it.
  std::string state_of_an(const std::string& entrance = "cong-s") {
    const auto roster = rosters_.roster_of(entrance, evidence_.now());
    for (const auto& one : roster->credentials) {
      if (one.display == "N. V. An") return std::string(one.state);
    }
    return {};
  }
  std::string tag() { return rosters_.tag_of("cong-s", evidence_.now()); }

  Rosters rosters_{store_};
};

TEST_F(CheckOpeners, AreInspectorsOfAUnitAboveEqualToOrBelowOneThatTheEntranceServes) {
  add_login({});
  EXPECT_EQ(state_of_an(), "active");
  for (const auto* unit : {"", "tinh", "snv", "vp"}) {
    ASSERT_TRUE(store_.set_grants("an", {grant(Role::inspector, unit)}));
    EXPECT_EQ(state_of_an(), "inspector") << unit;
  }
  ASSERT_TRUE(store_.set_grants("an", {grant(Role::inspector, "syt")}));
  EXPECT_EQ(state_of_an(), "active") << "of another office";
  ASSERT_TRUE(store_.set_grants("an", {grant(Role::hr, "snv")}));
  EXPECT_EQ(state_of_an(), "active");
}

TEST_F(CheckOpeners, AreGuardsWhomOneOfTheUnitsNames) {
  for (const auto& [unit, state] : {std::pair("snv", "inspector"), {"vp", "inspector"}, {"tinh", "active"}}) {
    if (store_.login("an")) {
      ASSERT_TRUE(store_.set_grants("an", {grant(Role::guard, unit)}));
    } else {
      add_login({grant(Role::guard, unit)});
    }
    EXPECT_EQ(state_of_an(), state) << unit;
  }
}

TEST_F(CheckOpeners, AreKnownWhereTheyInspectThoughTheyWorkElsewhere) {
  add_login({});
  EXPECT_EQ(state_of_an("cong-y"), "");
  ASSERT_TRUE(store_.set_grants("an", {grant(Role::inspector, "tinh")}));
  EXPECT_EQ(state_of_an("cong-y"), "inspector");
}

TEST_F(CheckOpeners, ReachEntrancesWithinAHeartbeatAndEndWithTheirDays) {
  const auto version = [&] { return store_.snapshot().version().entrance_version; };
  auto before = version();
  add_login({grant(Role::inspector, "snv", 1, 9)});
  EXPECT_GT(version(), before) << "a bridge that hears of another version asks at once";
  EXPECT_EQ(state_of_an(), "inspector");
  const auto today = tag();
  now_ = instant("10 00:00");
  EXPECT_NE(tag(), today) << "the day that is new makes a new roster";
  EXPECT_EQ(state_of_an(), "active");
  before = version();
  ASSERT_TRUE(store_.set_grants("an", {grant(Role::hr, "snv")}));
  EXPECT_GT(version(), before) << "a role that is taken away is news too";
  before = version();
  ASSERT_TRUE(store_.set_grants("an", {}));
  EXPECT_EQ(version(), before) << "what entrances need not know moves nothing";
}

TEST_F(CheckOpeners, AreNoneWhoseLoginIsDisabledOrWhoseBadgeIsLost) {
  add_login({grant(Role::inspector, "snv")});
  attendance::Badge badge{"AN", "04A1B2C3D4E5F6", {attendance::Date(std::chrono::year(2020) / 1 / 1)}, {}};
  badge.state = attendance::BadgeState::lost;
  state({badge});
  EXPECT_EQ(state_of_an(), "lost");
  badge.state = attendance::BadgeState::active;
  state({badge});
  EXPECT_EQ(state_of_an(), "inspector");
  ASSERT_TRUE(store_.disable_login("an"));
  EXPECT_EQ(state_of_an(), "active");
}

}  // namespace
}  // namespace badge::app::test
