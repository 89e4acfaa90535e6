#include "server/inspection/inspection.hpp"

#include <gmock/gmock.h>

#include "server/inspection/asked_lines.hpp"
#include "tests/server/inspection/steps.hpp"

namespace badge::inspection::testing {
namespace {

using ::testing::ElementsAre;

Inspection read(const Written& file) { return inspection_of(file.steps()).value(); }

std::vector<std::string> names(const Inspection& inspection) {
  std::vector<std::string> names;
  for (const auto& one : inspection.team) names.push_back(one.full_name);
  return names;
}

TEST(Inspection, IsNoneUntilItIsPrepared) {
  EXPECT_FALSE(inspection_of({}));
  EXPECT_FALSE(inspection_of(Written()(Joined{"lan", "Lan", "", TeamRole::leader}).steps()));
}

TEST(Inspection, IsPreparedAsItWasStatedLast) {
  const auto inspection = read(Written()(visit("SNV")).by("lan")(visit("STC", Form::announced)));
  EXPECT_EQ(inspection.state, State::prepared);
  EXPECT_FALSE(inspection.has_begun());
  EXPECT_EQ(inspection.file, the_file);
  EXPECT_EQ(inspection.prepared.unit_code, "STC");
  EXPECT_EQ(inspection.prepared_first.by, "huong");
  EXPECT_EQ(inspection.prepared_first.at, minute(0));
}

TEST(Inspection, IsStartedOnce) {
  const auto inspection = read(Written()(visit("SNV"))(start("0017/2026"))(start("0018/2026")));
  EXPECT_EQ(inspection.state, State::started);
  EXPECT_EQ(inspection.started->number, "0017/2026");
  EXPECT_EQ(inspection.started_at, minute(1));
}

TEST(Inspection, OfWhichUnitIsDecidedBeforeTheStart) {
  const auto inspection = read(Written()(visit("SNV"))(start("0017/2026"))(visit("STC")));
  EXPECT_EQ(inspection.prepared.unit_code, "SNV");
  EXPECT_EQ(inspection.state, State::started);
}

TEST(Inspection, IsDroppedOnlyBeforeTheStart) {
  const auto dropped = read(Written()(visit("SNV"))(Dropped{"bão"}));
  EXPECT_EQ(dropped.state, State::dropped);
  EXPECT_EQ(dropped.dropped_reason, "bão");
  EXPECT_EQ(read(Written()(visit("SNV"))(start("0017/2026"))(Dropped{"bão"})).state, State::started);
}

TEST(Inspection, EndsWithASignatureOrTheReasonForNone) {
  Ended ended;
  ended.refusal_reason = "không đồng ý với số liệu";
  const auto inspection = read(Written()(visit("SNV"))(start("0017/2026"))(ended));
  EXPECT_EQ(inspection.state, State::ended);
  EXPECT_EQ(inspection.ended_at, minute(2));
  EXPECT_EQ(inspection.ended->refusal_reason, "không đồng ý với số liệu");
}

TEST(Inspection, NamesItsTeamLeaderFirst) {
  Written file;
  file(visit("SNV"))(Joined{"minh", "Minh", "", TeamRole::member})(Joined{"an", "An", "", TeamRole::member});
  file(Joined{"lan", "Lan", "", TeamRole::leader})(Joined{"", "Bình", "Báo tỉnh", TeamRole::secretary});
  const auto inspection = read(file);
  EXPECT_THAT(names(inspection), ElementsAre("Lan", "Bình", "An", "Minh"));
  EXPECT_EQ(inspection.member("an")->full_name, "An");
  EXPECT_EQ(inspection.member("huong"), nullptr);
  EXPECT_EQ(inspection.member(""), nullptr) << "who has no login is nobody's login";
}

TEST(Inspection, TakesTheLaterRoleOfALoginOrAName) {
  Written file;
  file(visit("SNV"))(Joined{"an", "An", "", TeamRole::member})(
      Joined{"an", "An Nguyễn", "", TeamRole::leader});
  file(Joined{"", "Bình", "", TeamRole::member})(Joined{"", "Bình", "", TeamRole::secretary});
  EXPECT_THAT(names(read(file)), ElementsAre("An Nguyễn", "Bình"));
}

TEST(Inspection, LosesWhoLeftTheTeam) {
  Written file;
  file(visit("SNV"))(Joined{"an", "An", "", TeamRole::member})(Joined{"", "An", "", TeamRole::member});
  file(Left{"an", "An"});
  const auto inspection = read(file);
  EXPECT_EQ(inspection.member("an"), nullptr);
  EXPECT_THAT(names(inspection), ElementsAre("An")) << "the one of that name without a login stays";
}

TEST(Inspection, KeepsTheLastAnswerToEachLine) {
  Written file;
  const auto says = [](Checklist list, std::string line, Answer answer) {
    return Answered{list, 1, std::move(line), answer, {}};
  };
  file(visit("SNV"))(says(Checklist::postings, "hotline", Answer::broken));
  file(says(Checklist::dress, "uniform", Answer::kept));
  file.by("lan")(says(Checklist::postings, "hotline", Answer::kept));
  const auto answers = read(file).answers;
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0].answered.list, Checklist::dress);
  EXPECT_EQ(answers[1].answered.answer, Answer::kept);
  EXPECT_EQ(answers[1].by, "lan");
}

TEST(Inspection, AsksTheLinesOfItsListsAndShowsWhatElseWasAnswered) {
  Written file;
  auto visited = visit("SNV");
  visited.checklists = {Checklist::alcohol, Checklist::dress};
  file(visited)(Answered{Checklist::alcohol, 1, "lunch_break", Answer::broken, {}});
  file(Answered{Checklist::postings, 1, "hotline", Answer::kept, {}});
  std::vector<std::string> lines;
  const auto inspection = read(file);
  for (const auto& [line, answered] : asked_lines(inspection)) {
    lines.emplace_back(line->key);
    if (answered != nullptr) lines.back() += " " + std::string(to_string(answered->answered.answer));
  }
  EXPECT_THAT(lines, ElementsAre("tidy", "working_hours", "lunch_break broken", "duty_days", "hotline kept"));
}

TEST(Inspection, KeepsTheLastPaperOfEachKind) {
  Written file;
  file(visit("SNV"))(start("0017/2026"))(Issued{Paper::report, "12/BC-SNV", march(10)});
  file(Issued{Paper::notice, "9/TB-SNV", march(11)})(Issued{Paper::report, "13/BC-SNV", march(12)});
  const auto inspection = read(file);
  EXPECT_EQ(inspection.papers.size(), 2U);
  EXPECT_EQ(inspection.paper(Paper::report)->number, "13/BC-SNV");
  EXPECT_EQ(inspection.paper(Paper::minutes), nullptr);
}

TEST(Steps, AreOrderedByTheirTimeAndHeldOnce) {
  auto steps = Written().at(2)(Dropped{"b"}).at(1)(Dropped{"a"}).steps();
  steps.push_back(steps[0]);
  const auto ordered = in_order(steps);
  ASSERT_EQ(ordered.size(), 2U);
  EXPECT_EQ(ordered[0].at, minute(1));
  EXPECT_EQ(ordered[1].at, minute(2));
}

}  // namespace
}  // namespace badge::inspection::testing
