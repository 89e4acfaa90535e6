#include "server/attendance/regular_day.hpp"

#include <algorithm>

#include "server/attendance/stated.hpp"

namespace badge::attendance {

namespace {

constexpr minutes day_length{24 * 60};
constexpr minutes one_minute{1};

bool is_plain(const Tap& tap) {
  return tap.direction == Direction::both && !tap.clock_doubtful && !tap.repeat && !tap.temporary;
}

bool has_sessions(const DayPlan* plan) { return plan != nullptr && !plan->sessions.empty(); }

}  // namespace

// Times are compared in seconds: one lies in or before a minute if it lies before the next minute. Windows of
// one day never reach into another session (plan_day), and a grace is shorter than its session.
bool is_regular_day(const DayFacts& facts) {
  const auto& schedule = *facts.plan->schedule;
  const auto& sessions = facts.plan->sessions;
  if (schedule.taps != TapsDemanded::each_session || facts.taps.size() != 2 * sessions.size()) return false;
  const auto& plan = *facts.plan;
  if (plan.has_duty || plan.closed_from || plan.flex_later > minutes(0) || plan.flex_earlier > minutes(0))
    return false;
  const LocalTime midnight(facts.date);
  if (facts.now < midnight + sessions.back().closes + one_minute) return false;
  const auto is_on_paper = [&](const Absence& paper) { return paper.days.contains(facts.date); };
  if (std::any_of(facts.papers.begin(), facts.papers.end(), is_on_paper)) return false;
  if (has_corrections(facts)) return false;

  for (std::size_t i = 0; i < sessions.size(); ++i) {
    const auto& session = sessions[i];
    if (!is_plain(facts.taps[2 * i]) || !is_plain(facts.taps[2 * i + 1])) return false;
    const auto in = facts.taps[2 * i].at - midnight;
    const auto out = facts.taps[2 * i + 1].at - midnight;
    // Between two sessions the first tap is an out and the last an in only if both lie there.
    const auto in_until = i == 0 ? session.start + session.late_grace : session.start;
    const auto out_since = i + 1 == sessions.size() ? session.end - session.early_grace : session.end;
    if (in < session.opens || in >= in_until + one_minute) return false;
    if (out < out_since || out >= session.closes + one_minute) return false;
    if (out - in < schedule.stay_min) return false;
  }
  // The windows of the days beside it end before the first tap and begin after the last.
  const auto first = facts.taps.front().at - midnight;
  const auto last = facts.taps.back().at - midnight;
  return (!has_sessions(facts.before) ||
          first >= facts.before->sessions.back().closes - day_length + one_minute) &&
         (!has_sessions(facts.after) || last < facts.after->sessions.front().opens + day_length);
}

}  // namespace badge::attendance
