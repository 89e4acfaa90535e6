#include "server/inspection/duty.hpp"

#include <algorithm>
#include <set>

namespace badge::inspection {
namespace {

Duty& of(Duties& duties, Checklist list) { return duties[static_cast<std::size_t>(list)]; }

void count(Duty& duty, FindingState state) {
  switch (state) {
    case FindingState::open:
      ++duty.open;
      break;
    case FindingState::overdue:
      ++duty.overdue;
      break;
    case FindingState::repair_waits:
      ++duty.repair_waits;
      break;
    case FindingState::mended:
    case FindingState::closed:
      ++duty.mended;
      break;
  }
}

/// What one look saw broken of a duty in one unit, where no finding tells it.
int broken(const Look& look, const std::string& unit, Checklist list) {
  const auto& inspection = *look.inspection;
  const bool is_told = std::ranges::any_of(
      inspection.findings, [&](const Finding& finding) { return finding.found.list == list; });
  if (is_told) return 0;
  int lines = 0;
  if (unit == inspection.prepared.unit_code) {
    lines = static_cast<int>(std::ranges::count_if(inspection.answers, [&](const AnsweredLine& line) {
      return line.answered.list == list && line.answered.answer == Answer::broken;
    }));
  }
  const auto people = look.by_unit->find(unit);
  if (people == look.by_unit->end()) return lines;
  const auto& wearing = people->second;
  if (list == Checklist::badge) return lines + wearing.share().of - wearing.share().part;
  if (list == Checklist::hours) return lines + wearing.absent_without;
  return lines;
}

/// The later look at a unit says how it is; `looks` come in the order of their start.
void add_look(std::map<std::string, Duties>& units, const Look& look, Date day) {
  std::set<std::string> seen{look.inspection->prepared.unit_code};
  for (const auto& [unit, wearing] : *look.by_unit) seen.insert(unit);
  for (const auto& unit : seen) {
    auto& duties = units[unit];
    for (const auto list : look.inspection->prepared.checklists) {
      of(duties, list).last = day;
      of(duties, list).not_kept = broken(look, unit, list);
    }
  }
}

}  // namespace

DutyState Duty::state() const {
  if (overdue > 0) return DutyState::overdue;
  if (open > 0) return DutyState::open;
  if (repair_waits > 0) return DutyState::repair_waits;
  if (not_kept > 0) return DutyState::not_kept;
  return last || mended > 0 ? DutyState::in_order : DutyState::not_checked;
}

Duty& Duty::operator+=(const Duty& other) {
  last = std::max(last, other.last);
  not_kept += other.not_kept;
  open += other.open;
  overdue += other.overdue;
  repair_waits += other.repair_waits;
  mended += other.mended;
  return *this;
}

Duties& operator+=(Duties& sum, const Duties& other) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += other[i];
  return sum;
}

std::map<std::string, Duties> duties_by_unit(std::span<const Look> looks, std::pair<Date, Date> days,
                                             Date today) {
  std::vector<Look> in_order(looks.begin(), looks.end());
  std::ranges::stable_sort(in_order, {}, [](const Look& look) { return look.inspection->started_at; });
  std::map<std::string, Duties> units;
  for (const auto& look : in_order) {
    const auto day = std::chrono::floor<std::chrono::days>(look.inspection->started_at);
    if (day > days.second) break;
    const bool is_earlier = day < days.first;
    if (!is_earlier) add_look(units, look, day);
    for (const auto& finding : look.inspection->findings) {
      const auto state = state_of(finding, today);
      const bool is_mended = state == FindingState::mended || state == FindingState::closed;
      if (!(is_earlier && is_mended)) count(of(units[finding.found.unit_code], finding.found.list), state);
    }
  }
  return units;
}

}  // namespace badge::inspection
