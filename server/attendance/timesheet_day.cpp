#include "server/attendance/timesheet_day.hpp"

#include <algorithm>
#include <array>

#include "server/attendance/calendar.hpp"
#include "server/attendance/owed.hpp"
#include "server/attendance/paper_sessions.hpp"

namespace badge::attendance {

namespace {

using Gap = TimesheetGapKind;

bool has_reason(const SheetLine& line, std::string_view code) {
  std::string_view rest = line.reasons;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) == code) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

bool is_marked_absent(const DayFacts& facts, std::string_view session) {
  return std::ranges::any_of(facts.corrections, [&](const Correction& mark) {
    return mark.date == facts.date && mark.decision == Decision::approved &&
           mark.effect == CorrectionEffect::absent && (mark.session.empty() || mark.session == session);
  });
}

/// What the verdict alone says.
void tell(const SheetLine& line, TimesheetPart& part) {
  switch (line.state) {
    case SessionState::present:
    case SessionState::exempt:
      part.lost = std::min(part.due, line.late + line.early);
      return;
    case SessionState::absent:
      part.meaning = DayMeaning::without_reason;
      if (line.corrected || has_reason(line, to_string(ReasonCode::unexplained))) return;
      part.gap = has_reason(line, to_string(ReasonCode::explained)) ? Gap::awaits_decision : Gap::unexplained;
      return;
    case SessionState::excused:
      part.meaning = DayMeaning::closure;
      if (has_reason(line, to_string(ReasonCode::on_paper))) part.gap = Gap::paper_gone;
      return;
    case SessionState::provisional:
      part.gap =
          has_reason(line, to_string(ReasonCode::still_running)) ? Gap::not_over : Gap::not_enough_data;
      return;
    case SessionState::not_due:
      part.gap = Gap::not_over;
      return;
  }
}

/// The parts of one session: what papers and a closure take of it.
class SessionParts {
 public:
  SessionParts(const DayFacts& facts, std::span<const PaperSession> papers, std::size_t session)
      : facts_(facts), planned_(facts.plan->sessions[session]) {
    for (const auto& paper : papers) {
      if (paper.session == session) papers_.push_back(&paper);
    }
  }

  [[nodiscard]] const Absence* whole() const {
    const auto found = std::ranges::find_if(papers_, [](const auto* paper) { return paper->is_whole(); });
    return found == papers_.end() ? nullptr : (*found)->paper;
  }

  /// Excused by several papers, none of them for all of it: the longest speaks for the session.
  void excuse(TimesheetPart& part) const {
    part.gap.reset();
    part.meaning = DayMeaning::closure;
    const PaperSession* longest = nullptr;
    for (const auto* paper : papers_) {
      if (paper->paper->kind == AbsenceKind::annual_leave) continue;  // by the hour it uses no leave
      if (longest == nullptr || length(*paper) > length(*longest)) longest = paper;
    }
    if (longest != nullptr) {
      part.meaning = meaning_of(longest->paper->kind);
    } else if (!papers_.empty()) {
      part.gap = Gap::leave_by_the_hour;
    }
  }

  void cut(TimesheetPart& part) const {
    auto left = std::max(minutes(0), part.due - part.lost);
    const auto take = [&](DayMeaning meaning, minutes time) {
      const auto taken = std::min(left, time);
      left -= taken;
      if (taken > minutes(0) && meaning != part.meaning) part.others.emplace_back(meaning, taken);
    };
    for (const auto* paper : papers_) take(meaning_of(paper->paper->kind), length(*paper));
    if (!facts_.plan->closed_from || planned_.is_duty || planned_.schedule->ignores_calendar) return;
    take(DayMeaning::closure, planned_.end - std::max(planned_.start, *facts_.plan->closed_from));
  }

 private:
  static minutes length(const PaperSession& paper) { return paper.covered.to - paper.covered.from; }

