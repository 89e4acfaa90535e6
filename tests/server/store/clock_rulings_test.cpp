// Taps at the times that rulings on their clocks give, read by month and by person; the log stays as it was.
#include "server/store/unsure_taps.hpp"
#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

using attendance::ClockRuling;
using attendance::seconds;

constexpr auto july = std::chrono::year(2026) / std::chrono::July;
constexpr auto january_2000 = std::chrono::year(2000) / std::chrono::January;
constexpr std::chrono::sys_days dead_clock = january_2000 / 1;

class ClockRulings : public StoreTest {
 protected:
  void add(Instant when, ClockState clock, std::optional<std::int32_t> offset_ms = std::nullopt) {
    auto made = tap(card(1), when);
    made.clock = clock;
    made.offset_ms = offset_ms;
    journal_.add(made);
  }
  void rule(std::uint64_t first, std::uint64_t last, seconds offset) {
    store_->apply({"hr", "rulings.csv", {ruling(first, last, offset)}});
  }
  [[nodiscard]] ClockRuling ruling(std::uint64_t first, std::uint64_t last, seconds offset) const {
    return {journal_.stream(), first, last, offset, "Lê Thị Hà", "hết pin"};
  }
  [[nodiscard]] std::vector<store::TapDetail> taps(std::optional<std::uint64_t> as_of = std::nullopt) const {
    const std::vector keys = {store::TapKey::card(card(1))};
    return store_->snapshot().taps_of(keys, at(july_9, 0h), at(july_9, 24h), as_of);
  }
  [[nodiscard]] std::vector<std::chrono::sys_seconds> month(std::chrono::year_month month) const {
    std::vector<std::chrono::sys_seconds> times;
    for (const auto word : words_of(card(1), month)) times.push_back(store::PackedTap{word}.at());
    return times;
  }

  Journal journal_;
};

TEST_F(ClockRulings, MoveTheTapsOfADeadClockIntoTheMonthInWhichTheyWereMade) {
  const auto offset = std::chrono::duration_cast<seconds>(july_9 + 7h - dead_clock);
  add(at(july_9, 6h), ClockState::synchronised);
  add(at(dead_clock, 3min), ClockState::unsynchronised);
  add(at(dead_clock, 4h), ClockState::unsynchronised);
  acknowledged(journal_.all());
  EXPECT_EQ(month(january_2000).size(), 2U);
  rule(2, 3, offset);
  const std::vector<std::chrono::sys_seconds> in_july = {july_9 + 6h, july_9 + 7h + 3min, july_9 + 11h};
  for (const bool folded : {false, true}) {
    if (folded) store_->fold(true);
    EXPECT_EQ(month(july), in_july) << folded;
    EXPECT_TRUE(month(january_2000).empty()) << folded;
    const auto found = taps();
    ASSERT_EQ(found.size(), 3U) << folded;
    EXPECT_FALSE(found[0].ruled);
    ASSERT_TRUE(found[1].ruled);
    EXPECT_EQ(found[1].ruled->stamped.at(), dead_clock + 3min);
    EXPECT_EQ(found[1].ruled->ruling, ruling(2, 3, offset));
    EXPECT_FALSE(found[1].tap.clock_doubtful(1));
  }
  expect_verified();
}

TEST_F(ClockRulings, ReachACredentialThatHasNothingElseInTheMonth) {
  add(at(dead_clock, 1h), ClockState::unsynchronised);
  acknowledged(journal_.all());
  store_->fold(true);
  rule(1, 1, std::chrono::duration_cast<seconds>(july_9 - dead_clock));
  EXPECT_EQ(month(july), std::vector<std::chrono::sys_seconds>{july_9 + 1h});
}

