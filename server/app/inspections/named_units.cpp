#include "server/app/inspections/named_units.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace badge::app {
namespace {

using attendance::Date, attendance::DateSpan;
using inspection::Checklist, inspection::Finding, inspection::FindingState, inspection::Responsible;

Date day_of(inspection::LocalTime at) { return std::chrono::floor<std::chrono::days>(at); }

/// What the inspections of one unit say.
class UnitCase {
 public:
  void add(const KnownInspection& known, const DateSpan& days, Date today) {
    const auto& inspection = known.inspection;
    const auto day = day_of(inspection.started_at);
    if (inspection.started_at >= last_) {
      last_ = inspection.started_at;
      named_.unit_name = inspection.started->unit_name;
    }
    for (const auto& finding : inspection.findings) {
      if (state_of(finding, today) == FindingState::overdue) {
        ++named_.overdue;
        answered(finding.found.head, day);
      }
      if (days.contains(day)) kinds_[finding.found.list][inspection.file] = {finding.found.head, day};
    }
    if (!days.contains(day)) return;
    const auto share = known.wearing.share();
    add_people(named_.without_badge, share.of - share.part, without_badge_, inspection.started->head, day);
    add_people(named_.absent_without, known.wearing.absent_without, absent_without_, inspection.started->head,
               day);
  }

  /// Nothing of it that is not to be named.
  NamedUnit taken(const std::string& unit_code) {
    named_.unit_code = unit_code;
    for (const auto& [list, files] : kinds_) {
      if (files.size() < naming_inspections_min) continue;
      ++named_.repeated;
      for (const auto& [file, who] : files) answered(who.first, who.second);
    }
    for (const auto& [count, times] : {std::pair(&named_.without_badge, &without_badge_),
                                       std::pair(&named_.absent_without, &absent_without_)}) {
      if (times->size() < naming_inspections_min) {
        *count = 0;
        continue;
      }
      for (const auto& [who, day] : *times) answered(who, day);
    }
    for (auto& [key, head] : heads_) {
      head.days.assign(days_[key].begin(), days_[key].end());
      named_.heads.push_back(std::move(head));
    }
    std::ranges::stable_sort(named_.heads, {}, [](const auto& head) { return head.days.front(); });
    return std::move(named_);
  }

 private:
  using Times = std::vector<std::pair<Responsible, Date>>;

  static void add_people(int& sum, int people, Times& times, const Responsible& head, Date day) {
    if (people == 0) return;
    sum += people;
    times.emplace_back(head, day);
  }
  void answered(const Responsible& who, Date day) {
    if (who.name.empty() && who.code.empty()) return;  // nobody was named
    const std::pair key(who.code, who.name);
    heads_[key].who = who;
    days_[key].insert(day);
  }

  NamedUnit named_;
  inspection::LocalTime last_{};
  std::map<Checklist, std::map<std::string, std::pair<Responsible, Date>>> kinds_;  // by file
  Times without_badge_, absent_without_;
  std::map<std::pair<std::string, std::string>, NamedUnit::Head> heads_;
  std::map<std::pair<std::string, std::string>, std::set<Date>> days_;
};

bool is_named(const NamedUnit& unit) {
  return unit.overdue + unit.repeated + unit.without_badge + unit.absent_without > 0;
}

}  // namespace

std::vector<NamedUnit> named_units(const InspectionFiles& files,
                                   const std::function<bool(const std::string&)>& holds, const DateSpan& days,
                                   Date today) {
  std::map<std::string, UnitCase> cases;
  for (const auto& [file, known] : files.inspections) {
    const auto& inspection = known->inspection;
    const auto& unit = inspection.prepared.unit_code;
    if (!inspection.has_begun() || day_of(inspection.started_at) > days.to || unit.empty()) continue;
    if (holds(unit)) cases[unit].add(*known, days, today);
  }
  std::vector<NamedUnit> named;
  for (auto& [unit, found] : cases) {
    if (auto one = found.taken(unit); is_named(one)) named.push_back(std::move(one));
  }
  std::ranges::stable_sort(named, std::greater(), [](const NamedUnit& unit) {
    return std::tuple(unit.overdue, unit.repeated, unit.without_badge + unit.absent_without);
  });
  if (named.size() > named_units_max) named.resize(named_units_max);
  return named;
}

}  // namespace badge::app
