// What readers saw in check mode, as somebody asks for it.
#include "server/app/badge_checks.hpp"

#include <gmock/gmock.h>

#include <future>

#include "reader-config/tap/tap_wire.hpp"
#include "tests/server/app/report_office.hpp"

namespace badge::app::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Binh inspects. An works in snv, Chi in vp below it, Dung in syt beside it. cong-a serves tinh, cong-s snv.
class ChecksAsked : public ReportOffice {
 protected:
  ChecksAsked() {
    const attendance::DateSpan always{attendance::Date(std::chrono::year(2020) / 1 / 1)};
    state({attendance::Unit{"syt", "Sở Y tế", "sở", "tinh", always},
           attendance::Posting{"DUNG", "Phạm Thị Dung", "syt", "Y sĩ", "viên chức", always, 1},
           attendance::Badge{"DUNG", "04000003", always, {}},
           attendance::EntranceService{"cong-s", "snv", always}});
  }
  static Credential uid(const std::string& hex) { return Credential::parse(hex).value(); }
  std::uint64_t add(const Record& record) {
    lines_.push_back(encode(Entry{lines_.size() + 1, record}));
    return lines_.size();
  }
  void add_tap(const std::string& card, const std::string& when, const std::string& ref = {},
               const std::string& entrance = "cong-s") {
    add(Tap{.reader = entrance + "-1",
            .entrance = entrance,
            .direction = Direction::both,
            .credential = uid(card),
            .at = instant(when),
            .monotonic_ms = 0,
            .boot = "1f0c9a3e",
            .clock = ClockState::synchronised,
            .offset_ms = 0,
            .check_ref = ref});
  }
  std::string next_ref() const { return "01234567-" + std::to_string(lines_.size() + 1); }
  void send() {
    std::string body = encode(BatchHead{"cong-a", stream_, {}, instant("09 12:00"), {}}) + "\n";
    for (const auto& line : lines_) body += line + "\n";
    std::promise<void> done;
    ASSERT_TRUE(store_.ingest(*store::read_batch("cong-a", body), [&](auto) { done.set_value(); }));
    done.get_future().get();
  }
  [[nodiscard]] std::vector<SeenInCheck> asked(const Scope& scope = everybody,
                                               std::string_view by = {}) const {
    return badge_checks(evidence_, {july_day(9), july_day(9)}, by, scope);
  }
  static std::vector<std::string> people(const SeenInCheck& check) {
    std::vector<std::string> all;
    for (const auto& one : check.shown) all.push_back(one.staff_code + one.at.substr(10, 6));
    return all;
  }
  /// Binh at the entrance: An twice, Chi, a stranger, two without a badge of whom one was a slip, Binh again.
  void check_at(const std::string& entrance) {
    const auto ref = next_ref();
    add_tap("04000001", "09 07:00", {}, entrance);
    add_tap("04A1B2C3D4E5F6", "09 07:10", ref, entrance);
    add_tap("04000002", "09 07:11", ref, entrance);
    add_tap("04A1B2C3D4E5F6", "09 07:12", ref, entrance);
    add_tap("04FFFFFF", "09 07:13", ref, entrance);
    for (const int count : {1, 1, -1})
      add(WithoutBadge{entrance + "-1", entrance, ref, instant("09 07:14"), count});
    add_tap("04000003", "09 07:15", ref, entrance);
    add_tap("04000001", "09 07:20", ref, entrance);
  }

  const std::string stream_ = "0123456789abcdef0123456789abcdef";
  std::vector<std::string> lines_;
};