TEST_F(ClockRulings, LeaveTapsWhoseClockWasConfirmed) {
  add(at(july_9, 7h), ClockState::synchronised, 900);
  add(at(july_9, 8h), ClockState::synchronised, -40'000);
  add(at(july_9, 9h), ClockState::stepped);
  acknowledged(journal_.all());
  rule(1, 3, seconds(60));
  EXPECT_EQ(month(july),
            (std::vector<std::chrono::sys_seconds>{july_9 + 7h, july_9 + 8h + 1min, july_9 + 9h + 1min}));
}

TEST_F(ClockRulings, ConcernTheRowsThatTheyNameOfTheirStreamOnly) {
  for (int i = 0; i < 4; ++i) add(at(july_9, 7h + i * 1h), ClockState::unsynchronised);
  acknowledged(journal_.all());
  Journal other("fedcba9876543210fedcba9876543210");
  auto elsewhere = tap(card(1), at(july_9, 8h));
  elsewhere.clock = ClockState::unsynchronised;
  for (int i = 0; i < 2; ++i) other.add(elsewhere);
  acknowledged(other.all());
  rule(2, 3, seconds(90));
  const auto hour = [](int hours, int more = 0) { return july_9 + hours * 1h + more * 1s; };
  EXPECT_EQ(month(july), (std::vector<std::chrono::sys_seconds>{hour(7), hour(8), hour(8), hour(8, 90),
                                                                hour(9, 90), hour(10)}));
}

TEST_F(ClockRulings, TakeAsManyOfEqualTapsAsTheyName) {
  for (int i = 0; i < 3; ++i) add(at(july_9, 7h), ClockState::unsynchronised);
  acknowledged(journal_.all());
  rule(2, 2, seconds(3600));
  EXPECT_EQ(month(july), (std::vector<std::chrono::sys_seconds>{july_9 + 7h, july_9 + 7h, july_9 + 8h}));
}

TEST_F(ClockRulings, AreSupersededWithdrawnAndReadableAsTheyWere) {
  add(at(july_9, 7h), ClockState::unsynchronised);
  acknowledged(journal_.all());
  const auto before = store_->snapshot().version().last_position;
  rule(1, 1, seconds(3600));
  const auto first = store_->snapshot().version().last_position;
  rule(1, 1, seconds(7200));
  EXPECT_EQ(taps().at(0).tap.at(), july_9 + 9h);
  EXPECT_EQ(taps(first).at(0).tap.at(), july_9 + 8h);
  EXPECT_EQ(taps(before).at(0).tap.at(), july_9 + 7h);
  EXPECT_FALSE(taps(before).at(0).ruled);
  store_->apply({"hr", "x", {}, {ruling(1, 1, seconds(0))}});
  EXPECT_EQ(taps().at(0).tap.at(), july_9 + 7h);
  open();
  EXPECT_EQ(taps(first).at(0).tap.at(), july_9 + 8h);
}

TEST_F(ClockRulings, AreOfferedTheTapsInDoubtByStream) {
  journal_.add(Listening{"cong-a-1", "cong-a", Direction::both, at(july_9, 6h), ClockState::synchronised});
  add(at(july_9, 7h), ClockState::synchronised, 1000);
  add(at(july_9, 8h), ClockState::stepped, 5000);
  add(at(july_9, 9h), ClockState::synchronised, -1001);
  acknowledged(journal_.all());
  const auto streams = store_->snapshot().unsure_streams();
  ASSERT_EQ(streams.size(), 1U);
  EXPECT_EQ(streams[0].stream, journal_.stream());
  EXPECT_EQ(streams[0].bridge, "cong-a");
  EXPECT_EQ(streams[0].stored_seq, 4U);
  EXPECT_EQ(streams[0].last_heard, now_.load());
  ASSERT_EQ(streams[0].taps.size(), 2U);
  EXPECT_EQ(streams[0].taps[0].seq, 3U);
  EXPECT_EQ(streams[0].taps[0].clock, ClockState::stepped);
  EXPECT_EQ(streams[0].taps[0].offset_ms, 5000);
  EXPECT_EQ(streams[0].taps[0].boot, "1f0c9a3e");
  EXPECT_EQ(streams[0].taps[1].seq, 4U);
}

}  // namespace
}  // namespace badge::test
