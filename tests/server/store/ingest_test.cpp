#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

class Ingest : public StoreTest {
 protected:
  Ingest() {
    for (std::uint32_t i = 0; i < 10; ++i) journal_.add(tap(card(i), at(july_9, 7h + i * 1min)));
  }
  Journal journal_;
};

TEST_F(Ingest, AcknowledgesTheMarkOfTheLastRowAndKeepsEveryTap) {
  EXPECT_EQ(acknowledged(journal_.all()), journal_.last());
  EXPECT_EQ(taps_in(), 10U);
  EXPECT_EQ(words_of(card(3)).size(), 1U);
  expect_verified();
}

TEST_F(Ingest, StoresARepeatedBatchOnce) {
  acknowledged(journal_.all());
  EXPECT_EQ(acknowledged(journal_.all()), journal_.last());
  EXPECT_EQ(acknowledged(journal_.batch(2, 4)), journal_.last());
  EXPECT_EQ(taps_in(), 10U);
  expect_verified();
}

TEST_F(Ingest, TakesOnlyTheNewRowsOfABatchThatOverlaps) {
  acknowledged(journal_.batch(1, 6));
  EXPECT_EQ(acknowledged(journal_.batch(4, 10)), journal_.last());
  EXPECT_EQ(taps_in(), 10U);
  expect_verified();
}

TEST_F(Ingest, AsksForWhatIsMissingBeforeABatchAndStoresNothingOfIt) {
  acknowledged(journal_.batch(1, 3));
  EXPECT_EQ(acknowledged(journal_.batch(7, 10)), journal_.mark(3));
  EXPECT_EQ(taps_in(), 3U);
}

TEST_F(Ingest, AsksAStreamThatItDoesNotKnowToBeginAtItsBeginning) {
  EXPECT_EQ(acknowledged(journal_.batch(5, 10)), Mark{});
  EXPECT_EQ(taps_in(), 0U);
}

TEST_F(Ingest, KeepsMarkAndTapsOverARestart) {
  acknowledged(journal_.all());
  open();
  EXPECT_EQ(acknowledged(journal_.batch(11, 10)), journal_.last());
  EXPECT_EQ(taps_in(), 10U);
}

TEST_F(Ingest, CallsAClonedJournalForkedWhenItContinuesFromTheMark) {
  auto clone = journal_;
  acknowledged(journal_.all());
  journal_.add(tap(card(50), at(july_9, 8h)));
  clone.add(tap(card(51), at(july_9, 8h)));
  acknowledged(journal_.batch(11, 11));
  const auto answer = send(clone.batch(11, 11));
  ASSERT_TRUE(std::holds_alternative<store::Forked>(answer));
  EXPECT_EQ(std::get<store::Forked>(answer).known, journal_.last());
  clone.add(tap(card(52), at(july_9, 9h)));
  EXPECT_TRUE(std::holds_alternative<store::Forked>(send(clone.batch(12, 12))));
  EXPECT_TRUE(words_of(card(51)).empty());
  EXPECT_TRUE(words_of(card(52)).empty());
  expect_verified();
}

TEST_F(Ingest, CallsAClonedJournalForkedWhenItsRowsRunOverTheMark) {
  auto clone = journal_;
  journal_.add(tap(card(50), at(july_9, 8h)));
  clone.add(tap(card(51), at(july_9, 8h)));
  clone.add(tap(card(52), at(july_9, 9h)));
  acknowledged(journal_.all());
  EXPECT_TRUE(std::holds_alternative<store::Forked>(send(clone.batch(5, 12))));
  EXPECT_EQ(taps_in(), 11U);
}

TEST_F(Ingest, KeepsARowThatNobodyUnderstandsAsItCame) {
  journal_.add_line(R"({"seq":11,"t":"tap","reader":"cong-a-1","uid":"XYZ"})");
  journal_.add_line("not even json");
  journal_.add(tap(card(60), at(july_9, 9h)));
  EXPECT_EQ(acknowledged(journal_.all()), journal_.last());
  EXPECT_EQ(taps_in(), 11U);
  const auto rows = store_->snapshot().quarantine(10);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].seq, 12U);
  EXPECT_EQ(rows[0].raw, "not even json");
  EXPECT_EQ(rows[1].seq, 11U);
  EXPECT_EQ(rows[1].bridge, "cong-a");
  EXPECT_EQ(store_->snapshot().quarantined_rows(), 2U);
  expect_verified();
}

