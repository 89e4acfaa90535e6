#include "firmware-bridge/reader/presence.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace badge::bridge {
namespace {

using Said = std::vector<FromReader>;

const Credential an = Credential::parse("04A1B2C3D4E5F6").value();
const Credential binh = Credential::parse("04112233445566").value();
const Credential random_1 = Credential::parse("08112233").value();
const Credential random_2 = Credential::parse("08445566").value();
const Said nothing;

Presence watching() {
  Presence presence(3);
  presence.opened();
  (void)presence.missed();
  return presence;
}

TEST(Presence, SaysACardThatStaysOnce) {
  auto presence = watching();
  EXPECT_EQ(presence.seen(an), (Said{CardSeen{an, false}}));
  for (int n = 0; n < 1000; ++n) EXPECT_EQ(presence.seen(an), nothing);
}

TEST(Presence, SaysRemovedOnlyAfterSeveralMissesInARow) {
  auto presence = watching();
  (void)presence.seen(an);
  EXPECT_EQ(presence.missed(), nothing);
  EXPECT_EQ(presence.missed(), nothing);
  EXPECT_EQ(presence.seen(an), nothing) << "a trembling hand is no second tap";
  EXPECT_EQ(presence.missed(), nothing);
  EXPECT_EQ(presence.unclear(), nothing);
  EXPECT_EQ(presence.missed(), (Said{CardRemoved{}}));
  EXPECT_EQ(presence.missed(), nothing);
  EXPECT_EQ(presence.seen(an), (Said{CardSeen{an, false}}));
}

TEST(Presence, TakesAnotherCardForANewTap) {
  auto presence = watching();
  (void)presence.seen(an);
  EXPECT_EQ(presence.seen(binh), (Said{CardRemoved{}, CardSeen{binh, false}}));
}

TEST(Presence, TakesRandomUidsInARowForOneCard) {
  auto presence = watching();
  EXPECT_EQ(presence.seen(random_1), (Said{CardSeen{random_1, false}}));
  EXPECT_EQ(presence.seen(random_2), nothing);
  EXPECT_EQ(presence.seen(an), (Said{CardRemoved{}, CardSeen{an, false}}));
}

TEST(Presence, MarksACardThatLayThereWhenTheDeviceWasOpened) {
  Presence presence(3);
  presence.opened();
  EXPECT_EQ(presence.unclear(), nothing) << "tells nothing about what lies there";
  EXPECT_EQ(presence.seen(an), (Said{CardSeen{an, true}}));
  presence.opened();
  EXPECT_FALSE(presence.card_is_there());
  EXPECT_EQ(presence.seen(an), (Said{CardSeen{an, true}})) << "and does not say that it was removed";
  presence.opened();
  EXPECT_EQ(presence.missed(), nothing);
  EXPECT_EQ(presence.seen(an), (Said{CardSeen{an, false}})) << "it came later";
}

RC_GTEST_PROP(Presence, SaysSeenAndRemovedInTurn, (std::vector<int> looks)) {
  Presence presence(*rc::gen::inRange(1, 5));
  presence.opened();
  bool there = false;
  for (const int look : looks) {
    const auto said = look % 4 == 0   ? presence.seen(an)
                      : look % 4 == 1 ? presence.seen(binh)
                      : look % 4 == 2 ? presence.unclear()
                                      : presence.missed();
    for (const auto& message : said) {
      RC_ASSERT(std::holds_alternative<CardSeen>(message) != there);
      there = !there;
    }
    RC_ASSERT(presence.card_is_there() == there);
  }
}

}  // namespace
}  // namespace badge::bridge