  const DayFacts& facts_;
  const PlannedSession& planned_;
  std::vector<const PaperSession*> papers_;
};

TimesheetPart part_of_session(const DayFacts& facts, std::span<const PaperSession> papers, std::size_t i,
                              const SheetLine* line) {
  const auto& planned = facts.plan->sessions[i];
  TimesheetPart part{.session = planned.rule->name, .gap = {}, .due = planned.end - planned.start};
  const SessionParts parts(facts, papers, i);
  if (const auto* paper = parts.whole()) {
    part.meaning = meaning_of(paper->kind);
    if (facts.plan->has_duty && paper->kind == AbsenceKind::annual_leave) part.gap = Gap::leave_on_duty;
    return part;
  }
  if (line == nullptr) {
    part.gap = Gap::not_over;
    return part;
  }
  tell(*line, part);
  if (line->state == SessionState::excused) parts.excuse(part);
  if (line->state == SessionState::exempt && is_marked_absent(facts, part.session))
    part.gap = Gap::marked_absent;
  if (line->state == SessionState::present || line->state == SessionState::excused) parts.cut(part);
  return part;
}

/// Null: the sheet says nothing of it. The lines of a day are its sessions, in order.
const SheetLine* line_of(std::span<const SheetLine> lines, std::size_t i, std::size_t of) {
  return lines.size() == of ? &lines[i] : nullptr;
}

/// Insurance pays for maternity leave on holidays too, so no wage is paid for them.
bool is_on_maternity_leave(const DayFacts& facts) {
  return std::ranges::any_of(facts.papers, [&](const Absence& paper) {
    return paper.kind == AbsenceKind::maternity && paper.sessions.empty() && is_of(paper, facts.date);
  });
}

/// On a holiday that would have been worked, what the day's hours would have been.
std::optional<minutes> hours_of_holiday(const DayPlan& plan, Date date) {
  const auto* season = plan.schedule != nullptr ? season_on(*plan.schedule, date) : nullptr;
  if (season == nullptr || !has_weekday(season->weekdays, std::chrono::weekday(date))) return std::nullopt;
  minutes sum{0};
  for (const auto& session : season->sessions) sum += session.end - session.start;
  return sum;
}

}  // namespace

std::string_view to_string(TimesheetGapKind kind) {
  constexpr std::array<std::string_view, 10> words = {
      "not_over",          "not_enough_data", "unexplained", "awaits_decision", "marked_absent",
      "leave_by_the_hour", "leave_on_duty",   "paper_gone",  "no_schedule",     "no_symbol"};
  return words[static_cast<std::size_t>(kind)];
}

TimesheetDay timesheet_day(const DayFacts& facts, std::span<const SheetLine> lines) {
  using Kind = TimesheetDay::Kind;
  const auto& plan = *facts.plan;
  TimesheetDay day{facts.date, Kind::rest};
  if (!plan.sessions.empty()) {
    day.kind = Kind::due;
    const auto papers = paper_sessions(facts);
    const auto of_day = plan.sessions.size();
    for (std::size_t i = 0; i < of_day; ++i)
      day.parts.push_back(part_of_session(facts, papers, i, line_of(lines, i, of_day)));
  } else if (plan.kind == DayKind::unscheduled) {
    day.kind = Kind::due;
    day.parts.push_back({.session = {}, .gap = Gap::no_schedule});
  } else if (plan.kind == DayKind::holiday) {
    if (const auto due = hours_of_holiday(plan, facts.date)) {
      day.kind = Kind::holiday;
      const auto meaning = is_on_maternity_leave(facts) ? DayMeaning::maternity : DayMeaning::holiday;
      day.parts.push_back({.session = {}, .gap = {}, .meaning = meaning, .due = *due});
    }
  }
  return day;
}

TimesheetDay timesheet_day(Date date, std::span<const SheetLine> lines) {
  TimesheetDay day{date, lines.empty() ? TimesheetDay::Kind::rest : TimesheetDay::Kind::due};
  for (const auto& line : lines) {
    auto& part = day.parts.emplace_back(TimesheetPart{.session = line.session, .gap = {}});
    tell(line, part);
  }
  return day;
}

}  // namespace badge::attendance
