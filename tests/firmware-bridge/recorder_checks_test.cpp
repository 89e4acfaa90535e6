// Check mode, as it is journalled: at an entrance and at a portable reader.
#include <gmock/gmock.h>

#include "tests/firmware-bridge/recorder_fixture.hpp"

namespace badge::bridge::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using testing::HasSubstr;

class RecorderChecks : public RecorderTest {
 protected:
  /// An inspector holds their badge to the reader and takes it away.
  void hold_badge(std::size_t reader = 0) {
    show(inspector, false, reader);
    seconds_pass(3);
    recorder->removed(reader);
    seconds_pass(5);
  }
  [[nodiscard]] std::string ref(std::uint64_t seq) const {
    return journal->stream().substr(0, 8) + "-" + std::to_string(seq);
  }
  Pressed count(int people) { return recorder->count_without_badge(0, recorder->check(0).ref(), people); }
  std::string line_of(const Credential& uid) {
    const auto feedback = recorder->card(0, {uid, false});
    recorder->removed(0);
    clock.pass(seconds(5));
    return feedback ? feedback->line() : "";
  }
};

TEST_F(RecorderChecks, OpensACheckWhenAnInspectorHoldsTheirBadgeAndNamesItInEveryTap) {
  recorder->opened(0);
  show(inspector);
  const auto ref = journal->stream().substr(0, 8) + "-2";
  seconds_pass(2);
  EXPECT_FALSE(recorder->check_is_open(0));
  seconds_pass(1);
  EXPECT_TRUE(recorder->check_is_open(0));
  EXPECT_FALSE(recorder->check_is_open(1));
  recorder->removed(0);
  show(an);
  EXPECT_EQ(all<Tap>().at(0).check_ref, "");
  EXPECT_EQ(all<Tap>().at(1).check_ref, ref);
}

TEST_F(RecorderChecks, OpensNoCheckForAnOrdinaryTapOfAnInspectorOrALongOneOfAnybodyElse) {
  show(inspector);
  seconds_pass(2);
  recorder->removed(0);
  seconds_pass(5);
  show(an);
  seconds_pass(10);
  EXPECT_FALSE(recorder->check_is_open(0));
}

TEST_F(RecorderChecks, EndsACheckWhenTheInspectorHoldsTheBadgeAgainOrHalfAnHourHasPassed) {
  for (const bool by_hand : {true, false}) {
    show(inspector);
    seconds_pass(3);
    EXPECT_TRUE(recorder->check_is_open(0));
    recorder->removed(0);
    seconds_pass(5);
    if (by_hand) {
      show(inspector);
      seconds_pass(3);
      recorder->removed(0);
      seconds_pass(5);
    } else {
      clock.pass(minutes(30));
      EXPECT_EQ(recorder->tick(), std::vector<std::size_t>{0});
    }
    EXPECT_FALSE(recorder->check_is_open(0));
  }
}

TEST_F(RecorderChecks, SayThatOneIsOpenAndHowManyBadgesWereShown) {
  hold_badge();
  EXPECT_THAT(line_of(an), HasSubstr("Đã ghi nhận 07:37 N. V. A. · Đang kiểm tra việc đeo thẻ: 1 thẻ"));
  line_of(an);
  EXPECT_EQ(count(1), Pressed::done);
  EXPECT_THAT(line_of(card("04C1B2C3D4E5F6")),
              HasSubstr("· Đang kiểm tra việc đeo thẻ: 2 thẻ, 1 người không đeo thẻ"));
  hold_badge();
  EXPECT_EQ(check_ended(recorder->check(0).ended()).line(),
            "Kết thúc kiểm tra việc đeo thẻ: 2 thẻ, 1 người không đeo thẻ");
}

TEST_F(RecorderChecks, CountWhoComesWithoutABadgeInTheStreamAndTakeAMistakeBack) {
  EXPECT_EQ(recorder->count_without_badge(0, "", 1), Pressed::no_such_check);
  hold_badge();
  EXPECT_EQ(count(-1), Pressed::nothing_to_undo);
  EXPECT_EQ(count(1), Pressed::done);
  EXPECT_EQ(count(1), Pressed::done);
  EXPECT_EQ(count(-1), Pressed::done);
  EXPECT_EQ(recorder->count_without_badge(0, "01234567-1", 1), Pressed::no_such_check) << "of another check";
  EXPECT_EQ(recorder->count_without_badge(1, ref(1), 1), Pressed::no_such_check) << "of another reader";
  const auto counted = all<WithoutBadge>();
  ASSERT_EQ(counted.size(), 3U);
  EXPECT_EQ(counted[0], (WithoutBadge{"cong-a-1", "cong-a", ref(1), clock.now.wall, 1}));
  EXPECT_EQ(counted[2].count, -1);
}

