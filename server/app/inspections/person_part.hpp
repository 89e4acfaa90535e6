#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/inspections/book.hpp"

namespace badge::app {

/// One inspection in the life of a person whom it listed, marked or named. Facts: it weighs nothing.
struct InspectionOfPerson {
  struct Finding {
    const inspection::Finding* finding = nullptr;
    inspection::FindingState state = inspection::FindingState::open;
    std::vector<std::string> carried;  // periods in whose evaluation of them it stands
  };
  const inspection::Inspection* inspection = nullptr;
  std::optional<inspection::Listed> listed;      // nothing: not on the frozen list
  std::optional<inspection::Observed> observed;  // nothing: nobody looked, or what was said is disputed
  bool disputed = false;
  std::string paper;  // of absent_with_paper
  bool tapped_not_there = false;
  std::vector<Finding> findings;  // that name them
};

/// Of inspections that began on these days, in the order of their start; points into `files`. `lines` and
/// `steps` are the person's own, of all files. Pure.
[[nodiscard]] std::vector<InspectionOfPerson> inspections_of(
    const InspectionFiles& files, std::string_view staff_code, std::span<const store::LineInFile> lines,
    std::span<const inspection::Step> steps, const attendance::DateSpan& days, attendance::Date today);

}  // namespace badge::app
