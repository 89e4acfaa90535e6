// Laws of what several inspectors say: whatever arrives first, nobody's word is lost or overwritten.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "server/inspection/wearing.hpp"
#include "tests/server/inspection/random_steps.hpp"

namespace badge::inspection::testing {
namespace {

using Key = std::pair<std::string, std::string>;  // person, inspector

/// The last mark of each inspector, the plainest way.
std::map<Key, Step> last_marks(std::vector<Step> steps) {
  std::ranges::sort(steps, {}, [](const Step& step) { return std::tie(step.at, step.id); });
  std::map<Key, Step> last;
  for (const auto& step : steps) {
    const auto* marked = std::get_if<Marked>(&step.what);
    if (marked != nullptr) last.insert_or_assign({marked->staff_code, step.by}, step);
  }
  return last;
}

bool weighs(const Step& step, std::string_view person, const Seen& seen) {
  const auto* settled = std::get_if<Settled>(&step.what);
  return settled != nullptr && settled->staff_code == person && settled->observed == *seen.holds &&
         std::ranges::all_of(seen.words, [&](const Word& word) {
           return std::ranges::find(settled->over, word.id) != settled->over.end();
         });
}

bool all_say_the_same(const Seen& seen) {
  return std::ranges::all_of(seen.words,
                             [&](const Word& word) { return word.observed == seen.words[0].observed; });
}

/// A step that is later than all of `steps`.
Step later(const std::vector<Step>& steps, std::string by, What what) {
  return {id(0xffff'0000U + static_cast<unsigned>(steps.size())),
          the_file,
          std::move(by),
          minute(60),
          minute(60),
          std::move(what)};
}

RC_GTEST_PROP(MarkLaws, OrderAndRepeatsOfArrivalChangeNothing, ()) {
  const auto steps = random_marks();
  RC_ASSERT(merged(steps) == merged(as_they_arrive(steps)));
}

RC_GTEST_PROP(MarkLaws, TwoPhonesMayDeliverTheirStepsInAnyInterleaving, ()) {
  const auto steps = random_marks();
  std::vector<Step> mine, theirs;
  for (const auto& step : steps) (step.by == "huong0" ? mine : theirs).push_back(step);
  auto together = theirs;
  std::size_t place = 0;
  for (const auto& step : mine) {  // each phone keeps its own order
    place = *rc::gen::inRange(place, together.size() + 1);
    together.insert(together.begin() + static_cast<std::ptrdiff_t>(place++), step);
  }
  RC_ASSERT(merged(together) == merged(steps));
}

RC_GTEST_PROP(MarkLaws, TheLastWordOfEveryInspectorStands, ()) {
  const auto steps = random_marks();
  const auto marks = merged(as_they_arrive(steps));
  std::size_t standing = 0;
  for (const auto& [key, step] : last_marks(steps)) {
    const auto& marked = std::get<Marked>(step.what);
    if (marked.observed == Observed::taken_back) continue;
    ++standing;
    const auto& words = marks.at(key.first).words;
    const auto word = std::ranges::find(words, key.second, &Word::by);
    RC_ASSERT(word != words.end());
    RC_ASSERT(word->id == step.id);
    RC_ASSERT(word->observed == marked.observed);
  }
  std::size_t words = 0;
  for (const auto& [person, seen] : marks) words += seen.words.size();
  RC_ASSERT(words == standing);
}

RC_GTEST_PROP(MarkLaws, ADisagreementIsDecidedOnlyByWhoWeighedEveryWord, ()) {
  const auto steps = random_marks();
  for (const auto& [person, seen] : merged(steps)) {
    RC_ASSERT(!seen.holds || *seen.holds != Observed::taken_back);
    RC_ASSERT(!seen.holds || !seen.words.empty());
    if (!seen.holds || all_say_the_same(seen)) {
      RC_ASSERT(seen.settled_by.empty());
      continue;
    }
    RC_ASSERT(std::ranges::any_of(
        steps, [&](const Step& step) { return step.by == seen.settled_by && weighs(step, person, seen); }));
  }
}

RC_GTEST_PROP(MarkLaws, WhoWeighsEveryWordSettlesIt, ()) {
  auto steps = random_marks();
  for (const auto& [person, seen] : merged(steps)) {
    if (!seen.is_disputed()) continue;
    Settled settled{person, Observed::not_worn, {}, "đã xem lại"};
    for (const auto& word : seen.words) settled.over.push_back(word.id);
    steps.push_back(later(steps, "lan", settled));
    const auto after = merged(steps);
    RC_ASSERT(after.at(person).holds == Observed::not_worn);
    RC_ASSERT(after.at(person).words == seen.words);
  }
}

RC_GTEST_PROP(MarkLaws, ALaterMarkOpensASettledQuestionAgain, ()) {
  auto steps = random_marks();
  const auto by = *rc::gen::element<std::string>("huong0", "huong1", "lan");
  for (const auto& [person, seen] : merged(steps)) {
    if (seen.settled_by.empty()) continue;
    auto again = steps;
    again.push_back(later(steps, by, mark(person, Observed::exempt)));
    const auto after = merged(again).at(person);
    RC_ASSERT(after.settled_by.empty());
    RC_ASSERT(after.holds.has_value() == all_say_the_same(after));
  }
}

RC_GTEST_PROP(MarkLaws, TakingBackRemovesOnesOwnWordAlone, ()) {
  auto steps = random_marks();
  const auto before = merged(steps);
  const auto by = *rc::gen::element<std::string>("huong0", "huong1", "huong2", "lan");
  const auto person = *rc::gen::elementOf(the_people);
  steps.push_back(later(steps, by, mark(person, Observed::taken_back)));
  auto after = merged(steps);
  for (const auto& one : the_people) {
    const auto* seen = seen_of(before, one);
    auto words = seen == nullptr ? std::vector<Word>() : seen->words;
    if (one == person) std::erase_if(words, [&](const Word& word) { return word.by == by; });
    RC_ASSERT(after[one].words == words);
  }
}

}  // namespace
}  // namespace badge::inspection::testing
