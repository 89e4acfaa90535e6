#include "server/inspection/finding.hpp"

#include <gmock/gmock.h>

#include "tests/server/inspection/steps.hpp"

namespace badge::inspection::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string one = id(0xa), other = id(0xb);

Found found(std::optional<Date> due = march(20)) {
  Found found;
  found.finding = one;
  found.unit_code = "SNV";
  found.text = "không niêm yết đường dây nóng";
  found.due = due;
  return found;
}

Finding read(const Written& file) { return findings_of(file.steps()).at(0); }

FindingState state(const Written& file, Date today) { return state_of(read(file), today); }

Handled handled(Outcome outcome = Outcome::within_competence) {
  return {one, "thiếu kiểm tra", "Nguyễn Văn A", "chưa đôn đốc", outcome, "phê bình", {}, {}};
}

TEST(Finding, IsOpenThroughItsDayAndOverdueOnTheNext) {
  const auto file = Written()(found());
  EXPECT_EQ(state(file, march(20)), FindingState::open);
  EXPECT_EQ(state(file, march(21)), FindingState::overdue);
}

TEST(Finding, WithoutADayIsNeverOverdue) {
  EXPECT_EQ(state(Written()(found(std::nullopt)), day(2030, 1, 1)), FindingState::open);
}

TEST(Finding, HasUntilTheLastExtension) {
  auto file = Written()(found())(Extended{one, march(25), "chờ biển mới"});
  EXPECT_EQ(read(file).due(), march(25));
  EXPECT_EQ(state(file, march(25)), FindingState::open);
  EXPECT_EQ(state(file, march(26)), FindingState::overdue);
  file(Extended{one, march(22), "rút ngắn"});
  EXPECT_EQ(read(file).due(), march(22));
  EXPECT_EQ(read(file).extensions.size(), 2U);
}

TEST(Finding, WaitsForAReviewOnceItIsSaidToBeRepaired) {
  const auto file = Written()(found())(Repaired{one, "đã niêm yết", "ảnh 1"});
  EXPECT_EQ(state(file, march(30)), FindingState::repair_waits) << "late or not, now others must act";
}

TEST(Finding, IsMendedWhenTheRepairIsAccepted) {
  const auto file = Written()(found())(Repaired{one, "đã niêm yết", ""})(Reviewed{one, true, ""});
  EXPECT_EQ(state(file, march(30)), FindingState::mended);
}

TEST(Finding, IsOpenAgainWhenTheRepairIsRefused) {
  auto file = Written()(found())(Repaired{one, "đã niêm yết", ""})(Reviewed{one, false, "sai số"});
  EXPECT_EQ(state(file, march(20)), FindingState::open);
  EXPECT_EQ(state(file, march(21)), FindingState::overdue);
  file(Repaired{one, "đã sửa số", ""});
  EXPECT_EQ(state(file, march(21)), FindingState::repair_waits);
  EXPECT_EQ(read(file).repairs.size(), 2U) << "the refused one stays readable";
}

TEST(Finding, IsClosedForGood) {
  EXPECT_EQ(state(Written()(found())(Closed{one}), march(30)), FindingState::closed);
}

TEST(Finding, AReviewOfNothingChangesNothing) {
  EXPECT_EQ(state(Written()(found())(Reviewed{one, true, ""}), march(9)), FindingState::open);
}

TEST(Finding, IsReadAsItWasStatedLastAndDatedAsFirst) {
  auto again = found(march(28));
  again.text = "không niêm yết thủ tục";
  const auto finding = read(Written()(found()).by("lan")(again));
  EXPECT_EQ(finding.found.text, "không niêm yết thủ tục");
  EXPECT_EQ(finding.due(), march(28));
  EXPECT_EQ(finding.by, "huong");
  EXPECT_EQ(finding.at, minute(0));
}

TEST(Finding, KeepsPeopleAndViewsOfItsOwnAlone) {
  auto second = found();
  second.finding = other;
  Written file;
  file(found())(second)(Named{one, "CB02"})(Named{one, "CB01"})(Named{one, "CB02"})(Named{other, "CB03"});
  file(Viewed{one, ViewOf::head, "đồng ý"})(Viewed{other, ViewOf::person, "không đồng ý"});
  const auto findings = findings_of(file.steps());
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_THAT(findings[0].people, ElementsAre("CB01", "CB02"));
  EXPECT_THAT(findings[1].people, ElementsAre("CB03"));
  ASSERT_EQ(findings[0].views.size(), 1U);
  EXPECT_EQ(findings[0].views[0].viewed.text, "đồng ý");
}

TEST(Finding, IsNamedByAStepThatCameFromAClockBehind) {
  Written file;
  file.at(10)(found()).at(3)(Named{one, "CB01"});
  auto steps = file.steps();
  std::swap(steps[0], steps[1]);  // in the order of their time
  EXPECT_THAT(findings_of(steps).at(0).people, ElementsAre("CB01"));
}

TEST(Finding, LacksEverythingUntilItIsHandled) {
  EXPECT_THAT(gaps_of(read(Written()(found()))),
              ElementsAre(CaseGap::cause, CaseGap::who, CaseGap::head_part, CaseGap::outcome));
}

TEST(Finding, NamesEachMissingPartOfACase) {
  const auto gaps = [](std::string Handled::* part) {
    auto incomplete = handled();
    (incomplete.*part).clear();
    return gaps_of(read(Written()(found())(incomplete)));
  };
  EXPECT_THAT(gaps(&Handled::cause), ElementsAre(CaseGap::cause));
  EXPECT_THAT(gaps(&Handled::who), ElementsAre(CaseGap::who));
  EXPECT_THAT(gaps(&Handled::head_part), ElementsAre(CaseGap::head_part));
  EXPECT_THAT(gaps(&Handled::measure), ElementsAre(CaseGap::outcome));
  EXPECT_THAT(gaps(&Handled::paper), IsEmpty()) << "nothing is proposed to anybody";
}

TEST(Finding, ThatIsProposedNeedsToWhomByWhichPaperAndTheAnswer) {
  auto proposal = handled(Outcome::proposed);
  const auto gaps = [&] { return gaps_of(read(Written()(found())(proposal))); };
  EXPECT_THAT(gaps(), ElementsAre(CaseGap::proposal, CaseGap::answer));
  proposal.to = "Chủ tịch UBND tỉnh";
  EXPECT_THAT(gaps(), ElementsAre(CaseGap::proposal, CaseGap::answer));
  proposal.paper = "45/TTr-SNV";
  EXPECT_THAT(gaps(), ElementsAre(CaseGap::answer));
  EXPECT_THAT(gaps_of(read(Written()(found())(proposal)(Decided{one, "đồng ý", "9/QĐ"}))), IsEmpty());
}

TEST(Finding, IsCarriedIntoAnEvaluationOnceItIsClosed) {
  Written file;
  file(found())(Named{one, "CB01"})(Named{one, "CB02"});
  EXPECT_THAT(not_carried(read(file)), IsEmpty()) << "it is not closed yet";
  file(Closed{one});
  EXPECT_THAT(not_carried(read(file)), ElementsAre("CB01", "CB02"));
  file(Carried{one, "CB01", "2026-Q1"});
  EXPECT_THAT(not_carried(read(file)), ElementsAre("CB02"));
}

}  // namespace
}  // namespace badge::inspection::testing
