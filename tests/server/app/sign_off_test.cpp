// Signing a unit's sheet before it is closed: what a signature stands for, and how far each unit is.
#include "server/app/sign_off.hpp"

#include "tests/server/app/closing_office.hpp"

namespace badge::app::test {
namespace {

using store::SigningStep;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class SigningOff : public ClosingOffice {
 protected:
  [[nodiscard]] auto try_sign(const std::string& unit, SigningStep step, const Scope& scope = everybody,
                              const attendance::DateSpan& days = all_july,
                              std::optional<Digest> seen = std::nullopt) {
    const bool is_prepared = step == SigningStep::prepared;
    return sign_off_.sign({unit, days, step, is_prepared ? "chi" : "binh", is_prepared ? "CHI" : "BINH", seen,
                           scope, Language::vi});
  }
  void sign(const std::string& unit, SigningStep step) {
    const auto signature = try_sign(unit, step);
    EXPECT_TRUE(signature) << "refused: " << static_cast<int>(signature ? Why{} : signature.error().why);
  }
  [[nodiscard]] Why refusal_to_sign(const std::string& unit, const Scope& scope = everybody,
                                    std::optional<Digest> seen = std::nullopt) {
    const auto signature = try_sign(unit, SigningStep::prepared, scope, all_july, seen);
    EXPECT_FALSE(signature);
    return signature ? Why{} : signature.error().why;
  }
  [[nodiscard]] UnitProgress progress(std::string_view unit, const Scope& scope = everybody) const {
    for (auto& told : sign_off_.progress(july, scope)) {
      if (told.unit_code == unit) return told;
    }
    ADD_FAILURE() << "nothing is told of " << unit;
    return {};
  }
  [[nodiscard]] SheetPreview preview(std::string_view unit) const {
    const auto preview = sign_off_.preview(unit, all_july, everybody, Language::vi);
    EXPECT_TRUE(preview) << unit;
    // What is told of one unit and of all must agree.
    EXPECT_EQ(preview->progress.state, progress(unit).state);
    EXPECT_EQ(preview->progress.open_sessions, progress(unit).open_sessions);
    EXPECT_EQ(preview->progress.changed, progress(unit).changed);
    return *preview;
  }

  mutable MonthReports judged_{evidence_};
  SignOff sign_off_{store_, evidence_, judged_};
};

TEST_F(SigningOff, GoesFromOpenToPreparedToConfirmedToClosed) {
  EXPECT_EQ(progress("snv").state, Progress::open);
  EXPECT_EQ(progress("snv").open_sessions, 2 * 46U);
  EXPECT_EQ(progress("tinh").state, Progress::nobody) << "it has no people of its own";
  import_taps({{card(an_card), "09 07:20"}, {card(an_card), "09 11:31"}});
  EXPECT_EQ(progress("snv").open_sessions, 0U);
  sign("snv", SigningStep::prepared);
  EXPECT_EQ(progress("snv").state, Progress::prepared);
  EXPECT_EQ(progress("snv").by, "chi");
  EXPECT_EQ(progress("snv").at, now_);
  EXPECT_EQ(progress("vp").state, Progress::open) << "those below sign by themselves";
  sign("snv", SigningStep::confirmed);
  EXPECT_EQ(progress("snv").state, Progress::confirmed);
  EXPECT_EQ(progress("snv").by, "binh");
  close("snv");
  EXPECT_EQ(progress("snv").state, Progress::closed);
  EXPECT_EQ(progress("snv").by, "Bà Hoa");
}

TEST_F(SigningOff, IsRefusedWhileSessionsAreOpenAndNamesThem) {
  const auto refused = try_sign("snv", SigningStep::prepared);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().why, Why::still_open);
  EXPECT_THAT(refused.error().open, SizeIs(2));
  EXPECT_EQ(progress("snv").state, Progress::open);
}

TEST_F(SigningOff, IsForTheUnitsThatSomebodyAnswersFor) {
  import_taps({});
  EXPECT_EQ(refusal_to_sign("snv", within("vp")), Why::no_such_unit);
  EXPECT_EQ(refusal_to_sign("xyz"), Why::no_such_unit);
  EXPECT_TRUE(try_sign("vp", SigningStep::prepared, within("snv"))) << "of a unit above";
  EXPECT_FALSE(sign_off_.preview("snv", all_july, within("vp"), Language::vi));
  EXPECT_THAT(sign_off_.progress(july, within("vp")), SizeIs(1));
}

TEST_F(SigningOff, OfAClosedPeriodIsRefused) {
  import_taps({});
  close("snv", true);
  sign("snv", SigningStep::prepared);
  EXPECT_EQ(progress("snv").state, Progress::preliminary);
  close("snv");
  EXPECT_EQ(refusal_to_sign("snv"), Why::closed_already);
}

TEST_F(SigningOff, SignsOnlyTheSheetThatWasLookedAt) {
  import_taps({});
  const auto seen = preview("snv").digest;
  state({leave_of_an(9)});
  EXPECT_EQ(refusal_to_sign("snv", everybody, seen), Why::changed_meanwhile);
  const auto closed = closes_.close({"snv", all_july, false, "Bà Hoa", everybody, Language::vi, seen});
  ASSERT_FALSE(closed);
  EXPECT_EQ(closed.error().why, Why::changed_meanwhile);
  EXPECT_TRUE(try_sign("snv", SigningStep::prepared, everybody, all_july, preview("snv").digest));
}

TEST_F(SigningOff, CountsNoMoreWhenAPaperChangesAVerdictAndCountsAgainWhenItIsTakenBack) {
  import_taps({});
  sign("snv", SigningStep::prepared);
  sign("snv", SigningStep::confirmed);
  state({leave_of_an(9)});
  const auto told = progress("snv");
  EXPECT_EQ(told.state, Progress::open);
  EXPECT_TRUE(told.changed);
  EXPECT_EQ(told.by, "binh") << "who must be asked again";
  const auto signatures = preview("snv").signatures;
  ASSERT_THAT(signatures, SizeIs(2));
  EXPECT_FALSE(signatures[0].stands);
  EXPECT_FALSE(signatures[1].stands);
  withdraw(leave_of_an(9));
  EXPECT_EQ(progress("snv").state, Progress::confirmed);
  EXPECT_FALSE(progress("snv").changed);
}

TEST_F(SigningOff, IsNotTouchedByWhatChangesNoVerdict) {
  import_taps({{card(an_card), "09 07:20"}, {card(an_card), "09 11:31"}});
  sign("snv", SigningStep::prepared);
  import_taps({{card(an_card), "09 09:00"}, {card("04000002"), "09 07:20"}});  // in between; another unit's
  state({attendance::Posting{"AN", "Nguyễn Văn Ân", "snv", "Chuyên viên", "công chức", {long_ago}, 2}});
  EXPECT_EQ(progress("snv").state, Progress::prepared);
  EXPECT_TRUE(preview("snv").signatures.at(0).stands);
}

TEST_F(SigningOff, IsNotHeldAgainstTheNextStepByAnEarlierSheet) {
  import_taps({});
  sign("snv", SigningStep::confirmed);
  state({leave_of_an(9)});
  sign("snv", SigningStep::prepared);
  EXPECT_EQ(progress("snv").state, Progress::prepared) << "the confirmation was of another sheet";
  EXPECT_FALSE(progress("snv").changed);
}

TEST_F(SigningOff, TellsOfAClosedUnitThatSomethingCameLater) {
  import_taps({});
  close("snv");
  EXPECT_FALSE(progress("snv").changed);
  state({leave_of_an(9)});
  EXPECT_EQ(progress("snv").state, Progress::closed);
  EXPECT_TRUE(progress("snv").changed);
  EXPECT_TRUE(preview("snv").progress.changed);
}

TEST_F(SigningOff, IsOfThePayPeriodThatTheUnitCallsTheMonth) {
  const attendance::Date june_26(std::chrono::year(2026) / 6 / 26);
  state({attendance::PayPeriod{"tinh", {attendance::Date(std::chrono::year(2026) / 1 / 26)}, 26}});
  import_taps({});
  const attendance::DateSpan period{june_26, july_day(25)};
  EXPECT_EQ(progress("snv").days, period);
  EXPECT_EQ(progress("snv").open_sessions, 2 * 2 * 3U) << "three days of June are not known";
  const auto preview = sign_off_.preview("snv", period, everybody, Language::vi);
  ASSERT_TRUE(preview);
  EXPECT_EQ(preview->progress.open_sessions, 2 * 2 * 3U);
  EXPECT_THAT(preview->open, SizeIs(2));
}

TEST_F(SigningOff, ShowsWhatIsSigned) {
  import_taps({{card(an_card), "09 07:20"}, {card(an_card), "09 11:31"}});
  const auto shown = preview("snv");
  EXPECT_EQ(shown.unit_name, "Sở Nội vụ");
  EXPECT_EQ(shown.people, 2U);
  EXPECT_EQ(shown.tally, row("snv").own);
  EXPECT_THAT(shown.open, IsEmpty());
  EXPECT_FALSE(shown.close);
  const auto signature = try_sign("snv", SigningStep::prepared);
  ASSERT_TRUE(signature);
  EXPECT_EQ(signature->digest, shown.digest);
  const auto position = close("snv");
  EXPECT_EQ(preview("snv").close.value().position, position);
  EXPECT_EQ(preview("snv").close.value().digest, signature->digest) << "what was signed is what was closed";
}

}  // namespace
}  // namespace badge::app::test
