// What a ruling on an entrance's clock does to a person's day, to the list of clocks, and to a month that was
// closed.
#include "server/app/clock_report.hpp"
#include "server/app/imports/fact_imports.hpp"
#include "server/app/why.hpp"
#include "tests/server/app/closing_office.hpp"
#include "tests/server/store/store_fixture.hpp"

namespace badge::app::test {
namespace {

using badge::test::Journal;
using testing::ElementsAre;
using testing::HasSubstr;

class RuledClock : public ClosingOffice {
 protected:
  /// A tap of An, as the entrance stamps it.
  void tap(Instant stamped, std::int64_t monotonic_ms, std::string boot = "b1",
           std::optional<std::int32_t> offset_ms = std::nullopt) {
    auto made = badge::test::tap(Credential::parse(an_card).value(), stamped);
    made.clock = ClockState::unsynchronised;
    made.offset_ms = offset_ms;
    made.monotonic_ms = monotonic_ms;
    made.boot = std::move(boot);
    journal_.add(made);
  }
  void send() {
    std::promise<store::BatchAnswer> answered;
    const auto first = sent_ + 1;
    sent_ = journal_.last().seq;
    ASSERT_TRUE(store_.ingest(journal_.batch(first, sent_),
                              [&](store::BatchAnswer answer) { answered.set_value(std::move(answer)); }));
    const auto answer = answered.get_future().get();
    ASSERT_TRUE(std::holds_alternative<Ack>(answer));
  }
  /// An's whole 9 July by a clock that is an hour slow.
  void send_day_of_slow_clock() {
    std::int64_t mono = 0;
    for (const auto* time : {"09 06:25", "09 10:31", "09 12:25", "09 16:02"}) {
      tap(instant(time), (instant(time) - instant("09 06:00")).count() + mono, "b1", 3'600'400);
    }
    send();
  }
  [[nodiscard]] std::string ruling_of(std::string_view rows_and_offset) const {
    return "stream,first_seq,last_seq,offset_s,ruled_by,reason\n" + journal_.stream() + "," +
           std::string(rows_and_offset) + ",Lê Thị Hà,Hết pin đồng hồ\n";
  }
  [[nodiscard]] auto import_rulings(std::string text) {
    return imports_of_facts_.run(
        {ImportKind::clock_rulings, text, "rulings.csv", "hr", false, Language::vi, false});
  }
  [[nodiscard]] app::Why day() const {
    return why(evidence_, "AN", july_day(9), everybody, Language::vi).value();
  }

  FactImports imports_of_facts_{store_};
  Journal journal_;
  std::uint64_t sent_ = 0;
};

TEST_F(RuledClock, JudgesADayThatNobodyCouldJudgeAndSaysWhoGaveTheTime) {
  send_day_of_slow_clock();
  for (const auto& session : day().sessions)
    EXPECT_EQ(session.state, attendance::SessionState::provisional) << session.text;
  ASSERT_TRUE(import_rulings(ruling_of("1,4,3600")));
  const auto judged = day();
  for (const auto& session : judged.sessions)
    EXPECT_EQ(session.state, attendance::SessionState::present) << session.text;
  ASSERT_EQ(judged.taps.size(), 4U);
  EXPECT_EQ(judged.taps[0].at, "07:25:00");
  EXPECT_EQ(
      judged.taps[0].ruled,
      "giờ theo kết luận của Lê Thị Hà: Hết pin đồng hồ; đồng hồ tại điểm quét ghi 06:25:00 ngày 09/7/2026");
  EXPECT_THAT(judged.text,
              testing::Contains(HasSubstr("Quét thẻ lúc 07:25:00 tại cong-a (giờ theo kết luận của")));
}

TEST_F(RuledClock, IsListedByStartOfTheMachineAndJumpOfTheClock) {
  const Instant dead{std::chrono::sys_days(std::chrono::year(2000) / 1 / 1)};
  tap(dead + std::chrono::minutes(1), 60'000, "b1");
  tap(dead + std::chrono::minutes(5), 300'100, "b1");
  tap(dead + std::chrono::minutes(65), 360'000, "b1");  // it jumped by an hour
  tap(dead + std::chrono::minutes(1), 60'000, "b2", 40'000);
  tap(dead + std::chrono::minutes(2), 120'000, "b2", 20'000);
  send();
  const auto report = clock_report(evidence_);
  ASSERT_EQ(report.runs.size(), 3U);
  EXPECT_EQ(report.runs[0].first_seq, 1U);
  EXPECT_EQ(report.runs[0].last_seq, 2U);
  EXPECT_EQ(report.runs[0].taps, 2U);
  EXPECT_EQ(report.runs[0].first_at, "2000-01-01T07:01:00+07:00");
  EXPECT_EQ(report.runs[0].last_at, "2000-01-01T07:05:00+07:00");
  EXPECT_EQ(report.runs[0].measured, std::nullopt);
  EXPECT_THAT(report.runs[0].entrances, ElementsAre("cong-a"));
  EXPECT_EQ(report.runs[1].first_seq, 3U);
  EXPECT_EQ(report.runs[2].first_seq, 4U);
  EXPECT_EQ(report.runs[2].measured, attendance::seconds(20));
}

TEST_F(RuledClock, IsListedBehindThoseThatWait) {
  send_day_of_slow_clock();
  ASSERT_TRUE(import_rulings(ruling_of("1,2,3600")));
  const auto report = clock_report(evidence_);
  ASSERT_EQ(report.runs.size(), 2U);
  EXPECT_EQ(report.runs[0].first_seq, 3U);
  EXPECT_FALSE(report.runs[0].ruling);
  EXPECT_EQ(report.runs[1].first_seq, 1U);
  ASSERT_TRUE(report.runs[1].ruling);
  EXPECT_EQ(report.runs[1].ruling->ruled_by, "Lê Thị Hà");
}

TEST_F(RuledClock, WhoseListIsImportedAgainChangesNothing) {
  send_day_of_slow_clock();
  ASSERT_TRUE(import_rulings(ruling_of("1,4,3600")));
  const auto again = import_rulings(to_csv(clock_report(evidence_)));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->unchanged, 1U);
  EXPECT_EQ(again->rows, 1U);
  EXPECT_THAT(again->notes, testing::IsEmpty());
}

TEST_F(RuledClock, AfterTheMonthWasClosedIsToldAsTheCauseOfWhatChanged) {
  import_taps({});  // July is complete, so An was absent on all days but the ninth
  send_day_of_slow_clock();
  close("snv", true);
  ASSERT_TRUE(import_rulings(ruling_of("1,4,3600")));
  const auto found = changes("snv");
  ASSERT_EQ(found.size(), 2U);
  for (const auto& change : found) {
    EXPECT_EQ(change.change.staff_code, "AN");
    EXPECT_EQ(change.change.date, july_day(9));
    EXPECT_EQ(change.change.before->state, attendance::SessionState::provisional);
    EXPECT_EQ(change.change.after->state, attendance::SessionState::present);
    EXPECT_THAT(change.causes, ElementsAre(ChangeCause::clock));
  }
  EXPECT_THAT(verify(), testing::IsEmpty());
}

}  // namespace
}  // namespace badge::app::test
