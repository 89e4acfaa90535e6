// What readers saw in check mode: stored beside taps, never among them.
#include <gmock/gmock.h>

#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

using store::CheckedRow;

const auto inspector = card(900);

Tap checked(Credential credential, Instant when, std::string ref) {
  auto one = tap(credential, when);
  one.check_ref = std::move(ref);
  return one;
}

BadgeShown shown(Credential credential, Instant when, std::string ref) {
  return {.reader = "kiem-tra-1",
          .check_ref = std::move(ref),
          .credential = credential,
          .at = when,
          .monotonic_ms = 1000,
          .boot = "1f0c9a3e",
          .clock = ClockState::synchronised,
          .offset_ms = -12};
}

class BadgeChecks : public StoreTest {
 protected:
  std::string ref(std::uint64_t seq) const {
    return journal_.stream().substr(0, 8) + "-" + std::to_string(seq);
  }
  std::vector<CheckedRow> rows() const {
    return store_->snapshot().checked_rows(at(july_9, 0h), at(july_9, 24h));
  }
  /// An inspector's tap that opened a check, two staff, one without a badge, and one counted by mistake.
  void add_check() {
    const auto opening = journal_.add(tap(inspector, at(july_9, 7h)));
    journal_.add(checked(card(1), at(july_9, 7h + 1min), ref(opening)));
    journal_.add(WithoutBadge{"cong-a-1", "cong-a", ref(opening), at(july_9, 7h + 2min), 1});
    journal_.add(WithoutBadge{"cong-a-1", "cong-a", ref(opening), at(july_9, 7h + 3min), 1});
    journal_.add(WithoutBadge{"cong-a-1", "cong-a", ref(opening), at(july_9, 7h + 4min), -1});
    journal_.add(checked(card(2), at(july_9, 7h + 5min), ref(opening)));
  }
  Journal journal_;
};

TEST_F(BadgeChecks, OfAnEntranceAreTapsAndNameTheInspector) {
  add_check();
  acknowledged(journal_.all());
  EXPECT_EQ(taps_in(), 3U) << "the inspector's and two of the staff";
  const auto found = rows();
  ASSERT_EQ(found.size(), 5U);
  for (const auto& row : found) {
    EXPECT_EQ(row.check_ref, ref(1));
    EXPECT_EQ(row.inspector, inspector);
    EXPECT_EQ(row.opened_at, at(july_9, 7h));
    EXPECT_EQ(row.entrance, "cong-a");
  }
  EXPECT_EQ(found[0].card, card(1));
  EXPECT_EQ(found[1].card, std::nullopt);
  EXPECT_EQ(found[1].without_badge + found[2].without_badge + found[3].without_badge, 1);
  EXPECT_EQ(found[4].card, card(2));
  expect_verified();
}

TEST_F(BadgeChecks, AreStoredOnceAndKnowTheInspectorHoweverTheyAreCutIntoBatches) {
  add_check();
  acknowledged(journal_.batch(1, 1));
  acknowledged(journal_.batch(2, 3));
  acknowledged(journal_.batch(2, 6));
  acknowledged(journal_.all());
  const auto found = rows();
  ASSERT_EQ(found.size(), 5U);
  for (const auto& row : found) EXPECT_EQ(row.inspector, inspector);
  expect_verified();
}

TEST_F(BadgeChecks, OfAPortableReaderAreNoTapsAndNoSource) {
  const auto opening = journal_.add(shown(inspector, at(july_9, 9h), ref(1)));
  ASSERT_EQ(opening, 1U);
  journal_.add(shown(card(1), at(july_9, 9h + 1min), ref(1)));
  journal_.add(WithoutBadge{"kiem-tra-1", "", ref(1), at(july_9, 9h + 2min), 1});
  acknowledged(journal_.all());
  EXPECT_EQ(taps_in(), 0U);
  EXPECT_TRUE(store_->snapshot().months().empty());
  for (const auto& source : store_->snapshot().sources()) EXPECT_NE(source.reader, "kiem-tra-1");
  const auto found = rows();
  ASSERT_EQ(found.size(), 3U);
  for (const auto& row : found) {
    EXPECT_EQ(row.inspector, inspector);
    EXPECT_EQ(row.entrance, "");
    EXPECT_EQ(row.opened_at, at(july_9, 9h));
  }
  EXPECT_EQ(found[2].without_badge, 1);
  expect_verified();
}

TEST_F(BadgeChecks, WhoseOpeningNeverCameHaveNoInspectorAndNeverAnothersTap) {
  journal_.add(tap(card(5), at(july_9, 7h)));
  journal_.add(checked(card(1), at(july_9, 7h + 1min), "ffffffff-1"));  // of a stream that is not here
  journal_.add(checked(card(1), at(july_9, 7h + 1min), "what is this"));
  acknowledged(journal_.all());
  Journal other("ffffffff000000000000000000000000");
  other.add(tap(card(6), at(july_9, 7h)));
  auto batch = other.all();
  batch.bridge = "cong-b";  // of another bridge, which may call its journal as it likes
  acknowledged(std::move(batch));
  journal_.add(checked(card(2), at(july_9, 7h + 2min), "ffffffff-1 "));
  acknowledged(journal_.all());
  const auto found = rows();
  ASSERT_EQ(found.size(), 3U);
  for (const auto& row : found) EXPECT_EQ(row.inspector, std::nullopt) << row.check_ref;
  expect_verified();
}

TEST_F(BadgeChecks, AreFoundInAStreamThatGoesOnInANewOne) {
  const auto opening = journal_.add(tap(inspector, at(july_9, 7h)));
  acknowledged(journal_.all());
  Journal moved("00112233445566778899aabbccddeeff");
  moved.add(checked(card(1), at(july_9, 7h + 1min), ref(opening)));
  acknowledged(moved.all());
  ASSERT_EQ(rows().size(), 1U);
  EXPECT_EQ(rows()[0].inspector, inspector);
}

TEST_F(BadgeChecks, GoWithTheTapsOfTheirMonth) {
  add_check();
  journal_.add(shown(card(3), at(july_9, 9h), ref(1)));
  acknowledged(journal_.all());
  store_->fold();
  const auto later = attendance::Date(std::chrono::year(2026) / 9 / 1);
  now_ = Instant(std::chrono::sys_days(std::chrono::year(2026) / 12 / 1));
  (void)store_->erase(store::RecordKind::taps, later);
  EXPECT_TRUE(rows().empty());
  EXPECT_EQ(taps_in(), 0U);
  expect_verified();
}

TEST_F(BadgeChecks, OfAMonthThatIsKeptStay) {
  add_check();
  acknowledged(journal_.all());
  store_->fold();
  (void)store_->erase(store::RecordKind::taps, attendance::Date(std::chrono::year(2026) / 7 / 1));
  EXPECT_EQ(rows().size(), 5U);
  expect_verified();
}

TEST_F(BadgeChecks, AreSeenByVerifyWhereOneIsMissing) {
  add_check();
  acknowledged(journal_.all());
  store_.reset();
  for (const auto* change :
       {"DELETE FROM badge_check WHERE kind = 0 AND seq = 2", "DELETE FROM badge_check WHERE seq = 3"}) {
    store::Database(data() / "store.db", store::Database::Mode::read_write).execute(change);
  }
  open();
  EXPECT_EQ(store_->verify().differences.size(), 2U);
}

}  // namespace
}  // namespace badge::test
