#pragma once
#include <map>
#include <span>
#include <string>

#include "server/attendance/rule_book.hpp"
#include "server/inspection/inspection.hpp"

namespace badge::app {

/// A paper that covers the minute of the start and was not known then.
struct LatePaper {
  std::string kind, paper;  // as in Listed
  std::optional<inspection::LocalTime> reported_at;
};

/// By staff code, of those on the frozen list who were not away by a paper: what was filed since. Pure.
[[nodiscard]] std::map<std::string, LatePaper, std::less<>> late_papers(
    const attendance::RuleBook& book, std::span<const inspection::Listed> list,
    inspection::LocalTime started_at);

}  // namespace badge::app
