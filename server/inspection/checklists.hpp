#pragma once
/// What the lines of checklists ask, in the words that stand in minutes. A line that was answered once is
/// never worded anew under the same version: who changes a list adds its next version and keeps this one.
#include <span>
#include <string_view>

#include "server/inspection/words.hpp"

namespace badge::inspection {

struct ChecklistLine {
  Checklist list;
  int version;
  std::string_view key;  // within list and version
  std::string_view vietnamese, english;
};

/// Every line of every version, by list, then version, in the order in which they are asked.
[[nodiscard]] std::span<const ChecklistLine> checklist_lines();

/// Null: there is no such line.
[[nodiscard]] const ChecklistLine* checklist_line(Checklist list, int version, std::string_view key);

/// The version that is asked now; phones that were offline may still answer an earlier one.
[[nodiscard]] int checklist_version(Checklist list);

}  // namespace badge::inspection
