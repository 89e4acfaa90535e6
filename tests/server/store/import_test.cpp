#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

class TapImport : public StoreTest {
 protected:
  static std::vector<store::ImportedTap> taps(std::uint32_t count, std::uint32_t first = 0) {
    std::vector<store::ImportedTap> made;
    for (std::uint32_t i = 0; i < count; ++i) {
      made.push_back({store::TapKey::card(card(first + i)), at(july_9, 7h + i * 1s), "may-cu"});
    }
    return made;
  }
  static Digest digest(std::uint8_t number) {
    Digest made;
    made.bytes[0] = number;
    return made;
  }
  store::ImportId staged(std::uint32_t count) {
    const auto id = store_->begin_import("admin", "taps.csv");
    EXPECT_TRUE(store_->stage_taps(id, 0, taps(count)));
    return id;
  }
};

TEST_F(TapImport, IsSeenByNobodyUntilItIsFinishedAndThenWhole) {
  const auto id = staged(100);
  EXPECT_TRUE(store_->stage_taps(id, 1, taps(50, 1000)));
  EXPECT_EQ(taps_in(), 0U);
  EXPECT_TRUE(store_->snapshot().months().empty());
  const auto outcome = store_->finish_import(id, digest(1), {});
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->added, 150U);
  EXPECT_EQ(taps_in(), 150U);
  EXPECT_EQ(store_->snapshot().months().size(), 1U);
  store_->fold();
  EXPECT_EQ(taps_in(), 150U);
  expect_verified();
}

TEST_F(TapImport, NamesItsFileAsTheSourceAndMayNamePeopleInsteadOfCards) {
  const auto id = store_->begin_import("admin", "taps.csv");
  const std::vector keys{store::TapKey::staff("NV001")};
  const std::vector<store::ImportedTap> made{{keys[0], at(july_9, 7h), "may-cu"}};
  ASSERT_TRUE(store_->stage_taps(id, 0, made));
  ASSERT_TRUE(store_->finish_import(id, digest(1), {}));
  for (int i = 0; i < 2; ++i) {
    const auto found = store_->snapshot().taps_of(keys, at(july_9, 0h), at(july_9, 24h));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].source.imported);
    EXPECT_EQ(found[0].source.origin, "taps.csv");
    EXPECT_EQ(found[0].source.reader, "may-cu");
    EXPECT_EQ(found[0].key.staff_code(), "NV001");
    EXPECT_FALSE(found[0].tap.clock_doubtful(0));
    store_->fold();
  }
}

TEST_F(TapImport, OfTheSameFileAgainAddsNothing) {
  ASSERT_TRUE(store_->finish_import(staged(10), digest(1), {}));
  const auto again = store_->finish_import(staged(10), digest(1), {});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->added, 0U);
  EXPECT_EQ(again->unchanged, 10U);
  EXPECT_EQ(taps_in(), 10U);
  expect_verified();
}

TEST_F(TapImport, IgnoresASliceThatCameBeforeAndRefusesOneTooEarly) {
  const auto id = staged(10);
  EXPECT_TRUE(store_->stage_taps(id, 0, taps(10)));
  EXPECT_FALSE(store_->stage_taps(id, 2, taps(10)));
  EXPECT_EQ(store_->finish_import(id, digest(1), {})->added, 10U);
}

TEST_F(TapImport, IsGoneWhenDiscarded) {
  const auto id = staged(2000);
  store_->discard_import(id);
  EXPECT_FALSE(store_->stage_taps(id, 1, taps(10)));
  EXPECT_FALSE(store_->finish_import(id, digest(1), {}));
  EXPECT_EQ(taps_in(), 0U);
  EXPECT_TRUE(eventually([this] { return store_->snapshot().sources().empty(); }))
      << "its rows are cleaned away";
  EXPECT_EQ(store_->finish_import(staged(10), digest(1), {})->added, 10U);
  expect_verified();
}

TEST_F(TapImport, IsGivenUpWhenTheServerEndsBeforeItIsFinished) {
  const auto id = staged(10);
  open();
  EXPECT_FALSE(store_->finish_import(id, digest(1), {}));
  EXPECT_EQ(taps_in(), 0U);
}

TEST_F(TapImport, StatesItsCompletenessInTheSameStep) {
  const attendance::Date first(std::chrono::year(2026) / 7 / 1);
  const attendance::Completeness complete{"SNV", {first, first + std::chrono::days(30)}, "admin"};
  const auto before = store_->snapshot().version().roster_version;
  ASSERT_TRUE(store_->finish_import(staged(10), digest(1), complete));
  EXPECT_EQ(store_->snapshot().roster_facts().completeness, std::vector{complete});
  EXPECT_GT(store_->snapshot().version().roster_version, before);
}

TEST_F(TapImport, MakesTheVersionsGrowOfItsMonthAndOfTheMonthsThatReachIntoIt) {
  constexpr auto june = std::chrono::year(2026) / 6, july = std::chrono::year(2026) / 7,
                 august = std::chrono::year(2026) / 8, may = std::chrono::year(2026) / 5;
  const auto import_tap = [&](Instant when, std::uint8_t number) {
    const auto id = store_->begin_import("admin", "taps.csv");
    const std::vector<store::ImportedTap> one{{store::TapKey::card(card(1)), when, "may-cu"}};
    ASSERT_TRUE(store_->stage_taps(id, 0, one));
    ASSERT_TRUE(store_->finish_import(id, digest(number), {}));
  };
  const auto version = [&](std::chrono::year_month month) { return store_->snapshot().month_version(month); };
  import_tap(Instant(std::chrono::sys_days(july / 1)) + 1h, 1);
  const auto june_was = version(june), july_was = version(july);
  EXPECT_GT(june_was, 0U) << "the last night of June";
  EXPECT_EQ(words_of(card(1), june).size(), 1U);
  EXPECT_EQ(version(may), 0U);

  import_tap(Instant(std::chrono::sys_days(august / 1)) - 1h, 2);
  EXPECT_GT(version(july), july_was);
  EXPECT_GT(version(august), 0U) << "the first night of August";
  EXPECT_EQ(words_of(card(1), august).size(), 1U);
  EXPECT_EQ(store_->snapshot().months(), std::vector{july}) << "a neighbour holds no tap of its own";
  expect_verified();
}

TEST_F(TapImport, LiesBetweenTheTapsOfEntrancesWithoutDisturbingThem) {
  Journal journal;
  const auto tap_now = [&] {
    journal.add(tap(card(1), at(july_9, 8h)));
    acknowledged(journal.batch(journal.last().seq, journal.last().seq));
  };
  tap_now();
  const auto one = staged(20);
  tap_now();
  ASSERT_TRUE(store_->finish_import(staged(30), digest(2), {}));
  tap_now();
  ASSERT_TRUE(store_->finish_import(one, digest(1), {}));
  tap_now();
  EXPECT_EQ(taps_in(), 54U);
  store_->fold();
  tap_now();
  EXPECT_EQ(taps_in(), 55U);
  store_->fold(true);
  EXPECT_EQ(taps_in(), 55U);
  expect_verified();
}

}  // namespace
}  // namespace badge::test
