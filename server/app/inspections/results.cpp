#include "server/app/inspections/results.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "server/app/inspections/unit_rows.hpp"

namespace badge::app {
namespace {

using attendance::Date, attendance::DateSpan, attendance::UnitNo, attendance::UnitTree;
using inspection::Checklist, inspection::Finding, inspection::FindingState, inspection::Inspection;
using Unit = InspectionResults::Unit;

Date day_of(inspection::LocalTime at) { return std::chrono::floor<std::chrono::days>(at); }

/// Puts the inspections of some days together.
class Results {
 public:
  Results(const Inspecting& asker, const UnitTree& tree, const DateSpan& days, Date today)
      : asker_(asker), tree_(tree), day_(std::min(days.to, today)), today_(today) {
    results_.days = days;
  }

  /// False: there is no such unit for them.
  bool begin(std::string_view unit) {
    const auto rows = unit_rows(asker_, tree_, unit, day_);
    if (!rows) return false;
    for (const auto below : rows->below) add_row(below);
    if (rows->top) {
      results_.unit = name_of(*rows->top);
      add_row(*rows->top);  // those who work in the unit itself
    }
    return true;
  }

  void add(const KnownInspection& known) {
    const auto& inspection = known.inspection;
    std::set<std::size_t> rows;
    for (const auto& [unit, wearing] : known.by_unit) {
      const auto row = row_of(unit);
      if (!row) continue;
      results_.units[*row].wearing += wearing;
      results_.total += wearing;
      rows.insert(*row);
    }
    const auto about = row_of(inspection.prepared.unit_code);
    if (about) rows.insert(*about);
    if (rows.empty()) return;
    const int own = inspection.prepared.basis == inspection::Basis::own ? 1 : 0;
    for (const auto row : rows) {
      ++results_.units[row].inspections;
      results_.units[row].own += own;
    }
    ++results_.inspections;
    results_.own += own;
    for (const auto& finding : inspection.findings) add(finding, inspection);
    for (const auto& person : known.without) add(person, day_of(inspection.started_at));
    if (about && inspection.ended) add_report(inspection);
  }

  /// What holds of all files, whenever they began.
  void add_states(const InspectionFiles& files) {
    std::vector<inspection::Look> looks;
    for (const auto& [file, known] : files.inspections) {
      if (known->inspection.has_begun()) looks.push_back({&known->inspection, &known->by_unit});
    }
    const auto& days = results_.days;
    for (const auto& [unit, duties] : duties_by_unit(looks, {days.from, days.to}, today_)) {
      if (const auto row = row_of(unit)) results_.units[*row].duties += duties;
    }
    const auto holds = [&](const std::string& unit) { return row_of(unit).has_value(); };
    results_.named = named_units(files, holds, days, today_);
  }

  InspectionResults taken() {
    end_kinds();
    end_people();
    std::ranges::sort(results_.reports, [](const auto& one, const auto& other) {
      const auto key = [](const auto& report) {
        return std::tuple(report.reported.has_value(),
                          report.reported ? report.ended - *report.reported : report.ended - Date());
      };
      return key(one) < key(other);
    });
    for (const auto& unit : results_.units) {
      if (is_praise_candidate(unit)) results_.praised.push_back(unit.unit);
      if (unit.own == 0) results_.without_own.push_back(unit.unit);
    }
    return std::move(results_);
  }

 private:
  [[nodiscard]] UnitName name_of(UnitNo unit) const {
    return {tree_.code(unit), tree_.full_name_on(unit, day_)};
  }

  void add_row(UnitNo unit) {
    rows_.emplace(unit, results_.units.size());
    auto& row = results_.units.emplace_back();
    row.unit = name_of(unit);
  }

  /// The row of the unit, or of the nearest above it. Nothing: it is none of these.
  std::optional<std::size_t> row_of(const std::string& code) {
    const auto [place, is_new] = known_rows_.try_emplace(code);
    if (is_new) place->second = find_row(code);
    return place->second;
  }
  [[nodiscard]] std::optional<std::size_t> find_row(std::string_view code) const {
    const auto unit = tree_.find(code);
    if (!unit) return std::nullopt;
    for (const auto above : tree_.line_on(*unit, day_)) {
      const auto row = rows_.find(above);
      if (row != rows_.end()) return row->second;
    }
    return std::nullopt;
  }

