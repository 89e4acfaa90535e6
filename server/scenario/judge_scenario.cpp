#include "server/scenario/judge_scenario.hpp"

#include <algorithm>

#include "server/app/sentences.hpp"
#include "server/attendance/month.hpp"
#include "server/attendance/session_taps.hpp"
#include "server/scenario/differences.hpp"

namespace badge::scenario {
namespace {

using attendance::JudgedDay;
using std::chrono::days;

std::string clock_of(const JudgedDay& day, std::int32_t tap) {
  if (tap < 0) return {};
  return app::clock_text(clock_minute(attendance::tap_at(day.facts.taps, tap), day.facts.date));
}

AnsweredSession session_of(const JudgedDay& day, std::size_t no, const app::Names& names,
                           app::Language language) {
  const auto& verdict = day.verdict.sessions[no];
  const auto& plan = day.facts.plan->sessions[no];
  AnsweredSession session{.name = plan.rule->name,
                          .start = app::clock_text(plan.start),
                          .end = app::clock_text(plan.end),
                          .state = verdict.state,
                          .in = clock_of(day, verdict.in),
                          .out = clock_of(day, verdict.out),
                          .late_min = verdict.late.count(),
                          .early_min = verdict.early.count(),
                          .missing_in = verdict.missing_in,
                          .missing_out = verdict.missing_out,
                          .reasons = {},
                          .text = app::explain(day, no, names, language)};
  for (const auto& reason : verdict.reasons) session.reasons.push_back(to_string(reason.code));
  return session;
}

AnsweredDay answer_of(const JudgedDay& day, const Scenario& scenario, app::Language language) {
  AnsweredDay answer;
  answer.staff_code = day.stay->posting->staff_code;
  answer.full_name = day.stay->posting->full_name;
  answer.date = day.facts.date;
  answer.kind = day.verdict.kind;
  if (day.facts.plan->calendar != nullptr) answer.name = day.facts.plan->calendar->name;
  const app::Names names{[&](const attendance::Tap& tap) { return scenario.readers[tap.source]; }};
  for (std::size_t no = 0; no < day.verdict.sessions.size(); ++no) {
    answer.sessions.push_back(session_of(day, no, names, language));
  }
  const auto uses = attendance::tap_uses(day.facts, day.verdict);
  for (std::size_t no = 0; no < uses.size(); ++no) {
    const auto& tap = day.facts.taps[no];
    answer.taps.push_back(
        {tap.at, scenario.readers[tap.source], uses[no].kind, app::explain(day, no, uses[no], language)});
  }
  return answer;
}

/// All that PersonDays may look at.
std::vector<attendance::Tap> taps_of(const Scenario& scenario, const std::string& staff_code) {
  std::vector<attendance::Tap> taps;
  for (const auto& [code, tap] : scenario.taps) {
    const bool is_near = tap.at >= scenario.asked.from - days(1) && tap.at < scenario.asked.to + days(3);
    if (code == staff_code && is_near) taps.push_back(tap);
  }
  return taps;
}

}  // namespace

Answer judge_scenario(const Scenario& scenario, app::Language language) {
  const attendance::RuleBook book(scenario.facts);
  const attendance::Coverage coverage(scenario.heard, book.reader_ends());
  const attendance::InForce in_force(book, coverage, attendance::with_neighbours(scenario.asked));
  Answer answer{.zone = scenario.zone, .days = {}, .differences = {}};
  for (const auto& code : scenario.people_asked) {
    const auto person = book.people().find(code);
    if (!person) continue;
    auto taps = taps_of(scenario, code);
    attendance::PersonDays person_days(in_force, *person, scenario.asked, taps, scenario.now);
    while (const auto* day = person_days.next()) {
      answer.days.push_back(answer_of(*day, scenario, language));
    }
  }
  answer.differences = differences(scenario.expected, answer.days, language);
  return answer;
}

}  // namespace badge::scenario