TEST_F(ChecksAsked, SayWhoWasShownToWhomAndHowManyWereNot) {
  check_at("cong-s");
  send();
  const auto all = asked();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].inspector_code, "BINH");
  EXPECT_EQ(all[0].inspector_name, "Trần Thị Bình");
  EXPECT_EQ(all[0].entrance, "cong-s");
  EXPECT_EQ(all[0].from, "2026-07-09T07:00:00+07:00");
  EXPECT_EQ(all[0].to, "2026-07-09T07:20:00+07:00");
  EXPECT_THAT(people(all[0]), ElementsAre("ANT07:10", "CHIT07:11", "DUNGT07:15"));
  EXPECT_EQ(all[0].whole->without_badge, 1U);
  EXPECT_EQ(all[0].whole->unknown_badges, 1U);
}

TEST_F(ChecksAsked, AreOfTheInspectorAndTheDaysThatAreAskedFor) {
  check_at("cong-s");
  send();
  EXPECT_EQ(asked(everybody, "BINH").size(), 1U);
  EXPECT_THAT(asked(everybody, "AN"), IsEmpty());
  EXPECT_THAT(badge_checks(evidence_, {july_day(10), july_day(31)}, {}, everybody), IsEmpty());
}

TEST_F(ChecksAsked, ShowEachAskerTheirOwnPeopleAndTheWholeOnlyOfTheirOwnEntrance) {
  check_at("cong-s");
  send();
  const auto snv = asked(within("snv"));
  ASSERT_EQ(snv.size(), 1U);
  EXPECT_THAT(people(snv[0]), ElementsAre("ANT07:10", "CHIT07:11"));
  EXPECT_TRUE(snv[0].whole);
  const auto vp = asked(within("vp"));
  ASSERT_EQ(vp.size(), 1U);
  EXPECT_THAT(people(vp[0]), ElementsAre("CHIT07:11"));
  EXPECT_FALSE(vp[0].whole) << "the entrance is of others too";
  EXPECT_THAT(people(asked(within("syt")).at(0)), ElementsAre("DUNGT07:15"));
  EXPECT_THAT(asked(within("nowhere")), IsEmpty());
}

TEST_F(ChecksAsked, OfAPortableReaderAreTheInspectorsAndTheirPeopleNeverSeenAtTheDoor) {
  const auto ref = next_ref();
  const auto add_shown = [&](const std::string& card, const std::string& when) {
    add(BadgeShown{.reader = "kiem-tra-1",
                   .check_ref = ref,
                   .credential = uid(card),
                   .at = instant(when),
                   .monotonic_ms = 0,
                   .boot = "1f0c9a3e",
                   .clock = ClockState::synchronised,
                   .offset_ms = 0});
  };
  add_shown("04000001", "09 09:00");
  add_shown("04000003", "09 09:05");
  add(WithoutBadge{"kiem-tra-1", "", ref, instant("09 09:06"), 1});
  send();
  const auto all = asked();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].entrance, "");
  EXPECT_EQ(all[0].inspector_code, "BINH");
  EXPECT_THAT(people(all[0]), ElementsAre("DUNGT09:05"));
  EXPECT_EQ(asked(within("snv")).at(0).whole->without_badge, 1U) << "Binh is of snv";
  EXPECT_FALSE(asked(within("syt")).at(0).whole);
  EXPECT_TRUE(evidence_.snapshot().months().empty()) << "no tap";
}

TEST_F(ChecksAsked, KnowWhoeverHadALentCardAtThatTime) {
  const attendance::DateSpan always{attendance::Date(std::chrono::year(2020) / 1 / 1)};
  state({attendance::TemporaryCard{"TT-01", "04BB0001", "snv", always}});
  const auto lent = std::chrono::floor<std::chrono::minutes>(office_.to_local(instant("09 07:05")));
  attendance::CardLoan loan;
  loan.uid = "04BB0001";
  loan.staff_code = "AN";
  loan.from = lent;
  loan.until = lent + std::chrono::hours(8);
  state({loan});
  const auto ref = next_ref();
  add_tap("04000001", "09 07:00");
  add_tap("04BB0001", "09 07:10", ref);
  send();
  EXPECT_THAT(people(asked().at(0)), ElementsAre("ANT07:10"));
}

}  // namespace
}  // namespace badge::app::test
