// rapidcheck needs gtest before it.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

constexpr auto july = std::chrono::year(2026) / std::chrono::July;
constexpr auto august = std::chrono::year(2026) / std::chrono::August;
using Months = std::map<std::pair<std::chrono::year_month, std::string>, std::vector<std::uint64_t>>;

Months months_of(const store::Store& store) {
  Months months;
  for (const auto month : {july, august}) {
    store.snapshot().for_each_credential_month(month, [&](const store::CredentialMonth& found) {
      auto& words = months[{month, std::string(found.key.bytes())}];
      for (const auto tap : found.taps) words.push_back(tap.word);
    });
  }
  return months;
}

class MonthsOfTaps : public StoreTest {
 protected:
  void add(std::uint32_t number, Instant when) { journal_.add(tap(card(number), when)); }
  void send_new() {
    while (sent_ < journal_.last().seq) {
      const auto last = std::min<std::uint64_t>(sent_ + batch_rows_max, journal_.last().seq);
      acknowledged(journal_.batch(sent_ + 1, last));
      sent_ = last;
    }
  }
  Journal journal_;
  std::uint64_t sent_ = 0;
};

TEST_F(MonthsOfTaps, HoldTheNightsAtBothEnds) {
  const std::chrono::sys_days first = july / 1;
  const std::chrono::sys_days next = august / 1;
  add(1, Instant(first) - 48h - 1s);
  add(1, Instant(first) - 48h);
  add(1, Instant(first) + 72h);
  add(1, Instant(next) + 48h - 1s);
  add(1, Instant(next) + 48h);
  send_new();
  EXPECT_EQ(words_of(card(1), july).size(), 3U);
  store_->fold();
  EXPECT_EQ(words_of(card(1), july).size(), 3U);
  EXPECT_EQ(words_of(card(1), august).size(), 2U);
}

TEST_F(MonthsOfTaps, AreReadTheSameFoldedOrNot) {
  for (std::uint32_t i = 0; i < 3000; ++i) add(i % 37, at(july_9, i * 997s));
  send_new();
  const auto unfolded = months_of(*store_);
  store_->fold();
  EXPECT_EQ(months_of(*store_), unfolded);
  for (std::uint32_t i = 0; i < 100; ++i) add(i % 50, at(july_9, i * 31s));
  send_new();
  const auto half = months_of(*store_);
  EXPECT_NE(half, unfolded);
  store_->fold(true);
  EXPECT_EQ(months_of(*store_), half);
  expect_verified();
}

TEST_F(MonthsOfTaps, AreFoldedByThemselvesAndReadTheSameMeanwhile) {
  std::size_t sent = 0;
  for (int round = 0; round < 20; ++round) {
    for (std::uint32_t i = 0; i < 1000; ++i) add(i % 211, at(july_9, i * 1min));
    sent += 1000;
    send_new();
    ASSERT_EQ(taps_in(), sent);
  }
  expect_verified();
  EXPECT_TRUE(eventually([&] { return store_->verify().checked.at("credential_months") >= 211; }));
  EXPECT_EQ(taps_in(), sent);
  expect_verified();
}

TEST_F(MonthsOfTaps, GiveOnePersonsTapsInOrderOfTimeAcrossMonths) {
  add(1, at(july_9, 8h));
  add(2, at(july_9, 7h));
  add(3, at(july_9, 7h));
  add(1, Instant(std::chrono::sys_days(august / 1)) + 1h);
  send_new();
  store_->fold();
  add(1, at(july_9, 6h));
  send_new();
  const std::vector keys{store::TapKey::card(card(1)), store::TapKey::card(card(2)),
                         store::TapKey::card(card(9))};
  const auto snapshot = store_->snapshot();
  const auto all = snapshot.taps_of(keys, at(july_9, 0h), Instant(std::chrono::sys_days(august / 2)));
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].tap.at(), std::chrono::sys_seconds(july_9) + 6h);
  EXPECT_EQ(all[1].key, keys[1]);
  EXPECT_EQ(all[3].tap.at(), std::chrono::sys_seconds(std::chrono::sys_days(august / 1)) + 1h);
  EXPECT_EQ(snapshot.taps_of(keys, at(july_9, 7h), at(july_9, 8h)).size(), 1U)
      << "from is included, to is not";
}

