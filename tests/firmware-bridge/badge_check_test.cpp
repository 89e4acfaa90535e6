#include "firmware-bridge/badge_check.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "firmware-bridge/journal_checks.hpp"
#include "tests/firmware-bridge/facts.hpp"

namespace badge::bridge::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const auto an = card("04A1B2C3D4E5F6"), binh = card("04A1B2C3D4E5F7");

BadgeCheck opened() {
  BadgeCheck check;
  check.inspector_came("s-1", seconds(0));
  EXPECT_TRUE(check.tick(BadgeCheck::hold));
  check.card_gone();
  return check;
}

TEST(BadgeCheckTest, CountsEachBadgeOnceAndPeopleWithoutOneByHand) {
  auto check = opened();
  for (const auto& one : {an, binh, an}) check.badge_shown(one);
  EXPECT_TRUE(check.count_without_badge(1));
  EXPECT_TRUE(check.count_without_badge(1));
  EXPECT_TRUE(check.count_without_badge(-1));
  EXPECT_EQ(check.open()->shown, 2);
  EXPECT_EQ(check.open()->without_badge, 1);
  EXPECT_TRUE(check.end());
  EXPECT_EQ(check.ended().shown, 2) << "the figures are told when it is over";
}

TEST(BadgeCheckTest, TakesNobodyBackWhoWasNotCountedAndCountsNobodyWhileNoneIsOpen) {
  auto check = opened();
  EXPECT_FALSE(check.count_without_badge(-1));
  EXPECT_TRUE(check.end());
  EXPECT_FALSE(check.end());
  EXPECT_FALSE(check.count_without_badge(1));
}

TEST(BadgeCheckTest, ThatGoesOnAfterAKillEndsAtTheSameTime) {
  auto check = opened();
  BadgeCheck next;
  next.recall(*check.open());
  EXPECT_FALSE(next.tick(BadgeCheck::hold + BadgeCheck::limit - milliseconds(1)));
  EXPECT_TRUE(next.tick(BadgeCheck::hold + BadgeCheck::limit));
  EXPECT_FALSE(next.open());
}

TEST(CheckReference, MovesWithItsRowAndStaysWhereItsRowStays) {
  const CheckMove move{"0123456789abcdef0123456789abcdef", "fedcba98765432100123456789abcdef", 40};
  EXPECT_EQ(moved_ref("01234567-41", move), "fedcba98-1");
  EXPECT_EQ(moved_ref("01234567-40", move), "01234567-40");
  EXPECT_EQ(moved_ref("aaaaaaaa-41", move), "aaaaaaaa-41");
  EXPECT_EQ(moved_ref("01234567-41x", move), "01234567-41x");
  EXPECT_EQ(with_check_moved(R"({"seq":3,"t":"tap","uid":"04","check":"01234567-52"})", move),
            R"({"seq":3,"t":"tap","uid":"04","check":"fedcba98-12"})");
  EXPECT_EQ(with_check_moved(R"({"seq":3,"t":"step"})", move), R"({"seq":3,"t":"step"})");
  EXPECT_EQ(with_check_moved(R"({"seq":3,"t":"deaf","cause":"\"check\":\"01234567-52"})", move),
            R"({"seq":3,"t":"deaf","cause":"\"check\":\"01234567-52"})");
}

/// What a check is, said the simple way: all that happened, looked through each time.
struct Told {
  struct Hold {
    std::string ref;
    milliseconds since;
  };
  std::optional<Hold> held;
  std::optional<OpenCheck> open;
  std::set<Credential> shown;

  void tick(milliseconds now) {
    if (held && now - held->since >= BadgeCheck::hold) {
      open = open ? std::nullopt : std::optional(OpenCheck{held->ref, now, 0, 0});
      shown.clear();
      held.reset();
    } else if (open && now - open->since >= BadgeCheck::limit) {
      open.reset();
    }
  }
};

// Whatever is done in whatever order: one check at most, opened only by a badge that was held, closed by it,
// by hand or by the limit, and its figures are those of what happened since it began.
RC_GTEST_PROP(BadgeCheckLaw, IsWhatItsHistorySays, ()) {
  BadgeCheck check;
  Told told;
  milliseconds now(1000);
  const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9));
  int presentation = 0;
  for (const auto step : steps) {
    switch (step) {
      case 0: {
        const auto ref = "s-" + std::to_string(++presentation);
        check.inspector_came(ref, now);
        told.held = {ref, now};
        break;
      }
      case 1:
        check.card_gone();
        told.held.reset();
        break;
      case 2:
        check.badge_shown(an);
        if (told.open) told.shown.insert(an);
        break;
      case 3:
        check.badge_shown(binh);
        if (told.open) told.shown.insert(binh);
        break;
      case 4:
      case 5: {
        const int people = step == 4 ? 1 : -1;
        const bool counts = told.open && told.open->without_badge + people >= 0;
        if (counts) told.open->without_badge += people;
        RC_ASSERT(check.count_without_badge(people) == counts);
        break;
      }
      case 6:
        RC_ASSERT(check.end() == told.open.has_value());
        told.open.reset();
        break;
      default: {
        now += step == 7 ? milliseconds(1000) : milliseconds(*rc::gen::inRange(1, 20)) * 60'000;
        const auto before = told.open;
        told.tick(now);
        RC_ASSERT(check.tick(now) == (before.has_value() != told.open.has_value()));
      }
    }
    if (told.open) told.open->shown = static_cast<int>(told.shown.size());
    RC_ASSERT(check.open() == told.open);
    RC_ASSERT(check.ref() == (told.open ? told.open->ref : ""));
  }
}

}  // namespace
}  // namespace badge::bridge::test
