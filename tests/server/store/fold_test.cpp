/// The round of folding, cut off at every place where the program can end or a transaction can be undone.
#include "server/store/fold.hpp"

#include "server/store/data_folder.hpp"
#include "server/store/fact_rows.hpp"
#include "server/store/month_reader.hpp"
#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

constexpr auto july = std::chrono::year(2026) / std::chrono::July;
constexpr std::chrono::milliseconds one_step{0};  // of a slice: one tap gathered, or one row written

class FoldRound : public StoreTest {
 protected:
  /// Three cards, taps in turn: a round has as many slices as taps, and then three.
  void send_taps(std::uint32_t count) {
    open();
    const auto first = journal_.last().seq + 1;
    for (std::uint32_t i = 0; i < count; ++i) journal_.add(tap(card(i % 3), at(july_9, (50 - i) * 1min)));
    acknowledged(journal_.batch(first, journal_.last().seq));
    store_.reset();
  }
  void open_database() {
    database_ = std::make_unique<store::Database>(store::open_for_writing(data(), false, 0));
    state_.load(*database_);
  }
  /// True: all is folded.
  bool slice(store::Fold& fold) {
    store::Transaction transaction(*database_);
    const bool done = fold.slice(*database_, state_, store::SliceClock(one_step));
    state_.save(*database_);
    transaction.commit();
    return done;
  }
  void slice_undone(store::Fold& fold) {
    {
      store::Transaction transaction(*database_);
      fold.slice(*database_, state_, store::SliceClock(one_step));
      state_.save(*database_);
    }
    state_.load(*database_);
  }
  [[nodiscard]] std::size_t taps_read() {
    std::size_t count = 0;
    const store::RuledTaps no_rulings(*database_, store::latest_position);
    store::MonthReader(*database_, no_rulings)
        .for_each(store::month_number(july),
                  [&](const store::CredentialMonth& found) { count += found.taps.size(); });
    return count;
  }
  void finish_and_check(store::Fold& fold, std::size_t taps) {
    while (!slice(fold)) ASSERT_EQ(taps_read(), taps);
    EXPECT_EQ(taps_read(), taps);
    database_.reset();
    open();
    EXPECT_EQ(taps_in(), taps);
    EXPECT_EQ(store_->verify().checked.at("credential_months"), 3U);
    expect_verified();
  }

  Journal journal_;
  std::unique_ptr<store::Database> database_;
  store::LogState state_;
};

TEST_F(FoldRound, ShowsEveryTapOnceBetweenAnyTwoSlices) {
  send_taps(9);
  open_database();
  store::Fold fold;
  finish_and_check(fold, 9);
}

class FoldCutOff : public FoldRound, public testing::WithParamInterface<int> {};

TEST_P(FoldCutOff, ByTheEndOfTheProgramIsDoneAgainWithWhatCameMeanwhile) {
  send_taps(6);
  open_database();
  store::Fold lost;
  for (int i = 0; i < GetParam(); ++i) slice(lost);
  EXPECT_EQ(taps_read(), 6U);
  database_.reset();
  send_taps(6);
  open_database();
  EXPECT_EQ(taps_read(), 12U);
  store::Fold fold;
  finish_and_check(fold, 12);
}

TEST_P(FoldCutOff, ByARollbackIsDoneAgain) {
  send_taps(6);
  open_database();
  store::Fold fold;
  for (int i = 0; i < GetParam(); ++i) slice(fold);
  slice_undone(fold);
  EXPECT_EQ(taps_read(), 6U);
  finish_and_check(fold, 6);
}

INSTANTIATE_TEST_SUITE_P(AfterSlice, FoldCutOff, testing::Range(0, 11));

}  // namespace
}  // namespace badge::test
