#pragma once
#include <vector>

#include "server/inspection/checklists.hpp"
#include "server/inspection/inspection.hpp"

namespace badge::inspection {

/// A line that an inspection asks, and its answer.
struct AskedLine {
  const ChecklistLine* line;     // never null
  const AnsweredLine* answered;  // null: not yet
};

/// Every line of the lists that were chosen, as it is asked now, or in the words under which it was answered;
/// and what else was answered. In the order of checklist_lines(). Points into `inspection`.
[[nodiscard]] std::vector<AskedLine> asked_lines(const Inspection& inspection);

}  // namespace badge::inspection
