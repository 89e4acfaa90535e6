#include "server/attendance/away.hpp"

#include <algorithm>
#include <utility>

#include "server/attendance/owed.hpp"
#include "server/attendance/paper_hours.hpp"

namespace badge::attendance {

namespace {

using Pair = std::pair<TapNo, TapNo>;  // an out, and the in after it

bool is_looked_at(const PlannedSession& session, const SessionVerdict& verdict) {
  return session.schedule->taps == TapsDemanded::each_session && verdict.state == SessionState::present &&
         verdict.in != none && verdict.out != none;
}

/// Strictly between the session's own two. None where the clock of one of them cannot be believed.
std::vector<TapNo> inner_taps(const DayFacts& facts, const SessionVerdict& verdict) {
  std::vector<TapNo> inner;
  for (TapNo no = verdict.in + 1; no < verdict.out; ++no) {
    const auto& tap = tap_at(facts.taps, no);
    if (tap.clock_doubtful) return {};
    if (!tap.repeat) inner.push_back(no);
  }
  return inner;
}

std::vector<Pair> pairs_of(const DayFacts& facts, const std::vector<TapNo>& inner) {
  const auto direction = [&](TapNo no) { return tap_at(facts.taps, no).direction; };
  const bool readers_tell =
      std::ranges::any_of(inner, [&](TapNo no) { return direction(no) != Direction::both; });
  if (!readers_tell && inner.size() % 2 != 0) return {};
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i + 1 < inner.size(); i += readers_tell ? 1 : 2) {
    const bool is_pair =
        !readers_tell || (direction(inner[i]) == Direction::out && direction(inner[i + 1]) == Direction::in);
    if (is_pair) pairs.emplace_back(inner[i], inner[i + 1]);
  }
  return pairs;
}

/// What papers and a closure take out of a session, by minute of the day, in order.
std::vector<ClockSpan> spoken_for(const DayFacts& facts, const PlannedSession& session) {
  std::vector<ClockSpan> spans;
  for (const auto& paper : facts.papers) {
    if (is_of(paper, facts.date) && names(paper, *session.rule)) spans.push_back(hours_on(paper, facts.date));
  }
  const bool may_close = !session.is_duty && !session.schedule->ignores_calendar;
  if (facts.plan->closed_from && may_close) spans.push_back({*facts.plan->closed_from, minutes::max()});
  std::ranges::sort(spans, {}, &ClockSpan::from);
  return spans;
}

/// Of a span what no other one covers. `covering`: in order of `from`.
minutes left_of(ClockSpan span, const std::vector<ClockSpan>& covering) {
  minutes left{0};
  for (const auto& cut : covering) {
    if (cut.from > span.from) left += std::max(minutes(0), std::min(cut.from, span.to) - span.from);
    span.from = std::max(span.from, cut.to);
  }
  return left + std::max(minutes(0), span.to - span.from);
}

/// What regimes grant on the day: nobody need say when it is used.
minutes granted_on(const DayFacts& facts) {
  minutes granted{0};
  for (const auto& regime : facts.regimes) {
    if (regime.days.contains(facts.date)) granted += regime.a_day;
  }
  return granted;
}

}  // namespace

std::vector<Away> aways_of(const DayFacts& facts, const DayVerdict& verdict) {
  std::vector<Away> found;
  auto granted = granted_on(facts);
  for (std::size_t i = 0; i < verdict.sessions.size(); ++i) {
    const auto& session = facts.plan->sessions[i];
    if (!is_looked_at(session, verdict.sessions[i])) continue;
    const auto covered = spoken_for(facts, session);
    for (const auto& [out, in] : pairs_of(facts, inner_taps(facts, verdict.sessions[i]))) {
      const ClockSpan span{std::max(clock_minute(tap_at(facts.taps, out), facts.date), session.start),
                           std::min(clock_minute(tap_at(facts.taps, in), facts.date), session.end)};
      const auto length = left_of(span, covered);
      const auto set_off = std::min(length, granted);
      granted -= set_off;
      if (length > set_off) found.push_back({i, out, in, length - set_off});
    }
  }
  return found;
}

}  // namespace badge::attendance
