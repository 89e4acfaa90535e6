#include "server/app/inspections/person_part.hpp"

#include <algorithm>
#include <map>

namespace badge::app {
namespace {

using inspection::Step;

/// What is known of the person in one file.
struct InFile {
  const inspection::Listed* listed = nullptr;
  std::vector<Step> steps;
};

InspectionOfPerson told(const inspection::Inspection& inspection, std::string_view staff_code,
                        const InFile& known, attendance::Date today) {
  InspectionOfPerson one;
  one.inspection = &inspection;
  if (known.listed != nullptr) one.listed = *known.listed;
  const auto marks = inspection::merged(known.steps);
  if (const auto* seen = inspection::seen_of(marks, staff_code)) {
    one.observed = seen->holds;
    one.disputed = seen->is_disputed();
    one.paper = seen->paper();
    one.tapped_not_there = one.listed && inspection::tapped_but_gone(*one.listed, seen);
  }
  for (const auto& finding : inspection.findings) {
    if (!std::ranges::binary_search(finding.people, staff_code)) continue;
    InspectionOfPerson::Finding named{&finding, state_of(finding, today), {}};
    for (const auto& carried : finding.carried) {
      if (carried.staff_code == staff_code) named.carried.push_back(carried.period);
    }
    one.findings.push_back(std::move(named));
  }
  return one;
}

}  // namespace

std::vector<InspectionOfPerson> inspections_of(const InspectionFiles& files, std::string_view staff_code,
                                               std::span<const store::LineInFile> lines,
                                               std::span<const Step> steps, const attendance::DateSpan& days,
                                               attendance::Date today) {
  std::map<std::string, InFile> by_file;
  for (const auto& line : lines) by_file[line.file].listed = &line.listed;
  for (const auto& step : steps) by_file[step.file].steps.push_back(step);
  std::vector<InspectionOfPerson> all;
  for (const auto& [file, known] : by_file) {
    const auto* entry = files.inspection(file);
    if (entry == nullptr || !entry->inspection.has_begun()) continue;
    if (!days.contains(std::chrono::floor<std::chrono::days>(entry->inspection.started_at))) continue;
    all.push_back(told(entry->inspection, staff_code, known, today));
  }
  std::ranges::stable_sort(all, {}, [](const auto& one) { return one.inspection->started_at; });
  return all;
}

}  // namespace badge::app