TEST_F(MonthsOfTaps, AreListedWhereTheyHoldTaps) {
  EXPECT_TRUE(store_->snapshot().months().empty());
  add(1, at(july_9, 8h));
  add(1, Instant(std::chrono::sys_days(august / 1)) + 1h);  // in July's reach
  send_new();
  EXPECT_EQ(store_->snapshot().months(), (std::vector<std::chrono::year_month>{july, august}));
}

TEST_F(MonthsOfTaps, MakeTheVersionsGrowOfTheMonthsThatReachThemAndOfNoOther) {
  const auto version = [&](std::chrono::year_month month) { return store_->snapshot().month_version(month); };
  add(1, at(july_9, 8h));
  send_new();
  const auto july_was = version(july);
  EXPECT_GT(july_was, 0U);
  EXPECT_EQ(version(august), 0U) << "far from its ends";
  add(1, Instant(std::chrono::sys_days(august / 1)) + 1h);  // the last night of July
  send_new();
  EXPECT_GT(version(july), july_was);
  EXPECT_GT(version(august), 0U);
  const auto august_was = version(august);
  add(1, Instant(std::chrono::sys_days(august / 1)) - 1h);  // the first night of August
  send_new();
  EXPECT_GT(version(august), august_was);
}

TEST_F(MonthsOfTaps, KnowWhichCardsNobodyHolds) {
  store_->apply({"admin", "badges.csv", {attendance::Badge{"A1", card(1).hex(), {}, {}}}});
  add(1, at(july_9, 8h));
  add(2, at(july_9, 8h));
  add(2, at(july_9, 9h));
  send_new();
  const auto unknown = store_->snapshot().unknown_credentials(july);
  ASSERT_EQ(unknown.size(), 1U);
  EXPECT_EQ(unknown[0].credential, card(2));
  EXPECT_EQ(unknown[0].taps, 2U);
  EXPECT_EQ(unknown[0].last, std::chrono::sys_seconds(july_9) + 9h);
  EXPECT_EQ(unknown[0].last_entrance, "cong-a");
}

/// What the store should hold: every tap in the month it lies in and in each that reaches it.
Months expected(const std::vector<std::pair<std::uint32_t, Instant>>& taps) {
  Months months;
  for (const auto& [number, when] : taps) {
    for (const auto month : {july, august}) {
      const Instant begin(std::chrono::sys_days(month / 1));
      const Instant end(std::chrono::sys_days((month + std::chrono::months(1)) / 1));
      if (when < begin - store::month_reach || when >= end + store::month_reach) continue;
      const auto key = store::TapKey::card(card(number));
      months[{month, std::string(key.bytes())}].push_back(
          store::PackedTap::pack(when, 1, ClockState::synchronised, -12).word);
    }
  }
  for (auto& [key, words] : months) std::ranges::sort(words);
  return months;
}

RC_GTEST_PROP(MonthsOfTapsLaw, FoldingAtAnyMomentEqualsRecomputing, ()) {
  TempDir folder;
  store::Store store({.data_folder = folder.path(), .create = true, .now = {}, .on_committed = {}});
  std::vector<std::pair<std::uint32_t, Instant>> taps;
  Journal journal;
  std::promise<void> last;
  const auto steps = *rc::gen::inRange(1, 7);
  for (int step = 0; step < steps; ++step) {
    const auto count = *rc::gen::inRange(1, 30);
    const auto first = journal.last().seq + 1;
    for (int i = 0; i < count; ++i) {
      const auto number = static_cast<std::uint32_t>(*rc::gen::inRange(0, 5));
      const auto when = Instant(std::chrono::sys_days(july / 1)) +
                        std::chrono::seconds(*rc::gen::inRange(-3 * 86'400, 65 * 86'400));
      taps.emplace_back(number, when);
      journal.add(tap(card(number), when));
    }
    std::promise<void> answered;
    RC_ASSERT(
        store.ingest(journal.batch(first, journal.last().seq), [&](const auto&) { answered.set_value(); }));
    answered.get_future().wait();
    const auto choice = *rc::gen::inRange(0, 6);
    if (choice == 0) store.fold();
    if (choice == 1) store.fold(true);
  }
  RC_ASSERT(months_of(store) == expected(taps));
  RC_ASSERT(store.verify().ok());
}

}  // namespace
}  // namespace badge::test
