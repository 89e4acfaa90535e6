#include "server/attendance/owed.hpp"

#include <algorithm>
#include <optional>

#include "server/attendance/paper_hours.hpp"

namespace badge::attendance {

namespace {

/// From minute to minute of the day; what has no beginning or no end on this day reaches beyond any session.
struct Cut {
  minutes from = minutes::min(), to = minutes::max();
  const Absence* paper = nullptr;  // null: a closure
};
constexpr std::size_t cuts_max = 16;  // papers of one person on one day; the rest would say the same again

bool is_open_to_closure(const PlannedSession& session) {
  return !session.is_duty && !session.schedule->ignores_calendar;
}

/// Moves an end of the session inward where a cut covers it, until none does.
void cut_off(std::span<const Cut> cuts, const PlannedSession& session, OwedSession& owed) {
  for (bool moved = true; moved && owed.start < owed.end;) {
    moved = false;
    for (const auto& cut : cuts) {
      const bool applies =
          cut.paper != nullptr ? names(*cut.paper, *session.rule) : is_open_to_closure(session);
      if (!applies || owed.start >= owed.end) continue;
      const bool covers_start = cut.from <= owed.start && cut.to > owed.start;
      const bool covers_end = cut.to >= owed.end && cut.from < owed.end;
      if (covers_start) owed.start = std::min(cut.to, owed.end);
      if (covers_end && !covers_start) owed.end = std::max(cut.from, owed.start);
      if (!covers_start && !covers_end) continue;
      moved = true;
      if (cut.paper != nullptr) owed.paper = cut.paper;
      owed.closure = owed.closure || cut.paper == nullptr;
    }
  }
}

void cut_out(std::span<const Cut> cuts, const PlannedSession& session, OwedSession& owed) {
  const auto excuses_all = [&](const Cut& cut) {
    const bool applies =
        cut.paper != nullptr ? names(*cut.paper, *session.rule) : is_open_to_closure(session);
    return applies && cut.from <= session.start && cut.to >= session.end;
  };
  const auto all = std::find_if(cuts.rbegin(), cuts.rend(), excuses_all);
  if (all != cuts.rend()) {
    owed.paper = all->paper;
    owed.closure = all->paper == nullptr;
    owed.is_excused = true;
    return;
  }
  cut_off(cuts, session, owed);
  owed.is_excused = owed.start >= owed.end;
  if (owed.is_excused) {
    owed.start = session.start;
    owed.end = session.end;
  }
}

}  // namespace

bool is_of(const Absence& paper, Date date) {
  return paper.days.contains(date) &&
         (paper.weekdays == every_weekday || has_weekday(paper.weekdays, std::chrono::weekday(date)));
}

OwedDay owed_on(const DayFacts& facts) {
  InlineVector<Cut, cuts_max> cuts;
  for (const auto& paper : facts.papers) {
    if (!is_of(paper, facts.date) || cuts.size() + 1 == cuts_max) continue;
    const auto hours = hours_on(paper, facts.date);
    cuts.push_back({hours.from, hours.to, &paper});
  }
  // Last, because it outranks papers: who is not expected needs no leave.
  if (facts.plan->closed_from) cuts.push_back({*facts.plan->closed_from, minutes::max(), nullptr});
  OwedDay owed;
  for (const auto& session : facts.plan->sessions) {
    auto& left = owed.grow();
    left.start = session.start;
    left.end = session.end;
    if (!cuts.empty()) cut_out({cuts.begin(), cuts.end()}, session, left);
  }
  return owed;
}

InlineVector<const Absence*, sessions_max> papers_of_sessions(const DayFacts& facts) {
  InlineVector<const Absence*, sessions_max> papers;
  for (const auto& owed : owed_on(facts)) papers.push_back(owed.is_excused ? owed.paper : nullptr);
  return papers;
}

SessionMask excused_sessions(const DayFacts& facts) {
  SessionMask excused = 0;
  const auto is_on_paper = [&](const Absence& paper) { return is_of(paper, facts.date); };
  const bool has_paper = std::any_of(facts.papers.begin(), facts.papers.end(), is_on_paper);
  if (!has_paper && !facts.plan->closed_from) return excused;
  const auto owed = owed_on(facts);
  for (std::size_t i = 0; i < owed.size(); ++i) {
    if (owed[i].is_excused) excused |= 1U << i;
  }
  return excused;
}

}  // namespace badge::attendance
