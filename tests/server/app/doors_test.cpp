#include "server/app/doors.hpp"

#include <gtest/gtest.h>

namespace badge::app {
namespace {

using namespace std::chrono_literals;
using Troubles = std::vector<DoorTrouble>;

const Instant now{1'783'557'432'000ms};

store::ReaderStatus listening(const std::string& reader, const std::string& entrance) {
  return {reader, entrance, true, now - 3h, now - 2s, "", ClockState::synchronised};
}

store::ReaderStatus deaf(const std::string& reader, const std::string& entrance) {
  return {reader, entrance, false, now - 20min, now - 20min, "unplugged", ClockState::synchronised};
}

store::StreamStatus stream(const std::string& bridge, std::vector<store::ReaderStatus> readers,
                           Instant last_heard = now - 2s) {
  store::StreamStatus status;
  status.stream = bridge + "-stream";
  status.bridge = bridge;
  status.last_heard = last_heard;
  status.clock_offset = 40ms;
  status.readers = std::move(readers);
  return status;
}

DoorFacts facts_of(std::vector<store::StreamStatus> streams, std::set<std::string> serving) {
  return {now, std::move(streams), {}, std::move(serving), {}, {}, 30s};
}

TEST(Doors, ADoorWhoseReadersListenNeedsNobody) {
  const auto doors = doors_of(facts_of({stream("b", {listening("a-1", "a"), listening("a-2", "a")})}, {"a"}));
  ASSERT_EQ(doors.size(), 1U);
  EXPECT_EQ(doors[0].troubles, Troubles{});
  EXPECT_FALSE(doors[0].cannot_wait);
  ASSERT_EQ(doors[0].readers.size(), 2U);
  EXPECT_EQ(doors[0].readers[1].state, ReaderState::listening);
  EXPECT_EQ(doors[0].clock_offset, 40ms);
}

TEST(Doors, ADeafReaderIsToldWithItsCauseThoughTheOtherListens) {
  const auto doors = doors_of(facts_of({stream("b", {listening("a-1", "a"), deaf("a-2", "a")})}, {"a"}));
  EXPECT_EQ(doors[0].troubles, Troubles{DoorTrouble::deaf});
  EXPECT_TRUE(doors[0].cannot_wait);
  EXPECT_EQ(doors[0].readers[1].cause, "unplugged");
  EXPECT_EQ(doors[0].readers[1].since, now - 20min);
}

TEST(Doors, OfABridgeThatIsNotHeardNobodyKnowsWhetherItsReadersListen) {
  const auto heard_at = [](Instant at) {
    return doors_of(facts_of({stream("b", {listening("a-1", "a")}, at)}, {"a"}))[0];
  };
  EXPECT_EQ(heard_at(now - silent_after).readers[0].state, ReaderState::listening);
  const auto silent = heard_at(now - silent_after - 1ms);
  EXPECT_EQ(silent.readers[0].state, ReaderState::silent);
  EXPECT_EQ(silent.readers[0].since, now - 2s) << "until then it is known to have listened";
  EXPECT_EQ(silent.troubles, Troubles{DoorTrouble::silent});
}

TEST(Doors, AnEntranceThatWasAnnouncedAndNeverHeardIsListed) {
  auto facts = facts_of({}, {"a"});
  facts.expected = {"b"};
  const auto doors = doors_of(facts);
  ASSERT_EQ(doors.size(), 2U);
  EXPECT_EQ(doors[0].troubles, Troubles{DoorTrouble::never_heard});
  EXPECT_EQ(doors[1].entrance, "b");
  EXPECT_EQ(doors[1].troubles, (Troubles{DoorTrouble::never_heard, DoorTrouble::serves_none}));
}

TEST(Doors, AClockBeyondTheLimitOrNotConfirmedCannotWait) {
  auto far = stream("b", {listening("a-1", "a")});
  far.clock_offset = -30'001ms;
  EXPECT_EQ(doors_of(facts_of({far}, {"a"}))[0].troubles, Troubles{DoorTrouble::clock});
  far.clock_offset = -30'000ms;
  EXPECT_EQ(doors_of(facts_of({far}, {"a"}))[0].troubles, Troubles{});
  auto unsure = stream("b", {listening("a-1", "a")});
  unsure.readers[0].clock = ClockState::stepped;
  EXPECT_EQ(doors_of(facts_of({unsure}, {"a"}))[0].troubles, Troubles{DoorTrouble::clock});
}

TEST(Doors, RowsThatWaitAreNotedAndRowsThatAreLostCannotWaitForAMonth) {
  auto late = stream("b", {listening("a-1", "a")});
  late.waiting_rows = waiting_rows_noted;
  EXPECT_EQ(doors_of(facts_of({late}, {"a"}))[0].troubles, Troubles{DoorTrouble::waiting});
  EXPECT_FALSE(doors_of(facts_of({late}, {"a"}))[0].cannot_wait);
  auto facts = facts_of({stream("b", {listening("a-1", "a")})}, {"a"});
  facts.lost = {{"b-stream", "b", 4, 8, now - 2h, now - 1h, now - 1h}};
  EXPECT_EQ(doors_of(facts)[0].lost_rows, 5U);
  EXPECT_TRUE(doors_of(facts)[0].cannot_wait);
  facts.lost[0].recorded_at = now - lost_shown - 1ms;
  EXPECT_EQ(doors_of(facts)[0].troubles, Troubles{});
}

TEST(Doors, TheNewestWordOfAReaderCountsWhicheverJournalItStandsIn) {
  const auto old = stream("b", {listening("a-1", "a")}, now - 24h);
  const auto fresh = stream("b", {deaf("a-1", "a")});
  for (const auto& streams : {std::vector{old, fresh}, std::vector{fresh, old}}) {
    const auto doors = doors_of(facts_of(streams, {"a"}));
    ASSERT_EQ(doors[0].readers.size(), 1U);
    EXPECT_EQ(doors[0].readers[0].state, ReaderState::deaf);
  }
}

TEST(Doors, AReaderThatSomebodyGaveUpIsLeftOutUnlessItListens) {
  auto facts = facts_of({stream("b", {listening("a-1", "a"), deaf("a-2", "a")})}, {"a"});
  facts.given_up = {{"a", "a-2", {}, "HR", "hỏng"}, {"a", "a-1", {}, "HR", "hỏng"}};
  const auto doors = doors_of(facts);
  ASSERT_EQ(doors[0].readers.size(), 1U);
  EXPECT_EQ(doors[0].readers[0].reader, "a-1");
  EXPECT_EQ(doors[0].troubles, Troubles{});
}

TEST(Doors, ThoseThatCannotWaitStandFirstThenThoseToLookAt) {
  auto late = stream("c", {listening("c-1", "c")});
  late.waiting_rows = 1000;
  const auto doors = doors_of(facts_of(
      {stream("a", {listening("a-1", "a")}), late, stream("z", {deaf("z-1", "z")})}, {"a", "c", "z"}));
  std::string order;
  for (const auto& door : doors) order += door.entrance;
  EXPECT_EQ(order, "zca");
}

}  // namespace
}  // namespace badge::app
