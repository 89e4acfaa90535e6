#pragma once
/// Yearly plans of inspection, and how far they are done.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/inspection/step.hpp"

namespace badge::inspection {

struct Plan {
  std::string file;
  PlanStated stated;
  std::vector<PlanLine> lines;  // by line
};

/// Nothing: the steps state no plan.
[[nodiscard]] std::optional<Plan> plan_of(std::span<const Step> steps);

/// A unit that was inspected: one of these for each inspection that has begun.
struct Check {
  std::string unit_code, unit_kind;  // the kind that it had then
  Date date;
  std::string plan;  // which it counts for, whatever its basis and form; empty: none
};

/// Plan against done, as the yearly report prints it.
struct PlanProgress {
  struct Row {
    PlanLine line;
    int done = 0;  // different units: a second visit to one counts no second time
  };
  struct Kind {
    std::string unit_kind;
    int planned = 0, done = 0;
  };
  std::vector<Row> rows;    // of the plan's lines
  std::vector<Kind> kinds;  // by kind, in the order in which the plan names them; then those done beyond it
  int planned = 0;
  int done = 0;        // different units
  int of_planned = 0;  // of them, those that a line waited for: more of one kind makes up for none of another
  /// In tenths of a percent, rounded down; nothing where nothing is planned.
  [[nodiscard]] std::optional<int> permille() const;
};

[[nodiscard]] PlanProgress progress_of(const Plan& plan, std::span<const Check> checks);

}  // namespace badge::inspection
