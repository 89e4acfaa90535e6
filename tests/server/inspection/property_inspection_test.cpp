// Laws of a file as a whole, and of the numbers made of it.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "server/inspection/feedback.hpp"
#include "server/inspection/plan.hpp"
#include "server/inspection/step_fields.hpp"
#include "server/inspection/wearing.hpp"
#include "tests/server/inspection/random_steps.hpp"

namespace badge::inspection::testing {
namespace {

/// Steps of every kind about two findings, at few different minutes.
std::vector<Step> random_file() {
  std::vector<Step> steps;
  const auto rounds = *rc::gen::inRange(0, 3);
  for (int round = 0; round < rounds; ++round) {
    for (auto& what : random_of_each()) {
      if (*rc::gen::inRange(0, 3) == 0) continue;
      std::visit(
          [](auto& step) {
            if constexpr (requires { step.finding; }) step.finding = id(*rc::gen::inRange(0U, 2U));
          },
          what);
      const auto at = minute(*rc::gen::inRange(0, 10));
      const auto number = static_cast<unsigned>(steps.size()) * 7919U % 1'000U;
      steps.push_back({id(number), the_file, "huong", at, at, std::move(what)});
    }
  }
  return steps;
}

void tell(std::string& text, const What& what) {
  text += kind_of(what);
  for (const auto& [name, value] : fields_of(what)) text.append(" ").append(name).append("=").append(value);
  text += '\n';
}

void tell(std::string& text, const Said& said) {
  text += said.by + ' ' + std::to_string(said.at.time_since_epoch().count()) + '\n';
}

void tell(std::string& text, const Finding& finding) {
  tell(text, static_cast<const Said&>(finding));
  tell(text, What(finding.found));
  for (const auto& person : finding.people) text += person + '\n';
  for (const auto& extended : finding.extensions) tell(text, What(extended));
  for (const auto& repair : finding.repairs) {
    tell(text, static_cast<const Said&>(repair));
    tell(text, What(repair.repaired));
    if (repair.review) tell(text, What(*repair.review));
    tell(text, repair.reviewed);
  }
  for (const auto& view : finding.views) tell(text, What(view.viewed));
  if (finding.handled) tell(text, What(*finding.handled));
  if (finding.decided) tell(text, What(*finding.decided));
  if (finding.closed_at) tell(text, Said{"closed", *finding.closed_at});
  for (const auto& carried : finding.carried) tell(text, What(carried));
}

/// Everything that an inspection says, but for its marks.
std::string told(const std::optional<Inspection>& inspection) {
  if (!inspection) return "none";
  std::string text = inspection->file + ' ' + std::string(to_string(inspection->state)) + '\n';
  tell(text, What(inspection->prepared));
  tell(text, inspection->prepared_first);
  for (const auto& joined : inspection->team) tell(text, What(joined));
  if (inspection->started) tell(text, What(*inspection->started));
  if (inspection->ended) tell(text, What(*inspection->ended));
  tell(text, Said{"started", inspection->started_at});
  tell(text, Said{"ended", inspection->ended_at});
  text += inspection->dropped_reason;
  for (const auto& line : inspection->answers) {
    tell(text, static_cast<const Said&>(line));
    tell(text, What(line.answered));
  }
  for (const auto& finding : inspection->findings) tell(text, finding);
  for (const auto& issued : inspection->papers) tell(text, What(issued));
  return text;
}

RC_GTEST_PROP(FileLaws, AnInspectionIsTheSameHoweverItsStepsArrive, ()) {
  const auto steps = random_file();
  const auto one = inspection_of(steps), other = inspection_of(as_they_arrive(steps));
  RC_ASSERT(told(one) == told(other));
  if (one) RC_ASSERT(one->marks == other->marks);
}

RC_GTEST_PROP(FileLaws, AStepOfAnotherKindChangesNothing, ()) {
  auto steps = random_file();
  const auto before = told(inspection_of(steps));
  std::erase_if(steps, [](const Step& step) {
    return std::holds_alternative<PlanStated>(step.what) || std::holds_alternative<PlanLine>(step.what) ||
           std::holds_alternative<Received>(step.what) || std::holds_alternative<Replied>(step.what);
  });
  RC_ASSERT(told(inspection_of(steps)) == before);
}

RC_GTEST_PROP(FileLaws, PlansAndCasesAreTheSameHoweverTheirStepsArrive, ()) {
  const auto steps = random_file(), again = as_they_arrive(steps);
  const auto told = [](std::span<const Step> some) {
    std::string text;
    const auto plan = plan_of(some);
    if (plan) tell(text, What(plan->stated));
    for (const auto& line : plan ? plan->lines : std::vector<PlanLine>()) tell(text, What(line));
    const auto feedback = feedback_of(some);
    if (feedback) tell(text, What(feedback->received));
    if (feedback && feedback->replied) tell(text, What(*feedback->replied));
    return text;
  };
  RC_ASSERT(told(steps) == told(again));
}

/// The three people of random_marks, anywhere, of two units.
std::vector<Listed> random_roster() {
  std::vector<Listed> list;
  for (const auto& person : the_people) {
    Listed listed;
    listed.staff_code = person;
    listed.unit_code = *rc::gen::element<std::string>("VP", "TTr");
    listed.presence = random_word<Presence>();
    list.push_back(std::move(listed));
  }
  return list;
}

RC_GTEST_PROP(WearingLaws, WhoIsListedIsPresentAbsentDisputedOrNotChecked, ()) {
  const auto list = random_roster();
  const auto sum = wearing_of(list, merged(random_marks()));
  RC_ASSERT(sum.listed ==
            sum.present() + sum.absent_with_paper + sum.absent_without + sum.disputed + sum.not_checked());
  RC_ASSERT(sum.listed <= static_cast<int>(list.size()));
  RC_ASSERT(sum.not_checked() >= 0);
  RC_ASSERT(sum.tapped_not_there <= sum.absent());
  RC_ASSERT(sum.share().part <= sum.share().of);
}

RC_GTEST_PROP(WearingLaws, UnitsSumUpToTheWhole, ()) {
  const auto list = random_roster();
  const auto marks = merged(random_marks());
  Wearing sum;
  for (const auto& [unit, wearing] : wearing_by_unit(list, marks)) sum += wearing;
  RC_ASSERT(sum == wearing_of(list, marks));
}

RC_GTEST_PROP(WearingLaws, OnlyAllAreAHundredPercent, ()) {
  const auto of = *rc::gen::inRange(0, 100'000);
  const auto part = *rc::gen::inRange(0, of + 1);
  const auto permille = Share{part, of}.permille();
  RC_ASSERT(permille.has_value() == (of > 0));
  if (permille) RC_ASSERT((*permille == 1000) == (part == of));
}

}  // namespace
}  // namespace badge::inspection::testing