TEST_F(Ingest, KeepsARowWithTheWrongNumberInItsPlace) {
  journal_.add_line(encode(Entry{99, tap(card(61), at(july_9, 9h))}));
  EXPECT_EQ(acknowledged(journal_.all()), journal_.last());
  EXPECT_EQ(store_->snapshot().quarantine(1).at(0).seq, 11U);
  EXPECT_TRUE(words_of(card(61)).empty());
  expect_verified();
}

TEST_F(Ingest, RecordsRowsThatAJournalLostAndGoesOnBehindThem) {
  acknowledged(journal_.batch(1, 2));
  EXPECT_EQ(acknowledged(journal_.lost_before(8, journal_.mark(2))), journal_.last());
  const auto lost = store_->snapshot().lost_rows();
  ASSERT_EQ(lost.size(), 1U);
  EXPECT_EQ(lost[0].first, 3U);
  EXPECT_EQ(lost[0].last, 7U);
  EXPECT_EQ(taps_in(), 5U);
  EXPECT_EQ(store_->snapshot().streams().at(0).lost_rows, 5U);
  expect_verified();
}

TEST_F(Ingest, DoesNotRecordRowsAsLostThatItHolds) {
  acknowledged(journal_.batch(1, 5));
  EXPECT_EQ(acknowledged(journal_.lost_before(8, Mark{})), journal_.last());
  EXPECT_EQ(store_->snapshot().lost_rows().at(0).first, 6U);
  EXPECT_EQ(taps_in(), 8U);
  expect_verified();
}

TEST_F(Ingest, SaysWhereATapCameFromAndHowFarItsClockCanBeBelieved) {
  auto doubtful = tap(card(70), at(july_9, 9h + 30s + 999ms));
  doubtful.direction = Direction::in;
  doubtful.offset_ms = -2001;
  journal_.add(doubtful);
  acknowledged(journal_.all());
  const std::vector keys{store::TapKey::card(card(70))};
  const auto found = store_->snapshot().taps_of(keys, at(july_9, 0h), at(july_9, 24h));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].tap.at(), std::chrono::sys_seconds(july_9) + 9h + 30s);
  EXPECT_EQ(found[0].source.reader, "cong-a-1");
  EXPECT_EQ(found[0].source.entrance, "cong-a");
  EXPECT_EQ(found[0].source.direction, Direction::in);
  EXPECT_EQ(found[0].source.origin, "cong-a");
  EXPECT_FALSE(found[0].source.imported);
  EXPECT_TRUE(found[0].tap.clock_doubtful(2));
  EXPECT_FALSE(found[0].tap.clock_doubtful(3));
}

TEST_F(Ingest, TellsOfCommittedTapsOnceAndOfTheNewestOnly) {
  std::vector<store::LiveTap> live;
  on_committed_ = [&live](std::span<const store::LiveTap> taps) { live.assign(taps.begin(), taps.end()); };
  open();
  for (std::uint32_t i = 0; i < 200; ++i) journal_.add(tap(card(1000 + i), at(july_9, 9h)));
  acknowledged(journal_.all());
  acknowledged(journal_.all());  // nothing new; also the hook has returned by then
  ASSERT_EQ(live.size(), store::live_taps_max);
  EXPECT_EQ(live.back().credential, card(1199));
  EXPECT_EQ(live.back().bridge, "cong-a");
}

TEST_F(Ingest, RefusesWhatItsQueueCannotHold) {
  std::promise<void> release;
  auto released = release.get_future().share();
  // The first answer holds the writer's thread, so that nothing leaves the queue.
  ASSERT_TRUE(store_->ingest(journal_.all(), [released](const auto&) { released.wait(); }));
  std::size_t taken = 0;
  std::atomic<std::size_t> answered = 0;
  while (taken < 100'000 && store_->ingest(journal_.all(), [&answered](const auto&) { ++answered; })) ++taken;
  EXPECT_LT(taken, 100'000U);
  release.set_value();
  EXPECT_TRUE(eventually([&] { return answered == taken; }));
  EXPECT_EQ(taps_in(), 10U);
}

TEST(ReadBatch, NamesTheLineThatIsNoHead) {
  EXPECT_TRUE(store::read_batch("cong-a", "{}").error().starts_with("line 1: "));
}

TEST(ReadBatch, RefusesMoreRowsThanOneBatchMayHold) {
  Journal journal;
  std::string body =
      encode(BatchHead{"cong-a", journal.stream(), Mark{}, at(july_9, 8h), std::nullopt}) + "\n";
  for (std::size_t i = 0; i <= batch_rows_max; ++i) body += "{}\n";
  EXPECT_FALSE(store::read_batch("cong-a", body).has_value());
}

}  // namespace
}  // namespace badge::test
