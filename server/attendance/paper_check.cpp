#include "server/attendance/paper_check.hpp"

#include <algorithm>

#include "server/attendance/tap_use.hpp"

namespace badge::attendance {

namespace {

/// The faults of one paper.
class PaperCheck {
 public:
  PaperCheck(const PapersOfPerson& person, const Absence& paper, std::vector<PaperFinding>& found)
      : person_(person), paper_(paper), found_(found) {}

  void run() {
    if (paper_.paper.empty()) add(PaperFault::no_number);
    check_report();
    if (!paper_.kept_despite_taps) check_taps();
    if (paper_.kind == AbsenceKind::annual_leave) check_leave();
    if (paper_.kind == AbsenceKind::compensatory) check_compensatory();
  }

 private:
  PaperFinding& add(PaperFault fault) {
    auto& finding = found_.emplace_back();
    finding.fault = fault;
    finding.paper = &paper_;
    return finding;
  }

  void check_report() {
    if (!is_known_beforehand(paper_.kind) || !person_.month.contains(paper_.days.from)) return;
    const auto first = std::find_if(person_.sessions.begin(), person_.sessions.end(),
                                    [&](const PaperSession& session) { return session.paper == &paper_; });
    if (first == person_.sessions.end()) return;  // nothing was due, so nothing had to be reported
    if (!paper_.reported_at) {
      add(PaperFault::not_reported);
      return;
    }
    const LocalTime begins = first->date + first->covered.from;
    if (*paper_.reported_at <= begins) return;
    auto& finding = add(PaperFault::reported_late);
    finding.begins = begins;
    finding.late_by = std::chrono::ceil<minutes>(*paper_.reported_at - begins);
  }

  void check_taps() {
    std::vector<LocalTime> inside;
    for (const auto& tap : person_.taps) {
      if (tap.paper == &paper_) inside.push_back(tap.at);
    }
    if (!inside.empty()) add(PaperFault::taps_inside).taps = std::move(inside);
  }

  void check_leave() {
    LeaveAmount over;
    for (const auto& use : person_.leave) {
      if (answers_for(use.date)) over += use.over;
    }
    if (over > LeaveAmount()) add(PaperFault::leave_overdrawn).over = over;
  }

  void check_compensatory() {
    minutes over{0};
    for (const auto& use : person_.over_taken) {
      if (answers_for(use.date)) over += use.taken;
    }
    if (over > minutes(0)) add(PaperFault::compensatory_overdrawn).over_taken = over;
  }

  /// Of two papers of one kind on a day, the later session's took what was not there.
  [[nodiscard]] bool answers_for(Date date) const {
    if (!person_.month.contains(date)) return false;
    const Absence* last = nullptr;
    for (const auto& session : person_.sessions) {
      if (session.date == date && session.paper->kind == paper_.kind) last = session.paper;
    }
    return last == &paper_;
  }

  const PapersOfPerson& person_;
  const Absence& paper_;
  std::vector<PaperFinding>& found_;
};

}  // namespace

bool is_known_beforehand(AbsenceKind kind) {
  switch (kind) {
    case AbsenceKind::sick:
    case AbsenceKind::child_sick:
    case AbsenceKind::maternity:
    case AbsenceKind::accident:
      return false;
    default:
      return true;
  }
}

std::vector<PaperFinding> check_papers(const PapersOfPerson& person) {
  std::vector<const Absence*> papers;
  for (const auto& paper : person.papers) {
    if (paper.days.overlaps(person.month)) papers.push_back(&paper);
  }
  std::stable_sort(papers.begin(), papers.end(),
                   [](auto* a, auto* b) { return a->days.from < b->days.from; });
  std::vector<PaperFinding> found;
  for (const auto* paper : papers) PaperCheck(person, *paper, found).run();
  return found;
}

std::vector<PaperTap> taps_inside_papers(const DayFacts& facts, const DayVerdict& verdict) {
  std::vector<PaperTap> inside;
  const auto papers = papers_of_sessions(facts);
  const auto uses = tap_uses(facts, verdict);
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (uses[i].kind != TapUse::Kind::during_absence) continue;
    if (const auto* paper = papers[uses[i].session]) inside.push_back({paper, facts.taps[i].at});
  }
  return inside;
}

std::string_view to_string(PaperFault fault) {
  switch (fault) {
    case PaperFault::no_number:
      return "no_number";
    case PaperFault::reported_late:
      return "reported_late";
    case PaperFault::not_reported:
      return "not_reported";
    case PaperFault::taps_inside:
      return "taps_inside";
    case PaperFault::leave_overdrawn:
      return "leave_overdrawn";
    case PaperFault::compensatory_overdrawn:
      return "compensatory_overdrawn";
  }
  return {};
}

}  // namespace badge::attendance
