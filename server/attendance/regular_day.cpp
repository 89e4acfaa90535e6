#include "server/attendance/regular_day.hpp"

#include <algorithm>
#include <array>

#include "server/attendance/stated.hpp"

namespace badge::attendance {

namespace {

constexpr minutes one_minute{1};

bool has_sessions(const DayPlan* plan) { return plan != nullptr && !plan->sessions.empty(); }

bool is_plain(const Tap& tap) {
  return tap.direction == Direction::both && !tap.clock_doubtful && !tap.temporary;
}

/// The kept taps of a day that come when those of a regular one do. A month has millions of them, so what is
/// known of a tap is asked once.
struct KeptTaps {
  std::array<std::int32_t, 2 * sessions_max> no, time;  // place in DayFacts::taps, and seconds from midnight
};

/// Repeats serve nothing, whatever they are. False: other taps are missing, too many or not plain.
bool keep(const DayFacts& facts, const RegularTaps& regular, KeptTaps& kept) {
  const auto wanted = regular.times.size();
  if (facts.taps.size() < wanted) return false;
  const LocalTime midnight(facts.date);
  std::size_t count = 0;
  for (std::size_t i = 0; i < facts.taps.size(); ++i) {
    const auto& tap = facts.taps[i];
    if (tap.repeat) continue;
    if (count == wanted || !is_plain(tap)) return false;
    const auto time = static_cast<std::int32_t>((tap.at - midnight).count());
    if (time < regular.times[count].from || time >= regular.times[count].until) return false;
    kept.no[count] = static_cast<std::int32_t>(i);
    kept.time[count] = time;
    ++count;
  }
  return count == wanted;
}

bool stays_are_long_enough(const RegularTaps& regular, const KeptTaps& kept) {
  for (std::size_t i = 0; i < regular.times.size(); i += 2) {
    if (kept.time[i + 1] - kept.time[i] < regular.stay_min) return false;
  }
  return true;
}

/// The windows of the days beside it end before the first tap and begin after the last.
bool neighbours_are_apart(const DayFacts& facts, seconds first, seconds last) {
  return (!has_sessions(facts.before) ||
          first >= facts.before->sessions.back().closes - day_length + one_minute) &&
         (!has_sessions(facts.after) || last < facts.after->sessions.front().opens + day_length);
}

bool is_settled_without_papers(const DayFacts& facts) {
  if (facts.now < LocalTime(facts.date) + seconds(facts.plan->regular.settled)) return false;
  const auto is_on_paper = [&](const Absence& paper) { return paper.days.contains(facts.date); };
  return std::none_of(facts.papers.begin(), facts.papers.end(), is_on_paper) && !has_corrections(facts);
}

std::int32_t in_seconds(seconds time) { return static_cast<std::int32_t>(time.count()); }

bool is_regular(const DayFacts& facts, KeptTaps& kept) {
  const auto& regular = facts.plan->regular;
  if (regular.times.empty() || !keep(facts, regular, kept)) return false;
  const seconds first(kept.time[0]), last(kept.time[regular.times.size() - 1]);
  return stays_are_long_enough(regular, kept) && neighbours_are_apart(facts, first, last) &&
         is_settled_without_papers(facts);
}

}  // namespace

/// One time lies in or before a minute if it lies before the next minute. Windows of one day never reach into
/// another session (plan_day), and a grace is shorter than its session.
RegularTaps regular_taps(const DayPlan& plan) {
  RegularTaps regular;
  const auto& sessions = plan.sessions;
  if (sessions.empty() || plan.has_duty || plan.closed_from) return regular;
  if (plan.flex_later > minutes(0) || plan.flex_earlier > minutes(0)) return regular;
  const bool each_session = plan.schedule->taps == TapsDemanded::each_session;
  if (!each_session && plan.schedule->taps != TapsDemanded::day_ends) return regular;
  regular.stay_min = in_seconds(plan.schedule->stay_min);
  regular.settled = in_seconds(sessions.back().closes + one_minute);
  const auto add = [&](minutes from, minutes last_minute) {
    regular.times.push_back({in_seconds(from), in_seconds(last_minute + one_minute)});
  };
  const auto add_session = [&](const PlannedSession& opened, const PlannedSession& closed) {
    // Between two sessions the first tap is an out and the last an in only if both lie there.
    const auto late_grace = &opened == &sessions.front() ? opened.late_grace : minutes(0);
    const auto early_grace = &closed == &sessions.back() ? closed.early_grace : minutes(0);
    add(opened.opens, opened.start + late_grace);
    add(closed.end - early_grace, closed.closes);
  };
  // Of the ends of a day alone, the sessions between them are as good as seen.
  if (!each_session) add_session(sessions.front(), sessions.back());
  for (std::size_t i = 0; each_session && i < sessions.size(); ++i) add_session(sessions[i], sessions[i]);
  return regular;
}

bool is_regular_day(const DayFacts& facts) {
  KeptTaps kept;
  return is_regular(facts, kept);
}

bool judge_regular_day(const DayFacts& facts, DayVerdict& verdict) {
  KeptTaps kept;
  if (!is_regular(facts, kept)) return false;
  const auto sessions = facts.plan->sessions.size();
  const auto taps = facts.plan->regular.times.size();
  verdict.kind = facts.plan->kind;
  verdict.temporary_card = false;
  verdict.sessions.clear();
  for (std::size_t i = 0; i < sessions; ++i) verdict.sessions.grow().state = SessionState::present;
  for (std::size_t i = 0; i < taps; i += 2) {
    verdict.sessions[i / 2].in = kept.no[i];
    verdict.sessions[i + 2 == taps ? sessions - 1 : i / 2].out = kept.no[i + 1];
  }
  return true;
}

}  // namespace badge::attendance
