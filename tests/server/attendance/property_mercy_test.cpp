// Laws of what people are granted: it never makes anything worse.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/server/attendance/property_facts.hpp"

namespace badge::attendance::testing {
namespace {

struct Held {
  bool absent = false;
  int missing = 0;
  minutes late{0}, early{0};
};

Held held_in(const SessionVerdict& session) {
  return {session.state == SessionState::absent, session.missing_in + session.missing_out, session.late,
          session.early};
}

/// Whether nothing is held against the person after that was not before. Who was absent and now is present
/// may miss an end. With day ends, an excused session passes the end that it misses on to the next.
void assert_no_worse(const RandomDay& day, const Judged& before, const Judged& after) {
  RC_LOG(everything(before) + "\n-> " + everything(after));
  RC_ASSERT(before.day.verdict.sessions.size() == after.day.verdict.sessions.size());
  const bool each_session = day.office.facts.schedules.front().taps == TapsDemanded::each_session;
  int missing_before = 0, missing_after = 0;
  for (std::size_t i = 0; i < before.day.verdict.sessions.size(); ++i) {
    const auto was = held_in(before.day.verdict.sessions[i]);
    const auto is = held_in(after.day.verdict.sessions[i]);
    RC_ASSERT(was.absent || !is.absent);
    if (!was.absent) RC_ASSERT(is.late <= was.late);
    if (!was.absent) RC_ASSERT(is.early <= was.early);
    if (!was.absent && each_session) RC_ASSERT(is.missing <= was.missing);
    missing_before += was.absent ? 2 : was.missing;
    missing_after += is.missing;
  }
  RC_ASSERT(missing_after <= missing_before);
}

/// A day without what goes before papers: who is stated to have been there has no leave to use.
RandomDay day_without_statements() {
  auto day = eventful_day();
  std::erase_if(day.office.facts.corrections, [](const auto& c) { return !c.staff_code.empty(); });
  return day;
}

RC_GTEST_PROP(MercyLaws, APaperNeverAddsAnything, ()) {
  auto day = day_without_statements();
  const auto before = judge_with(day.office, day.taps);
  day.office.facts.absences.push_back(random_paper(day.office));
  assert_no_worse(day, before, judge_with(day.office, day.taps));
}

RC_GTEST_PROP(MercyLaws, ARegimeNeverAddsAnything, ()) {
  auto day = eventful_day();
  const auto before = judge_with(day.office, day.taps);
  day.office.facts.regimes.push_back(random_regime());
  assert_no_worse(day, before, judge_with(day.office, day.taps));
}

RC_GTEST_PROP(MercyLaws, ACorrectionThatSaysPresentNeverAddsAnything, ()) {
  auto day = eventful_day();
  // It replaces a statement of a single time, with all that followed from that.
  std::erase_if(day.office.facts.corrections, [](const auto& c) {
    return c.effect == CorrectionEffect::in_at || c.effect == CorrectionEffect::out_at;
  });
  const auto before = judge_with(day.office, day.taps);
  day.office.facts.corrections.push_back(present_correction(day.office));
  assert_no_worse(day, before, judge_with(day.office, day.taps));
}

RC_GTEST_PROP(MercyLaws, AClosureNeverAddsAnything, ()) {
  auto day = eventful_day();
  day.office.facts.calendar.clear();
  const auto before = judge_with(day.office, day.taps);
  day.office.facts.calendar.push_back(random_closure());
  assert_no_worse(day, before, judge_with(day.office, day.taps));
}

RC_GTEST_PROP(MercyLaws, AnOutageNeverAddsAnything, ()) {
  auto day = eventful_day();
  const auto before = judge_with(day.office, day.taps);
  day.office.facts.corrections.push_back(random_outage());
  assert_no_worse(day, before, judge_with(day.office, day.taps));
}

RC_GTEST_PROP(MercyLaws, AnExplanationChangesNoVerdict, ()) {
  auto day = eventful_day();
  const auto before = judge_with(day.office, day.taps);
  day.office.facts.corrections.push_back(present_correction(day.office));
  day.office.facts.corrections.back().decision = *rc::gen::element(Decision::pending, Decision::refused);
  RC_ASSERT(judge_with(day.office, day.taps).text() == before.text());
}

}  // namespace
}  // namespace badge::attendance::testing