TEST_F(RecorderChecks, CountNobodyWhomTheJournalDoesNotTake) {
  start(44);
  hold_badge();
  fill_disk();
  int counted = 0;  // a row that is shorter than a tap may still fit
  auto pressed = count(1);
  for (; pressed == Pressed::done && counted < 100; pressed = count(1)) ++counted;
  EXPECT_EQ(pressed, Pressed::not_recorded);
  EXPECT_EQ(recorder->check(0).open()->without_badge, counted);
  EXPECT_EQ(all<WithoutBadge>().size(), static_cast<std::size_t>(counted));
}

TEST_F(RecorderChecks, EndByThePageButOnlyTheOneThatItShowed) {
  hold_badge();
  const auto first = recorder->check(0).ref();
  EXPECT_EQ(recorder->end_check(0, "01234567-1"), Pressed::no_such_check);
  EXPECT_TRUE(recorder->check_is_open(0));
  EXPECT_EQ(recorder->end_check(0, first), Pressed::done);
  EXPECT_FALSE(recorder->check_is_open(0));
  hold_badge();
  EXPECT_EQ(recorder->end_check(0, first), Pressed::no_such_check) << "pressed too late";
  EXPECT_TRUE(recorder->check_is_open(0));
}

TEST_F(RecorderChecks, GoOnAfterTheBridgeWasKilledWithTheirFiguresAndTheirLimit) {
  hold_badge();
  show(an);
  recorder->removed(0);
  count(1);
  const auto open = *recorder->check(0).open();
  seconds_pass(10);
  start();
  ASSERT_TRUE(recorder->check_is_open(0));
  EXPECT_EQ(recorder->check(0).open(), open);
  show(an);
  EXPECT_EQ(all<Tap>().back().check_ref, open.ref);
  clock.pass(minutes(30));
  recorder->tick();
  EXPECT_FALSE(recorder->check_is_open(0));
  start();
  EXPECT_FALSE(recorder->check_is_open(0)) << "and one that has ended stays so";
}

TEST_F(RecorderChecks, GoByTheirNewNumbersWhereTheJournalMovesToANewStream) {
  show(an);  // row 1, which the server has
  recorder->removed(0);
  seconds_pass(5);
  hold_badge();  // row 2
  EXPECT_EQ(recorder->check(0).ref(), ref(2));
  show(an);
  recorder->removed(0);
  seconds_pass(5);
  journal->fork(1, clock.now.wall);
  recorder->stream_forked();
  EXPECT_EQ(recorder->check(0).ref(), ref(1)) << "the inspector's tap is the first row of the new stream";
  EXPECT_EQ(all<Tap>().at(1).check_ref, ref(1));
  show(an);
  EXPECT_EQ(all<Tap>().back().check_ref, ref(1));
}

// ---- a portable reader ----

class PortableReader : public RecorderChecks {
 protected:
  PortableReader() {
    auto& reader = site.readers.front();
    reader = {};
    reader.id = "kiem-tra-1";
    reader.portable = true;
    start();
    recorder->opened(0);
  }
};

TEST_F(PortableReader, SaysWhoseABadgeIsAndWritesNothing) {
  EXPECT_EQ(line_of(an), "Thẻ có hiệu lực N. V. A.");
  EXPECT_EQ(line_of(card("04010203")), "Tra cứu thẻ – thẻ chưa có trong danh sách");
  seconds_pass(60);
  recorder->remember();
  EXPECT_TRUE(rows().empty()) << "no tap, no coverage";
  EXPECT_TRUE(recorder->alive_readers().empty());
  show(an);
  recorder->remember();
  for (const auto& reader : journal->memory().readers) EXPECT_EQ(reader.card, std::nullopt);
}

TEST_F(PortableReader, WritesInACheckWhatItIsShownAndNeverATap) {
  hold_badge();
  EXPECT_TRUE(recorder->check_is_open(0));
  EXPECT_THAT(line_of(an), HasSubstr("Đã xuất trình thẻ 07:37 N. V. A. · Đang kiểm tra việc đeo thẻ: 1 thẻ"));
  EXPECT_EQ(count(1), Pressed::done);
  hold_badge();
  EXPECT_FALSE(recorder->check_is_open(0));
  line_of(an);
  EXPECT_TRUE(all<Tap>().empty());
  const auto shown = all<BadgeShown>();
  ASSERT_EQ(shown.size(), 3U) << "the inspector, An, and the inspector again";
  for (const auto& one : shown) EXPECT_EQ(one.check_ref, ref(1));
  EXPECT_EQ(shown[0].credential, inspector);
  EXPECT_EQ(shown[1].credential, an);
  EXPECT_EQ(shown[1].reader, "kiem-tra-1");
  EXPECT_EQ(all<WithoutBadge>().at(0).entrance, "");
}

TEST_F(PortableReader, CoversNothingThroughFaultsAndClockSteps) {
  recorder->deaf(0, "unplugged");
  recorder->opened(0);
  clock.now.wall += minutes(10);
  seconds_pass(3);
  recorder->stop();
  EXPECT_TRUE(all<Listening>().empty());
  EXPECT_TRUE(all<Deaf>().empty());
}

}  // namespace
}  // namespace badge::bridge::test
