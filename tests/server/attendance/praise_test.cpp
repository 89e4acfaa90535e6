// Who may be proposed for praise.
#include "server/attendance/praise.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace badge::attendance::testing {
namespace {

Tally month(std::uint32_t on_time, std::uint32_t excused = 0) {
  Tally tally;
  tally.sessions_due = on_time + excused;
  tally.on_time = on_time;
  tally.excused = excused;
  return tally;
}

TEST(Praise, IsForWhoKeptTheirHours) {
  EXPECT_TRUE(is_praise_candidate(month(42), {}));
  for (const auto fault : {&Tally::late, &Tally::early, &Tally::missing, &Tally::absent}) {
    auto tally = month(42);
    tally.*fault = 1;
    EXPECT_FALSE(is_praise_candidate(tally, {}));
  }
}

TEST(Praise, NeedsFourFifthsOfTheSessionsJudged) {
  EXPECT_TRUE(is_praise_candidate(month(32, 8), {}));
  EXPECT_FALSE(is_praise_candidate(month(31, 9), {}));
  EXPECT_FALSE(is_praise_candidate(Tally{}, {}));
  auto doubtful = month(31);
  doubtful.sessions_due += 9;
  doubtful.provisional = 9;
  EXPECT_FALSE(is_praise_candidate(doubtful, {}));
}

TEST(Praise, IsNotForWhoWasSeenWithoutTheBadge) {
  EXPECT_TRUE(is_praise_candidate(month(42), {3, 3}));
  EXPECT_FALSE(is_praise_candidate(month(42), {3, 2}));
}

RC_GTEST_PROP(PraiseLaws, AUnitOfCandidatesIsOne, ()) {
  Tally sum;
  for (int people = *rc::gen::inRange(1, 9); people > 0; --people) {
    const auto one = month(*rc::gen::inRange(1U, 50U), *rc::gen::inRange(0U, 20U));
    RC_PRE(is_without_deviation(one));
    sum += one;
  }
  RC_ASSERT(is_without_deviation(sum));
}

}  // namespace
}  // namespace badge::attendance::testing
