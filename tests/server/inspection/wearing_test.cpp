#include "server/inspection/wearing.hpp"

#include <gmock/gmock.h>

#include "tests/server/inspection/steps.hpp"

namespace badge::inspection::testing {
namespace {

using enum Observed;

Listed listed(std::string staff_code, Presence presence = Presence::present) {
  Listed listed;
  listed.staff_code = std::move(staff_code);
  listed.unit_code = "VP";
  listed.presence = presence;
  return listed;
}

/// Of one person whom one inspector saw so.
Wearing of(Observed observed, Presence presence = Presence::not_seen) {
  return wearing_of(std::vector{listed("CB01", presence)}, merged(Written()(mark("CB01", observed)).steps()));
}

TEST(Wearing, NotOneObservedIsNoShareAtAll) {
  const auto sum = wearing_of(std::vector{listed("CB01"), listed("CB02")}, {});
  EXPECT_EQ(sum.listed, 2);
  EXPECT_EQ(sum.not_checked(), 2);
  EXPECT_EQ(sum.share(), (Share{0, 0}));
  EXPECT_EQ(sum.share().permille(), std::nullopt);
}

TEST(Wearing, IsNeverRoundedUpToAll) {
  EXPECT_EQ((Share{199, 200}.permille()), 995);
  EXPECT_EQ((Share{1999, 2000}.permille()), 999);
  EXPECT_EQ((Share{2000, 2000}.permille()), 1000);
  EXPECT_EQ((Share{0, 3}.permille()), 0);
  EXPECT_EQ((Share{2'999'999, 3'000'000}.permille()), 999) << "sums of years are large";
}

TEST(Wearing, CountsWhoWearsItAmongThoseWhoMust) {
  EXPECT_EQ(of(worn).share(), (Share{1, 1}));
  EXPECT_EQ(of(worn_wrongly).share(), (Share{0, 1}));
  EXPECT_EQ(of(not_worn).share(), (Share{0, 1}));
  EXPECT_EQ(of(someone_elses).share(), (Share{0, 1}));
  EXPECT_EQ(of(not_issued).share(), (Share{0, 1}));
}

TEST(Wearing, HasTheExemptAndTheAbsentInNeitherNumber) {
  for (const auto observed : {exempt, absent_with_paper, absent_without, taken_back}) {
    EXPECT_EQ(of(observed).share(), (Share{0, 0})) << to_string(observed);
  }
  EXPECT_EQ(of(exempt).present(), 1);
  EXPECT_EQ(of(absent_with_paper).absent(), 1);
  EXPECT_EQ(of(taken_back).not_checked(), 1);
}

TEST(Wearing, HasADisagreementInNeitherNumber) {
  const auto marks = merged(Written()(mark("CB01", worn)).by("lan")(mark("CB01", not_worn)).steps());
  const auto sum = wearing_of(std::vector{listed("CB01")}, marks);
  EXPECT_EQ(sum.disputed, 1);
  EXPECT_EQ(sum.share(), (Share{0, 0}));
  EXPECT_EQ(sum.not_checked(), 0);
}

TEST(Wearing, NamesWhoTappedInAndIsNotThere) {
  EXPECT_EQ(of(absent_without, Presence::present).tapped_not_there, 1);
  EXPECT_EQ(of(absent_with_paper, Presence::present).tapped_not_there, 1);
  EXPECT_EQ(of(absent_without, Presence::not_seen).tapped_not_there, 0);
  EXPECT_EQ(of(worn, Presence::present).tapped_not_there, 0);
  EXPECT_FALSE(tapped_but_gone(listed("CB01"), nullptr)) << "nobody looked";
}

TEST(Wearing, LeavesOutWhoWasOffUnlessTheyWereThere) {
  EXPECT_EQ(wearing_of(std::vector{listed("CB01", Presence::off)}, {}).listed, 0);
  EXPECT_EQ(of(worn, Presence::off).listed, 1);
}

TEST(Wearing, IsSummedByTheUnitOfWork) {
  auto elsewhere = listed("CB02");
  elsewhere.unit_code = "TTr";
  const auto marks = merged(Written()(mark("CB01", worn))(mark("CB02", not_worn)).steps());
  const auto sums = wearing_by_unit(std::vector{listed("CB01"), elsewhere}, marks);
  EXPECT_EQ(sums.at("VP").share(), (Share{1, 1}));
  EXPECT_EQ(sums.at("TTr").share(), (Share{0, 1}));
}

}  // namespace
}  // namespace badge::inspection::testing
