#include "server/attendance/paper_sessions.hpp"

#include <algorithm>

#include "server/attendance/owed.hpp"
#include "server/attendance/paper_hours.hpp"

namespace badge::attendance {

namespace {

void add_session(const DayFacts& facts, std::size_t i, const OwedSession& owed,
                 std::vector<PaperSession>& found) {
  if (owed.is_excused && owed.paper == nullptr) return;  // who is not expected needs no leave
  const auto* taken = owed.is_excused ? owed.paper : nullptr;
  const auto& planned = facts.plan->sessions[i];
  const ClockSpan due{planned.start, planned.end};
  const auto add = [&](const Absence& paper, const ClockSpan& covered) {
    found.push_back({facts.date, static_cast<std::uint8_t>(i),
                     static_cast<std::uint8_t>(facts.plan->sessions.size()), due, covered, &paper});
  };
  if (taken != nullptr && part_of(*taken, facts.date, planned) == due) return add(*taken, due);
  for (const auto& paper : facts.papers) {
    if (const auto part = part_of(paper, facts.date, planned)) add(paper, *part);
  }
}

}  // namespace

std::optional<ClockSpan> part_of(const Absence& paper, Date date, const PlannedSession& session) {
  if (!is_of(paper, date) || !names(paper, *session.rule)) return std::nullopt;
  const auto hours = hours_on(paper, date);
  const ClockSpan part{std::max(session.start, hours.from), std::min(session.end, hours.to)};
  if (part.from >= part.to) return std::nullopt;
  return part;
}

std::vector<PaperSession> paper_sessions(const DayFacts& facts) {
  std::vector<PaperSession> found;
  const auto owed = owed_on(facts);
  for (std::size_t i = 0; i < owed.size(); ++i) add_session(facts, i, owed[i], found);
  return found;
}

std::vector<PaperSession> paper_sessions(const InForce& in_force, PersonNo person, const DateSpan& days) {
  std::vector<PaperSession> found;
  const auto& book = in_force.book();
  DayFacts facts;
  facts.papers = book.absences(person);
  for (facts.date = days.from; facts.date <= days.to; facts.date += std::chrono::days(1)) {
    const auto speaks = [&](const Absence& paper) { return paper.days.contains(facts.date); };
    if (std::none_of(facts.papers.begin(), facts.papers.end(), speaks)) continue;
    facts.plan = in_force.plan_of(person, book.stay_on(person, facts.date), facts.date);
    if (facts.plan == nullptr) continue;
    const auto of_day = paper_sessions(facts);
    found.insert(found.end(), of_day.begin(), of_day.end());
  }
  return found;
}

}  // namespace badge::attendance
