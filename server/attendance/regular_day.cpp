#include "server/attendance/regular_day.hpp"

#include <algorithm>

#include "server/attendance/stated.hpp"

namespace badge::attendance {

namespace {

constexpr minutes one_minute{1};

bool is_plain(const Tap& tap) {
  return tap.direction == Direction::both && !tap.clock_doubtful && !tap.repeat && !tap.temporary;
}

bool has_sessions(const DayPlan* plan) { return plan != nullptr && !plan->sessions.empty(); }

// Times are compared in seconds: one lies in or before a minute if it lies before the next minute. Windows of
// one day never reach into another session (plan_day), and a grace is shorter than its session.

bool is_in(seconds in, const PlannedSession& session, minutes until) {
  return in >= session.opens && in < until + one_minute;
}

bool is_out(seconds out, const PlannedSession& session, minutes since) {
  return out >= since && out < session.closes + one_minute;
}

/// An in and an out for each session, in time.
bool each_session_is_kept(const DayFacts& facts, const DayPlan& plan) {
  const auto& sessions = plan.sessions;
  if (facts.taps.size() != 2 * sessions.size()) return false;
  const LocalTime midnight(facts.date);
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    const auto& session = sessions[i];
    const auto in = facts.taps[2 * i].at - midnight;
    const auto out = facts.taps[2 * i + 1].at - midnight;
    // Between two sessions the first tap is an out and the last an in only if both lie there.
    const auto in_until = i == 0 ? session.start + session.late_grace : session.start;
    const auto out_since = i + 1 == sessions.size() ? session.end - session.early_grace : session.end;
    if (!is_in(in, session, in_until) || !is_out(out, session, out_since)) return false;
    if (out - in < plan.schedule->stay_min) return false;
  }
  return true;
}

/// One in and one out, in time; the sessions between them are as good as seen.
bool both_day_ends_are_kept(const DayFacts& facts, const DayPlan& plan) {
  if (facts.taps.size() != 2) return false;
  const auto& first = plan.sessions.front();
  const auto& last = plan.sessions.back();
  const auto in = facts.taps.front().at - LocalTime(facts.date);
  const auto out = facts.taps.back().at - LocalTime(facts.date);
  return is_in(in, first, first.start + first.late_grace) && is_out(out, last, last.end - last.early_grace) &&
         out - in >= plan.schedule->stay_min;
}

/// The windows of the days beside it end before the first tap and begin after the last.
bool neighbours_are_apart(const DayFacts& facts) {
  const auto first = facts.taps.front().at - LocalTime(facts.date);
  const auto last = facts.taps.back().at - LocalTime(facts.date);
  return (!has_sessions(facts.before) ||
          first >= facts.before->sessions.back().closes - day_length + one_minute) &&
         (!has_sessions(facts.after) || last < facts.after->sessions.front().opens + day_length);
}

}  // namespace

bool is_regular_day(const DayFacts& facts) {
  const auto& plan = *facts.plan;
  if (facts.taps.empty() || plan.has_duty || plan.closed_from) return false;
  if (plan.flex_later > minutes(0) || plan.flex_earlier > minutes(0)) return false;
  if (facts.now < LocalTime(facts.date) + plan.sessions.back().closes + one_minute) return false;
  const auto is_on_paper = [&](const Absence& paper) { return paper.days.contains(facts.date); };
  if (std::any_of(facts.papers.begin(), facts.papers.end(), is_on_paper)) return false;
  if (has_corrections(facts) || !std::all_of(facts.taps.begin(), facts.taps.end(), is_plain)) return false;
  switch (plan.schedule->taps) {
    case TapsDemanded::each_session:
      return each_session_is_kept(facts, plan) && neighbours_are_apart(facts);
    case TapsDemanded::day_ends:
      return both_day_ends_are_kept(facts, plan) && neighbours_are_apart(facts);
    case TapsDemanded::first_only:
    case TapsDemanded::none:
      return false;
  }
  return false;
}

}  // namespace badge::attendance
