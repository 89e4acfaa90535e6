#include <gtest/gtest.h>

#include "tests/firmware-bridge/recorder_fixture.hpp"

namespace badge::bridge::test {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

TEST_F(RecorderTest, WritesATapWithItsStampBeforeItShowsGreen) {
  recorder->opened(0);
  recorder->server_time(clock.now.wall + milliseconds(12), clock.now, clock.now);
  EXPECT_EQ(show(an), Light::green);
  const auto taps = all<Tap>();
  ASSERT_EQ(taps.size(), 1U);
  EXPECT_EQ(taps[0], (Tap{.reader = "cong-a-1",
                          .entrance = "cong-a",
                          .direction = Direction::both,
                          .credential = an,
                          .at = morning,
                          .monotonic_ms = 5000,
                          .boot = "1f0c9a3e",
                          .clock = ClockState::synchronised,
                          .offset_ms = 12,
                          .check_ref = {}}));
}

TEST_F(RecorderTest, WritesUnknownBadgesAndShowsAmber) {
  EXPECT_EQ(show(card("01020304")), Light::amber);
  EXPECT_EQ(all<Tap>().size(), 1U);
}

// ---- one presentation, one tap ----

TEST_F(RecorderTest, TakesABadgeThatFlickersForOneTap) {
  EXPECT_EQ(show(an), Light::green);
  recorder->removed(0);
  clock.pass(milliseconds(999));
  EXPECT_EQ(show(an), std::nullopt);
  recorder->removed(0);
  clock.pass(milliseconds(1000));
  EXPECT_EQ(show(an), Light::green);
  EXPECT_EQ(all<Tap>().size(), 2U);
}

TEST_F(RecorderTest, TakesAnotherBadgeAtOnce) {
  show(an);
  recorder->removed(0);
  EXPECT_EQ(show(inspector), Light::green);
  EXPECT_EQ(show(an), Light::green);  // changed for another without a gap
  EXPECT_EQ(all<Tap>().size(), 3U);
}

TEST_F(RecorderTest, TakesABadgeThatLaysThereWhenTheReaderCameBackForTheSameTap) {
  recorder->opened(0);
  show(an);
  recorder->deaf(0, "no answer");
  clock.pass(seconds(20));
  recorder->opened(0);
  EXPECT_EQ(show(an, true), Light::green);  // shown again: nobody knows whether it was seen
  EXPECT_EQ(all<Tap>().size(), 1U);
}

TEST_F(RecorderTest, TakesACardThatDrewANewNumberWhenTheReaderCameBackForTheSameTap) {
  recorder->opened(0);
  EXPECT_EQ(show(card("08A1B2C3")), Light::amber);
  recorder->deaf(0, "no answer");
  clock.pass(seconds(3));
  recorder->opened(0);
  EXPECT_EQ(show(card("08D4E5F6"), true), Light::amber);
  EXPECT_EQ(all<Tap>().size(), 1U);
  EXPECT_EQ(show(card("08D4E5F6")), Light::amber) << "held up anew, it is a tap of its own";
  EXPECT_EQ(all<Tap>().size(), 2U);
}

TEST_F(RecorderTest, TakesABadgeThatLaysThereAfterTheBridgeWasKilledForTheSameTap) {
  recorder->opened(0);
  show(an);
  clock.pass(seconds(20));
  start();
  recorder->opened(0);
  EXPECT_EQ(show(an, true), Light::green);
  EXPECT_EQ(all<Tap>().size(), 1U);
}

TEST_F(RecorderTest, TakesABadgeForANewTapWhereNobodyLookedForAMinute) {
  recorder->opened(0);
  show(an);
  clock.pass(seconds(61));
  start();
  recorder->opened(0);
  EXPECT_EQ(show(an, true), Light::green);
  EXPECT_EQ(all<Tap>().size(), 2U);
}

TEST_F(RecorderTest, RemembersThroughAKillThatABadgeWasTakenAway) {
  recorder->opened(0);
  show(an);
  seconds_pass(120);  // it lay there for long
  recorder->remember();
  recorder->removed(0);
  start();
  recorder->opened(0);
  EXPECT_EQ(show(an, true), Light::green);
  EXPECT_EQ(all<Tap>().size(), 2U);
}

// ---- coverage ----

TEST_F(RecorderTest, EndsCoverageAtTheLastSignOfLife) {
  recorder->opened(0);
  seconds_pass(5);
  clock.pass(seconds(7));  // silent
  recorder->deaf(0, "silent");
  EXPECT_EQ(
      all<Listening>(),
      (std::vector{Listening{"cong-a-1", "cong-a", Direction::both, morning, ClockState::synchronised}}));
  EXPECT_EQ(all<Deaf>(), (std::vector{Deaf{"cong-a-1", morning + seconds(5), "silent"}}));
}

TEST_F(RecorderTest, SaysWhoIsAliveAndUntilWhen) {
  recorder->opened(0);
  seconds_pass(3);
  EXPECT_EQ(recorder->alive_readers(), (std::vector{Alive::Reader{"cong-a-1", morning + seconds(3)}}));
  recorder->deaf(0, "unplugged");
  EXPECT_TRUE(recorder->alive_readers().empty());
}

TEST_F(RecorderTest, EndsAfterAKillWhatWasOpenAtTheLastMomentItKnows) {
  recorder->opened(0);
  seconds_pass(15);
  recorder->remember();
  seconds_pass(9);
  start();
  EXPECT_EQ(all<Deaf>(),
            (std::vector{Deaf{"cong-a-1", morning + seconds(15), "bridge stopped without a word"}}));
  start();
  EXPECT_EQ(all<Deaf>().size(), 1U);  // once
}

TEST_F(RecorderTest, KnowsFromEveryRowHowLongItLived) {
  recorder->opened(0);
  seconds_pass(9);
  show(an);
  start();
  EXPECT_EQ(all<Deaf>().at(0).at, morning + seconds(9));
}

TEST_F(RecorderTest, EndsTheCoverageOfAReaderThatSiteTomlNoLongerNames) {
  recorder->opened(1);
  site.readers.pop_back();
  start();
  EXPECT_EQ(all<Deaf>().at(0).reader, "cong-a-2");
}

TEST_F(RecorderTest, SaysThatAllAreDeafWhenItStops) {
  recorder->opened(0);
  recorder->opened(1);
  recorder->stop();
  EXPECT_EQ(all<Deaf>().size(), 2U);
  EXPECT_EQ(all<Deaf>().at(0).cause, "bridge stopped");
}

TEST_F(RecorderTest, SaysInANewStreamWhoListens) {
  recorder->opened(0);
  journal->set_delivered(journal->last(), 0);
  journal->fork(journal->last().seq, clock.now.wall);
  recorder->stream_forked();
  EXPECT_EQ(all<Listening>().size(), 1U);
}

// ---- clock ----

TEST_F(RecorderTest, BreaksCoverageWhereTheClockSteps) {
  recorder->opened(0);
  seconds_pass(5);
  clock.now.wall += hours(1);
  clock.pass(seconds(1));
  recorder->alive(0);  // must not stretch over the step
  const auto after = morning + seconds(6) + hours(1);
  ASSERT_EQ(rows().size(), 4U);
  EXPECT_EQ(rows()[1], Record(Deaf{"cong-a-1", morning + seconds(5), "clock step"}));
  EXPECT_EQ(rows()[2], Record(ClockStep{after, 3'600'000}));
  EXPECT_EQ(rows()[3], Record(Listening{"cong-a-1", "cong-a", Direction::both, after, ClockState::stepped}));
}

TEST_F(RecorderTest, MarksTapsAfterAStepAndShowsAmberUntilTheServerConfirms) {
  recorder->opened(0);
  clock.now.wall -= hours(1);
  EXPECT_EQ(show(an), Light::amber);
  EXPECT_EQ(all<Tap>().at(0).clock, ClockState::stepped);
  clock.now.wall += hours(1);
  recorder->tick();
  recorder->server_time(clock.now.wall, clock.now, clock.now);
  EXPECT_EQ(show(inspector), Light::green);
  EXPECT_EQ(all<Listening>().back().clock, ClockState::synchronised);
}

TEST_F(RecorderTest, BeginsCoverageAnewWithoutAGapWhenTheClockIsConfirmed) {
  clock.now.kernel_synchronised = false;
  start();
  recorder->opened(0);
  seconds_pass(2);
  recorder->server_time(clock.now.wall, clock.now, clock.now);
  EXPECT_EQ(all<Listening>().at(0).clock, ClockState::unsynchronised);
  EXPECT_EQ(all<Listening>().at(1).clock, ClockState::synchronised);
  EXPECT_EQ(all<Deaf>().at(0).at, all<Listening>().at(1).at);
}

TEST_F(RecorderTest, SeesAStepOfTheClockWhileNobodyWatched) {
  recorder->opened(0);
  seconds_pass(15);
  recorder->remember();
  clock.now.wall -= hours(1);
  clock.pass(seconds(10));
  start();
  EXPECT_EQ(all<ClockStep>(), (std::vector{ClockStep{clock.now.wall, -3'600'000}}));
  EXPECT_EQ(show(an), Light::amber);
}

TEST_F(RecorderTest, TrustsTheServersWordThroughAKill) {
  clock.now.kernel_synchronised = false;
  recorder->opened(0);
  recorder->server_time(clock.now.wall, clock.now, clock.now);
  recorder->remember();
  clock.pass(seconds(90));
  start();
  EXPECT_EQ(show(an), Light::green);
}

// ---- nothing can be written ----

TEST_F(RecorderTest, ShowsRedAndCountsAsDeafWhereNothingCanBeWritten) {
  start(40);
  recorder->opened(0);
  seconds_pass(3);
  fill_disk();
  EXPECT_EQ(show(an), Light::red);
  EXPECT_FALSE(recorder->recording());
  seconds_pass(30);
  EXPECT_EQ(recorder->alive_readers(), (std::vector{Alive::Reader{"cong-a-1", morning + seconds(3)}}));
}

TEST_F(RecorderTest, GoesOnByItselfWhenThereIsRoomAgain) {
  start(40);
  recorder->opened(0);
  seconds_pass(3);
  fill_disk();
  EXPECT_EQ(show(an), Light::red);
  recorder->removed(0);
  seconds_pass(30);
  journal->set_delivered(journal->last(), 0);  // the server took the rows: now they may go
  EXPECT_EQ(show(an), Light::green);
  const auto left = journal->lines_after(journal->pruned_to(), 10);
  ASSERT_EQ(left.size(), 3U);
  const auto record = [&](std::size_t i) { return std::get<Entry>(decode_row(left[i])).record; };
  EXPECT_EQ(record(0), Record(Deaf{"cong-a-1", morning + seconds(3), "journal full"}));
  EXPECT_EQ(std::get<Listening>(record(1)).at, morning + seconds(33));
  EXPECT_EQ(std::get<Tap>(record(2)).credential, an);
}

}  // namespace
}  // namespace badge::bridge::test
