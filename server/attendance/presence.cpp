#include "server/attendance/presence.hpp"

#include "server/attendance/owed.hpp"
#include "server/attendance/paper_hours.hpp"
#include "server/attendance/watch.hpp"

namespace badge::attendance {
namespace {

minutes clock_of(const DayFacts& facts) {
  return std::chrono::floor<minutes>(facts.now - LocalTime(facts.date));
}

/// Of two windows that share this minute the later one: somebody who comes back from noon is looked for
/// there.
std::size_t session_at(const DayPlan& plan, minutes now) {
  for (std::size_t i = plan.sessions.size(); i-- > 0;) {
    if (plan.sessions[i].opens <= now && now <= plan.sessions[i].closes) return i;
  }
  for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
    if (now < plan.sessions[i].opens) return i;
  }
  return plan.sessions.size() - 1;
}

const Absence* paper_at(const DayFacts& facts, const PlannedSession& session, minutes now) {
  for (const auto& paper : facts.papers) {
    if (!is_of(paper, facts.date) || !names(paper, *session.rule)) continue;
    const auto hours = hours_on(paper, facts.date);
    if (!paper.time || (hours.from <= now && now < hours.to)) return &paper;
  }
  return nullptr;
}

void find_taps(const DayFacts& facts, const PlannedSession& session, PresenceNow& found) {
  for (std::size_t i = 0; i < facts.taps.size(); ++i) {
    const auto& tap = facts.taps[i];
    const auto at = clock_minute(tap, facts.date);
    if (tap.repeat || at < session.opens || at > session.closes || tap.at > facts.now) continue;
    found.last_tap = static_cast<std::int32_t>(i);
    if (found.first_tap < 0) found.first_tap = found.last_tap;
  }
}

/// What keeps a missing tap from saying anything.
std::optional<Reason> doubt_of(const JudgedDay& day, const InForce& in_force, const PlannedSession& session) {
  const auto from = LocalTime(day.facts.date) + session.opens, to = day.facts.now - report_lag_max;
  if (to < from) return std::nullopt;
  return Watch(in_force, *day.stay, day.facts.date).first_doubt(from, to, day.facts.has_badge_in(session));
}

}  // namespace

PresenceNow presence_of(const JudgedDay& day, const InForce& in_force) {
  if (day.facts.plan->sessions.empty()) return {};
  return presence_in(day, in_force, session_at(*day.facts.plan, clock_of(day.facts)));
}

PresenceNow presence_in(const JudgedDay& day, const InForce& in_force, std::size_t place) {
  PresenceNow found;
  const auto& facts = day.facts;
  const auto now = clock_of(facts);
  const auto& session = facts.plan->sessions[place];
  const auto& verdict = day.verdict.sessions[place];
  found.session = static_cast<std::int32_t>(place);
  if (verdict.state == SessionState::exempt) {
    found.presence = Presence::exempt;
    return found;
  }
  find_taps(facts, session, found);
  found.paper = paper_at(facts, session, now);
  if (found.paper != nullptr || verdict.state == SessionState::excused) {
    found.presence = Presence::away;
  } else if (found.last_tap >= 0 || verdict.state == SessionState::present) {
    found.presence = Presence::present;
  } else {
    found.doubt = doubt_of(day, in_force, session);
    found.presence = found.doubt ? Presence::unknown : Presence::not_seen;
  }
  return found;
}

std::string_view to_string(Presence presence) {
  switch (presence) {
    case Presence::off:
      return "off";
    case Presence::exempt:
      return "exempt";
    case Presence::away:
      return "away";
    case Presence::present:
      return "present";
    case Presence::not_seen:
      return "not_seen";
    case Presence::unknown:
      return "unknown";
  }
  return "off";
}

}  // namespace badge::attendance