  void add(const Finding& finding, const Inspection& inspection) {
    const auto row = row_of(finding.found.unit_code);
    if (!row) return;
    ++results_.units[*row].findings;
    ++kinds_[finding.found.list].states[state_of(finding, today_)];
    found_in_[{finding.found.list, finding.found.unit_code}].insert(inspection.file);
  }

  void add(const inspection::Listed& listed, Date day) {
    if (!row_of(listed.unit_code)) return;
    auto& person = people_[listed.staff_code];
    person.staff_code = listed.staff_code;
    person.full_name = listed.full_name;
    person.unit_name = listed.unit_name;
    person.days.push_back(day);
  }

  void add_report(const Inspection& inspection) {
    const auto* report = inspection.paper(inspection::Paper::report);
    results_.reports.push_back({inspection.file, inspection.started->number, inspection.started->unit_name,
                                day_of(inspection.ended_at),
                                report == nullptr ? std::nullopt : std::optional(report->date)});
  }

  void end_kinds() {
    for (const auto& [key, files] : found_in_) {
      if (files.size() > 1) ++kinds_[key.first].repeated;
    }
    for (auto& [list, kind] : kinds_) {
      kind.list = list;
      results_.kinds.push_back(std::move(kind));
    }
  }

  void end_people() {
    for (auto& [code, person] : people_) {
      std::ranges::sort(person.days);
      results_.people.push_back(std::move(person));
    }
    std::ranges::stable_sort(results_.people, std::greater(),
                             [](const auto& person) { return person.days.size(); });
    if (results_.people.size() > results_people_max) results_.people.resize(results_people_max);
  }

  const Inspecting& asker_;
  const UnitTree& tree_;
  const Date day_;  // whose tree it is
  const Date today_;
  InspectionResults results_;
  std::unordered_map<UnitNo, std::size_t> rows_;
  std::unordered_map<std::string, std::optional<std::size_t>> known_rows_;
  std::map<Checklist, InspectionResults::Kind> kinds_;
  std::map<std::pair<Checklist, std::string>, std::set<std::string>> found_in_;
  std::map<std::string, InspectionResults::Person> people_;
};

}  // namespace

bool is_praise_candidate(const Unit& unit) {
  const auto& wearing = unit.wearing;
  const auto share = wearing.share();
  return unit.inspections >= praise_inspections_min && share.of > 0 && share.part == share.of &&
         wearing.absent_without == 0 && wearing.tapped_not_there == 0 && wearing.disputed == 0;
}

std::optional<InspectionResults> inspection_results(const InspectionFiles& files, const Inspecting& asker,
                                                    const UnitTree& units, std::string_view unit,
                                                    const DateSpan& days, Date today) {
  Results results(asker, units, days, today);
  if (!results.begin(unit)) return std::nullopt;
  for (const auto& [file, known] : files.inspections) {
    const auto& inspection = known->inspection;
    const bool counts = inspection.has_begun() && days.contains(day_of(inspection.started_at));
    if (counts) results.add(*known);
  }
  results.add_states(files);
  return results.taken();
}

std::vector<FindingInFile> findings_to_follow(const InspectionFiles& files, const Inspecting& asker,
                                              Date today) {
  std::vector<FindingInFile> listed;
  for (const auto& [file, known] : files.inspections) {
    if (!known->inspection.has_begun() || !may_see_whole(asker, known->inspection)) continue;
    for (const auto& finding : known->inspection.findings) {
      const auto state = state_of(finding, today);
      const bool waits = state != FindingState::closed || !not_carried(finding).empty();
      if (waits) listed.push_back({known.get(), &finding, state});
    }
  }
  std::ranges::stable_sort(listed, {}, [](const FindingInFile& one) {
    return std::tuple(one.state != FindingState::overdue, one.finding->due().value_or(DateSpan::forever));
  });
  return listed;
}

}  // namespace badge::app
