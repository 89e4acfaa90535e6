// Laws of judging one day, held against random days.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "tests/server/attendance/property_facts.hpp"

namespace badge::attendance::testing {
namespace {

RC_GTEST_PROP(JudgeLaws, DoesNotCareInWhichOrderTapsArrive, ()) {
  const auto day = eventful_day();
  auto other_order = day.taps;
  for (std::size_t i = other_order.size(); i > 1; --i) {
    std::swap(other_order[i - 1], other_order[*rc::gen::inRange<std::size_t>(0, i)]);
  }
  RC_ASSERT(everything(judge_with(day.office, day.taps)) == everything(judge_with(day.office, other_order)));
}

RC_GTEST_PROP(JudgeLaws, DuplicatesChangeNothing, ()) {
  const auto day = eventful_day();
  auto doubled = day.taps;
  for (const auto& tap : day.taps) {
    if (*rc::gen::arbitrary<bool>()) doubled.push_back(tap);
  }
  RC_ASSERT(everything(judge_with(day.office, day.taps)) == everything(judge_with(day.office, doubled)));
}

RC_GTEST_PROP(JudgeLaws, NothingIsSaidThatAnUnseenTapCouldCancel, ()) {
  auto day = eventful_day();
  // What really happened, against what was seen of it.
  const auto truth = judge_with(day.office, day.taps);
  std::vector<Tap> seen;
  for (const auto& tap : day.taps) {
    if (was_heard(tap, day.listened) || *rc::gen::arbitrary<bool>()) seen.push_back(tap);
  }
  day.office.heard = day.listened;
  const auto said = judge_with(day.office, seen);
  RC_LOG("truth " + everything(truth) + "\nsaid  " + everything(said));
  for (std::size_t i = 0; i < said.day.verdict.sessions.size(); ++i) {
    const auto& claim = said.day.verdict.sessions[i];
    const auto& fact = truth.day.verdict.sessions[i];
    if (claim.state == SessionState::absent) RC_ASSERT(fact.state == SessionState::absent);
    if (claim.missing_in) RC_ASSERT(fact.missing_in);
    if (claim.missing_out) RC_ASSERT(fact.missing_out);
    if (claim.late > minutes(0)) RC_ASSERT(fact.late >= claim.late);
    if (claim.early > minutes(0)) RC_ASSERT(fact.early >= claim.early);
  }
}

RC_GTEST_PROP(JudgeLaws, SilenceNeverMakesAnybodyAbsent, ()) {
  auto day = eventful_day();
  std::erase_if(day.office.facts.corrections, [](const auto& c) { return c.decision == Decision::approved; });
  day.office.heard.clear();
  for (const auto& session : judge_with(day.office, {}).day.verdict.sessions) {
    RC_ASSERT(session.state == SessionState::provisional || session.state == SessionState::excused);
  }
}

RC_GTEST_PROP(JudgeLaws, MoreCoverageOnlyResolvesWhatWasProvisional, ()) {
  auto day = eventful_day();
  day.office.heard = day.listened;
  const auto before = judge_with(day.office, day.taps);
  const auto from = date(the_day) + random_time();
  day.office.heard.push_back({"cong-a", "cong-a-1", from, from + seconds(*rc::gen::inRange(60, 20 * 3600))});
  const auto after = judge_with(day.office, day.taps);
  RC_LOG(everything(before) + "\n-> " + everything(after));
  for (std::size_t i = 0; i < before.day.verdict.sessions.size(); ++i) {
    const auto& was = before.day.verdict.sessions[i];
    const auto& is = after.day.verdict.sessions[i];
    if (was.state == SessionState::provisional) continue;
    RC_ASSERT(to_text(was, before.day.facts.taps, before.day.facts.date) ==
              to_text(is, after.day.facts.taps, after.day.facts.date));
  }
}

RC_GTEST_PROP(JudgeLaws, NobodyReadsWithoutReasonBeforeTheExplanationPeriodIsOver, ()) {
  auto day = eventful_day();
  std::erase_if(day.office.facts.corrections, [](const auto& c) { return c.decision == Decision::refused; });
  day.office.now = at("12 12:00");
  const auto judged = judge_with(day.office, day.taps);
  RC_ASSERT(everything(judged).find("unexplained") == std::string::npos);
}

RC_GTEST_PROP(JudgeLaws, EveryTapHasOneUseAndEveryEndIsOneTap, ()) {
  const auto day = eventful_day();
  const auto judged = judge_with(day.office, day.taps);
  const auto uses = tap_uses(judged.day.facts, judged.day.verdict);
  RC_ASSERT(uses.size() == judged.day.facts.taps.size());
  for (const auto& session : judged.day.verdict.sessions) {
    RC_ASSERT(session.in < 0 || session.in != session.out);
    for (const auto end : {session.in, session.out}) {
      if (end >= 0) RC_ASSERT(!judged.day.facts.taps[static_cast<std::size_t>(end)].repeat);
    }
  }
}

}  // namespace
}  // namespace badge::attendance::testing
