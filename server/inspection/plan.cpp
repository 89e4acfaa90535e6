#include "server/inspection/plan.hpp"

#include <algorithm>
#include <map>

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

/// A unit that was inspected for the plan, with the lines for which one of the visits to it counts.
struct Unit {
  std::string code, kind;  // the kind at the first visit
  std::vector<std::size_t> lines;
};

/// In the order of the first visits.
std::vector<Unit> inspected(std::span<const PlanProgress::Row> rows, const Plan& plan,
                            std::span<const Check> checks) {
  std::vector<const Check*> counted;
  for (const auto& check : checks) {
    if (check.plan == plan.file && !check.unit_code.empty()) counted.push_back(&check);
  }
  std::ranges::stable_sort(counted, {}, [](const Check* check) { return check->date; });
  std::vector<Unit> units;
  std::map<std::string_view, std::size_t> places;  // in `units`, by code
  for (const auto* check : counted) {
    const auto [place, is_new] = places.emplace(check->unit_code, units.size());
    if (is_new) units.push_back({check->unit_code, check->unit_kind, {}});
    auto& lines = units[place->second].lines;
    for (std::size_t line = 0; line < rows.size(); ++line) {
      const bool is_known = std::ranges::find(lines, line) != lines.end();
      if (!is_known && takes(rows[line].line, *check)) lines.push_back(line);
    }
  }
  return units;
}

/// Which line each unit counts for. A unit that came first gives its line up where another takes it as well:
/// so as many count as can.
class Lines {
 public:
  Lines(std::span<const PlanProgress::Row> rows, std::span<const Unit> units)
      : rows_(rows), units_(units), held_(rows.size()) {}

  void find_one_for(std::size_t unit) {
    std::vector<bool> tried(rows_.size());
    place(unit, tried);
  }

  /// Nothing: it was inspected beyond the plan.
  [[nodiscard]] std::optional<std::size_t> of(std::size_t unit) const {
    for (std::size_t line = 0; line < held_.size(); ++line) {
      if (std::ranges::find(held_[line], unit) != held_[line].end()) return line;
    }
    return std::nullopt;
  }

 private:
  bool place(std::size_t unit, std::vector<bool>& tried) {
    for (const auto line : units_[unit].lines) {
      if (tried[line]) continue;
      tried[line] = true;
      auto& held = held_[line];
      if (held.size() < static_cast<std::size_t>(rows_[line].line.count)) {
        held.push_back(unit);
        return true;
      }
      const auto gives_way =
          std::ranges::find_if(held, [&](std::size_t other) { return place(other, tried); });
      if (gives_way == held.end()) continue;
      *gives_way = unit;
      return true;
    }
    return false;
  }

  std::span<const PlanProgress::Row> rows_;
  std::span<const Unit> units_;
  std::vector<std::vector<std::size_t>> held_;  // units, by line
};

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
  const auto units = inspected(progress.rows, plan, checks);
  Lines lines(progress.rows, units);
  for (std::size_t unit = 0; unit < units.size(); ++unit) lines.find_one_for(unit);
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    const auto line = lines.of(unit);
    const auto& kind = line ? progress.rows[*line].line.unit_kind : units[unit].kind;
    ++kind_in(progress.kinds, kind).done;
    if (!line) continue;
    ++progress.rows[*line].done;
    ++progress.of_planned;
  }
  progress.done = static_cast<int>(units.size());
  return progress;
}

}  // namespace badge::inspection
