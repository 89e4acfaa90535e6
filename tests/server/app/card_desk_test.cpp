// The guard's box: to whom a card is lent, whose its taps are, and when that ends.
#include "server/app/card_desk.hpp"

#include <gmock/gmock.h>

#include "server/app/roster.hpp"
#include "server/app/why.hpp"
#include "tests/server/app/report_office.hpp"

namespace badge::app::test {
namespace {

using attendance::LoanCause;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CardLoans : public ReportOffice {
 protected:
  CardLoans() {
    const attendance::DateSpan always{attendance::Date(std::chrono::year(2020) / 1 / 1)};
    state({attendance::TemporaryCard{"TT-01", tt1, "snv", always},
           attendance::TemporaryCard{"TT-02", tt2, "vp", always}});
    at("09 07:31");
  }
  void at(const std::string& when) { now_ = instant(when); }
  [[nodiscard]] CardDesk::By guard(std::string unit = "tinh") const {
    return {"bao-ve", within(std::move(unit)), Language::vi};
  }
  auto lend(const std::string& label, const std::string& staff, LoanCause cause = LoanCause::forgotten) {
    return desk_.lend(label, staff, cause, guard());
  }
  /// Which of the person's taps count on that day of July.
  std::vector<std::string> taps_of(const std::string& staff, unsigned day) {
    std::vector<std::string> taps;
    if (const auto told = why(evidence_, staff, july_day(day), everybody, Language::vi)) {
      for (const auto& tap : told->taps)
        taps.push_back(tap.at.substr(0, 5) + (tap.temporary_card ? " lent" : ""));
    }
    return taps;
  }
  std::vector<attendance::SessionState> sessions_of(const std::string& staff, unsigned day) {
    std::vector<attendance::SessionState> states;
    for (const auto& session : why(evidence_, staff, july_day(day), everybody, Language::vi)->sessions)
      states.push_back(session.state);
    return states;
  }
  static store::TapKey key(const std::string& uid) { return ReportOffice::card(uid); }
  BoxCard card(const std::string& label) {
    for (auto& one : desk_.cards(everybody).cards) {
      if (one.label == label) return one;
    }
    ADD_FAILURE() << "no card " << label;
    return {};
  }

  static constexpr const char *tt1 = "04BB0001", *tt2 = "04BB0002";
  SecretKey key_ = SecretKey::load_or_make(folder_.path() / "secret.key");
  FactImports card_imports_{store_};
  BadgeDesk badges_{evidence_, card_imports_, key_};
  CardDesk desk_{store_, evidence_, badges_, card_imports_};
};

TEST_F(CardLoans, CountForTheBorrowerFromTheMinuteOfLendingAndNotBefore) {
  ASSERT_TRUE(lend("TT-01", "AN"));
  import_taps({{key(tt1), "09 07:10"}, {key(tt1), "09 07:31"}, {key("04A1B2C3D4E5F6"), "09 11:31"}});
  at("10 08:00");
  EXPECT_THAT(taps_of("AN", 9), ElementsAre("07:31 lent", "11:31")) << "the own badge goes on counting";
}

TEST_F(CardLoans, EndByThemselvesAtMidnightAndTheCardStaysOutUntilItIsReturned) {
  ASSERT_TRUE(lend("TT-01", "AN"));
  import_taps({{key(tt1), "09 07:31"}, {key(tt1), "09 23:59"}, {key(tt1), "10 07:25"}});
  at("10 08:00");
  EXPECT_THAT(taps_of("AN", 10), IsEmpty());
  const auto out = card("TT-01");
  ASSERT_TRUE(out.loan);
  EXPECT_EQ(out.loan->person.full_name, "Nguyễn Văn An");
  EXPECT_EQ(out.loan->from, attendance::LocalTime(july_day(9)) + std::chrono::minutes(451));
  EXPECT_FALSE(out.loan->returned);
  EXPECT_THAT(lend("TT-01", "BINH").error().sentence, HasSubstr("chưa trả"));
  ASSERT_TRUE(desk_.take_back("TT-01", guard()));
  EXPECT_TRUE(lend("TT-01", "BINH"));
}

TEST_F(CardLoans, OfANightDutyEndWithTheNight) {
  attendance::Schedule night;
  night.name = "truc-dem";
  using std::chrono::minutes;
  night.seasons = {
      {july_day(1), 0b1111111, {{"đêm", minutes(1140), minutes(1860), minutes(60), minutes(60), {}, {}}}}};
  night.ignores_calendar = true;
  state({night, attendance::Duty{"AN", july_day(9), "truc-dem", "snv", "LT 1"}});
  at("09 18:40");
  ASSERT_TRUE(lend("TT-01", "AN"));
  import_taps({{key(tt1), "09 18:45"}, {key(tt1), "10 07:05"}, {key(tt1), "10 13:20"}});
  at("11 08:00");
  EXPECT_THAT(taps_of("AN", 9), ElementsAre("18:45 lent", "07:05 lent"));
  EXPECT_THAT(taps_of("AN", 10), testing::Not(testing::Contains("13:20 lent")));
}

TEST_F(CardLoans, EndWithTheMinuteOfReturnAndTheNextBorrowersTapsAreTheirs) {
  ASSERT_TRUE(lend("TT-01", "AN"));
  at("09 11:32");
  ASSERT_TRUE(desk_.take_back("TT-01", guard()));
  EXPECT_THAT(desk_.take_back("TT-01", guard()).error().sentence, HasSubstr("không cho ai mượn"));
  at("09 13:20");
  ASSERT_TRUE(lend("TT-01", "BINH"));
  import_taps(
      {{key(tt1), "09 07:31"}, {key(tt1), "09 11:32"}, {key(tt1), "09 12:00"}, {key(tt1), "09 13:25"}});
  at("10 08:00");
  EXPECT_THAT(taps_of("AN", 9), ElementsAre("07:31 lent", "11:32 lent"));
  EXPECT_THAT(taps_of("BINH", 9), ElementsAre("13:25 lent"));
}

TEST_F(CardLoans, OneIsNotLentTwiceAndNobodyHoldsTwo) {
  ASSERT_TRUE(lend("TT-01", "AN"));
  EXPECT_FALSE(lend("TT-01", "BINH"));
  EXPECT_THAT(lend("TT-02", "AN").error().sentence, HasSubstr("một thẻ tạm khác"));
  EXPECT_TRUE(lend("TT-02", "BINH"));
}

TEST_F(CardLoans, AStepIsUndoneWithinTenMinutesAsIfItNeverWas) {
  ASSERT_TRUE(lend("TT-01", "AN"));
  at("09 07:35");
  ASSERT_TRUE(desk_.undo("TT-01", guard()));
  EXPECT_FALSE(card("TT-01").loan);
  EXPECT_THAT(desk_.own_loans("AN"), IsEmpty());
  ASSERT_TRUE(lend("TT-01", "BINH"));
  at("09 11:30");
  EXPECT_THAT(desk_.undo("TT-01", guard()).error().sentence, HasSubstr("10 phút"));
  ASSERT_TRUE(desk_.take_back("TT-01", guard()));
  EXPECT_TRUE(card("TT-01").can_undo);
  ASSERT_TRUE(desk_.undo("TT-01", guard()));
  EXPECT_FALSE(card("TT-01").loan->returned) << "it is out again";
}

TEST_F(CardLoans, WhoHasNoBadgeIsJudgedForTheSessionsInWhichTheyHadACard) {
  state({attendance::Posting{"DUNG", "Đỗ Dũng", "snv", "", "", {july_day(1)}, 3}});
  attendance::DateSpan stretch{july_day(1), july_day(31)};
  store_.apply({"hr", "test", {}, {attendance::Completeness{"tinh", stretch, "hr"}}});
  EXPECT_FALSE(desk_.find_people("do dung", within("snv")).at(0).has_own_badge);
  at("09 13:10");
  ASSERT_TRUE(lend("TT-01", "DUNG", LoanCause::not_issued));
  at("31 08:00");
  using attendance::SessionState;
  EXPECT_THAT(sessions_of("DUNG", 9), ElementsAre(SessionState::provisional, SessionState::provisional));
  const auto told = why(evidence_, "DUNG", july_day(9), everybody, Language::vi);
  EXPECT_THAT(told->sessions[0].text, HasSubstr("chưa được cấp thẻ")) << "no badge in the morning";
  EXPECT_THAT(told->sessions[1].text, HasSubstr("cong-a"))
      << "a card in the afternoon, and a silent entrance";
  EXPECT_THAT(told->loans, ElementsAre("Mượn thẻ tạm TT-01 từ 13:10, chưa trả (chưa được cấp thẻ)"));
}

TEST_F(CardLoans, OfOtherUnitsAreNotFoundAndNeitherAreTheirPeople) {
  const auto nothing = desk_.lend("TT-01", "CHI", LoanCause::forgotten, guard("vp"));
  const auto unknown = desk_.lend("TT-99", "CHI", LoanCause::forgotten, guard("vp"));
  EXPECT_TRUE(nothing.error().not_found);
  EXPECT_EQ(nothing.error().sentence, unknown.error().sentence);
  const auto other = desk_.lend("TT-02", "AN", LoanCause::forgotten, guard("vp"));
  const auto nobody = desk_.lend("TT-02", "XYZ", LoanCause::forgotten, guard("vp"));
  EXPECT_TRUE(other.error().not_found);
  EXPECT_EQ(other.error().sentence, nobody.error().sentence);
  EXPECT_THAT(desk_.find_people("an", within("vp")), IsEmpty());
  ASSERT_EQ(desk_.cards(within("vp")).cards.size(), 1U);
  EXPECT_EQ(desk_.cards(within("vp")).cards[0].label, "TT-02");
}

TEST_F(CardLoans, AFreeCardThatWasShownIsNamedAndABorrowersTapsAreNot) {
  import_taps({{key(tt1), "09 07:30"}, {key(tt2), "09 07:30"}});
  EXPECT_TRUE(card("TT-01").shown);
  at("09 07:30");
  ASSERT_TRUE(lend("TT-02", "AN"));
  EXPECT_FALSE(card("TT-02").shown) << "when somebody comes and goes is no business of a guard";
  at("09 07:40");
  EXPECT_FALSE(card("TT-01").shown) << "long ago";
}

TEST_F(CardLoans, ACardThatIsLentCannotBeMadeSomebodysBadge) {
  const std::string text = "staff_code,uid,valid_from,valid_to,state\nCHI,04BB0001,2026-01-01,,active\n";
  const auto refused = card_imports_.run({ImportKind::badges, text, "badges.csv", "hr", false, Language::vi});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().listed.at(0).message, HasSubstr("thẻ tạm \"TT-01\""));
}

TEST_F(CardLoans, OfACardThatIsTakenOutOfUseEndAtOnce) {
  ASSERT_TRUE(lend("TT-01", "AN"));
  at("09 09:00");
  ASSERT_TRUE(desk_.end("TT-01", {"hr", everybody, Language::vi}));
  import_taps({{key(tt1), "09 07:31"}, {key(tt1), "09 11:31"}});
  at("10 08:00");
  EXPECT_THAT(taps_of("AN", 9), ElementsAre("07:31 lent"));
  EXPECT_FALSE(desk_.own_loans("AN").at(0).returned) << "it never came back";
  EXPECT_TRUE(lend("TT-01", "BINH").error().not_found);
}

class RosterOfLoans : public CardLoans {
 protected:
  RosterOfLoans() { EXPECT_TRUE(store_.add_account({"cong-a", store::Role::bridge, {}, {"cong-a"}})); }
  std::string state_of_lent() {
    const auto roster = rosters_.roster_of("cong-a", evidence_.now());
    std::string found;
    for (const auto& one : roster->credentials) {
      if (one.display == "N. V. An" && one.state == "active") found += "An ";
      if (one.state == "not_lent") found += "free ";
    }
    return found;
  }
  Rosters rosters_{store_};
};

TEST_F(RosterOfLoans, TellsEntrancesWhoseACardIsAndThatItIsNobodys) {
  EXPECT_EQ(std::ranges::count(state_of_lent(), 'f'), 2);
  const auto version = rosters_.roster_of("cong-a", evidence_.now())->version;
  ASSERT_TRUE(lend("TT-01", "AN"));
  EXPECT_EQ(std::ranges::count(state_of_lent(), 'A'), 2) << "own and lent";
  EXPECT_GT(rosters_.roster_of("cong-a", evidence_.now())->version, version)
      << "entrances ask within seconds";
  ASSERT_TRUE(desk_.take_back("TT-01", guard()));
  EXPECT_EQ(std::ranges::count(state_of_lent(), 'A'), 1);
  ASSERT_TRUE(lend("TT-01", "AN"));
  const auto tag = rosters_.tag_of("cong-a", evidence_.now());
  at("10 00:00");
  EXPECT_NE(rosters_.tag_of("cong-a", evidence_.now()), tag);
  EXPECT_EQ(std::ranges::count(state_of_lent(), 'A'), 1) << "over by itself";
}

}  // namespace
}  // namespace badge::app::test
