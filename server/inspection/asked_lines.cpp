#include "server/inspection/asked_lines.hpp"

#include <algorithm>

namespace badge::inspection {

std::vector<AskedLine> asked_lines(const Inspection& inspection) {
  const auto answer_to = [&](const ChecklistLine& line) -> const AnsweredLine* {
    const auto found = std::ranges::find_if(inspection.answers, [&](const AnsweredLine& one) {
      return one.answered.list == line.list && one.answered.line == line.key;
    });
    return found == inspection.answers.end() ? nullptr : &*found;
  };
  const auto& chosen = inspection.prepared.checklists;
  std::vector<AskedLine> asked;
  for (const auto& line : checklist_lines()) {
    const auto* answered = answer_to(line);
    const bool is_asked = answered != nullptr ? answered->answered.version == line.version
                                              : std::ranges::find(chosen, line.list) != chosen.end() &&
                                                    line.version == checklist_version(line.list);
    if (is_asked) asked.push_back({&line, answered});
  }
  return asked;
}

}  // namespace badge::inspection
