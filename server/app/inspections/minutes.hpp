#pragma once
/// The minutes of an inspection (*biên bản kiểm tra*). Pure: the same file gives the same paper.
#include <functional>
#include <map>
#include <span>
#include <string>

#include "server/app/inspections/late_papers.hpp"
#include "server/documents/paper.hpp"
#include "server/inspection/inspection.hpp"
#include "server/inspection/plan.hpp"

namespace badge::app {

/// Who issues papers of inspection, as the office writes it.
struct IssuingBody {
  std::string superior, name;  // "UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ"
  std::string symbol;          // "SNV"; empty: papers carry no line of a number
};

struct MinutesOf {
  const inspection::Inspection& inspection;  // one that has begun
  std::span<const inspection::Listed> list;  // with whoever was marked without standing on it
  const inspection::Plan* plan = nullptr;    // which it counts for; null: none
  /// What was filed after the start: shown as such, until the end.
  std::map<std::string, LatePaper, std::less<>> late{};
  /// What a line of a checklist asks; without it lines are named by their keys.
  std::function<std::string(const inspection::Answered&)> line_text{};
};

/// A draft until the inspection has ended, with room for the unit to write its view. What is known only after
/// the end (later findings, papers, extensions, repairs) is not in it. Of feedback that it follows only that
/// there was some: the unit reads this.
[[nodiscard]] documents::Paper minutes_of(const MinutesOf& source, const IssuingBody& body);

}  // namespace badge::app
