#include "server/inspection/plan.hpp"

#include <algorithm>
#include <set>

#include "server/inspection/inspection.hpp"

namespace badge::inspection {
namespace {

int quarter_of(Date date) {
  return (static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day{date}.month())) + 2) / 3;
}

bool takes(const PlanLine& line, const Check& check) {
  return line.unit_kind == check.unit_kind &&
         (line.quarters.empty() ||
          std::ranges::find(line.quarters, quarter_of(check.date)) != line.quarters.end());
}

PlanProgress::Kind& kind_in(std::vector<PlanProgress::Kind>& kinds, const std::string& name) {
  const auto found = std::ranges::find(kinds, name, &PlanProgress::Kind::unit_kind);
  return found != kinds.end() ? *found : kinds.emplace_back(PlanProgress::Kind{name});
}

}  // namespace

std::optional<Plan> plan_of(std::span<const Step> steps) {
  Plan plan;
  bool is_stated = false;
  for (const auto& step : in_order(steps)) {
    if (const auto* stated = std::get_if<PlanStated>(&step.what)) {
      plan.file = step.file;
      plan.stated = *stated;
      is_stated = true;
    }
    if (const auto* line = std::get_if<PlanLine>(&step.what)) {
      std::erase_if(plan.lines, [&](const PlanLine& one) { return one.line == line->line; });
      if (line->count > 0) plan.lines.push_back(*line);
    }
  }
  if (!is_stated) return std::nullopt;
  std::ranges::sort(plan.lines, {}, &PlanLine::line);
  return plan;
}

std::optional<int> PlanProgress::permille() const {
  if (planned == 0) return std::nullopt;
  return of_planned * 1000 / planned;
}

PlanProgress progress_of(const Plan& plan, std::span<const Check> checks) {
  PlanProgress progress;
  for (const auto& line : plan.lines) {
    progress.rows.push_back({line});
    kind_in(progress.kinds, line.unit_kind).planned += line.count;
    progress.planned += line.count;
  }
  std::vector<const Check*> counted;
  for (const auto& check : checks) {
    if (check.plan == plan.file) counted.push_back(&check);
  }
  std::ranges::stable_sort(counted, {}, [](const Check* check) { return check->date; });
  std::set<std::string> units;
  for (const auto* check : counted) {
    // A unit counts once; a visit that no line waits for leaves the unit to a later one that does.
    if (units.contains(check->unit_code)) continue;
    const auto waits = std::ranges::find_if(progress.rows, [&](const PlanProgress::Row& row) {
      return row.done < row.line.count && takes(row.line, *check);
    });
    if (waits == progress.rows.end()) continue;
    ++waits->done;
    ++progress.of_planned;
    units.insert(check->unit_code);
    ++kind_in(progress.kinds, check->unit_kind).done;
  }
  for (const auto* check : counted) {
    if (units.insert(check->unit_code).second) ++kind_in(progress.kinds, check->unit_kind).done;
  }
  progress.done = static_cast<int>(units.size());
  return progress;
}

}  // namespace badge::inspection
