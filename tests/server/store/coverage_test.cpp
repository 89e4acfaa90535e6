#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

class Coverage : public StoreTest {
 protected:
  static Listening listening(Instant when, ClockState clock = ClockState::synchronised) {
    return {"cong-a-1", "cong-a", Direction::both, when, clock};
  }
  void send_with_alive(std::uint64_t first, Instant until) {
    acknowledged(
        journal_.batch(first, journal_.last().seq, Alive{journal_.last().seq, {{"cong-a-1", until}}}));
  }
  [[nodiscard]] std::vector<store::CoverageInterval> intervals() const {
    return store_->snapshot().coverage({}, at(july_9, 0h), at(july_9, 24h));
  }
  Journal journal_;
};

TEST_F(Coverage, ReachesFromListeningToTheLastAlive) {
  journal_.add(listening(at(july_9, 6h)));
  send_with_alive(1, at(july_9, 7h));
  send_with_alive(2, at(july_9, 9h));
  ASSERT_EQ(intervals().size(), 1U);
  EXPECT_EQ(intervals()[0].from, at(july_9, 6h));
  EXPECT_EQ(intervals()[0].until, at(july_9, 9h));
  EXPECT_EQ(intervals()[0].entrance, "cong-a");
  EXPECT_TRUE(intervals()[0].open);
}

TEST_F(Coverage, NeverPassesTheTimeOfArrival) {
  now_ = at(july_9, 8h);
  journal_.add(listening(at(july_9, 6h)));
  send_with_alive(1, at(july_9, 20h));
  EXPECT_EQ(intervals().at(0).until, at(july_9, 8h));
}

TEST_F(Coverage, WaitsWithAliveUntilTheRowsBeforeItAreThere) {
  journal_.add(listening(at(july_9, 6h)));
  journal_.add(Deaf{"cong-a-1", at(july_9, 7h), "unplugged"});
  acknowledged(journal_.batch(1, 1, Alive{2, {{"cong-a-1", at(july_9, 9h)}}}));
  EXPECT_EQ(intervals().at(0).until, at(july_9, 6h));
}

TEST_F(Coverage, EndsWhereTheReaderFellDeafAndSaysWhy) {
  journal_.add(listening(at(july_9, 6h)));
  send_with_alive(1, at(july_9, 7h));
  journal_.add(Deaf{"cong-a-1", at(july_9, 7h + 5min), "unplugged"});
  send_with_alive(2, at(july_9, 9h));
  ASSERT_EQ(intervals().size(), 1U);
  EXPECT_EQ(intervals()[0].until, at(july_9, 7h + 5min));
  EXPECT_FALSE(intervals()[0].open);
  EXPECT_EQ(intervals()[0].cause, "unplugged");
  const auto readers = store_->snapshot().streams().at(0).readers;
  ASSERT_EQ(readers.size(), 1U);
  EXPECT_FALSE(readers[0].listening);
  EXPECT_EQ(readers[0].deaf_cause, "unplugged");
}

TEST_F(Coverage, LeavesAHoleWhereAReaderListensAgainWithoutHavingSaidDeaf) {
  journal_.add(listening(at(july_9, 6h)));
  send_with_alive(1, at(july_9, 7h));
  journal_.add(listening(at(july_9, 8h)));
  send_with_alive(2, at(july_9, 9h));
  ASSERT_EQ(intervals().size(), 2U);
  EXPECT_EQ(intervals()[0].until, at(july_9, 7h));
  EXPECT_EQ(intervals()[1].from, at(july_9, 8h));
}

TEST_F(Coverage, NeedsAClockThatCanBeBelieved) {
  journal_.add(listening(at(july_9, 6h), ClockState::unsynchronised));
  send_with_alive(1, at(july_9, 9h));
  EXPECT_TRUE(intervals().empty());
}

TEST_F(Coverage, EndsWhenTheClockSteps) {
  journal_.add(listening(at(july_9, 6h)));
  send_with_alive(1, at(july_9, 7h));
  journal_.add(ClockStep{at(july_9, 8h), 3'600'000});
  send_with_alive(2, at(july_9, 9h));
  ASSERT_EQ(intervals().size(), 1U);
  EXPECT_EQ(intervals()[0].until, at(july_9, 7h));
}

TEST_F(Coverage, EndsWhereRowsWereLost) {
  journal_.add(listening(at(july_9, 6h)));
  send_with_alive(1, at(july_9, 7h));
  for (int i = 0; i < 3; ++i) journal_.add(tap(card(1), at(july_9, 8h)));
  acknowledged(journal_.lost_before(4, journal_.mark(1)));
  send_with_alive(5, at(july_9, 9h));
  EXPECT_EQ(intervals().at(0).until, at(july_9, 7h));
  EXPECT_FALSE(intervals().at(0).open);
}

TEST_F(Coverage, GoesOnAfterARestartOfTheServer) {
  journal_.add(listening(at(july_9, 6h)));
  send_with_alive(1, at(july_9, 7h));
  open();
  send_with_alive(2, at(july_9, 9h));
  EXPECT_EQ(intervals().at(0).until, at(july_9, 9h));
}

TEST_F(Coverage, OfOtherEntrancesIsNotReturned) {
  journal_.add(listening(at(july_9, 6h)));
  send_with_alive(1, at(july_9, 7h));
  const std::vector<std::string> other{"cong-b"};
  EXPECT_TRUE(store_->snapshot().coverage(other, at(july_9, 0h), at(july_9, 24h)).empty());
  EXPECT_TRUE(store_->snapshot().coverage({}, at(july_9, 8h), at(july_9, 24h)).empty());
}

TEST_F(Coverage, MakesTheMonthsVersionGrow) {
  journal_.add(listening(at(july_9, 6h)));
  send_with_alive(1, at(july_9, 7h));
  const auto july = std::chrono::year(2026) / std::chrono::July;
  const auto before = store_->snapshot().month_version(july);
  send_with_alive(2, at(july_9, 7h));
  EXPECT_EQ(store_->snapshot().month_version(july), before) << "nothing was drawn on";
  send_with_alive(2, at(july_9, 8h));
  EXPECT_GT(store_->snapshot().month_version(july), before);
  EXPECT_EQ(store_->snapshot().month_version(std::chrono::year(2026) / 5), 0U);
}

}  // namespace
}  // namespace badge::test
