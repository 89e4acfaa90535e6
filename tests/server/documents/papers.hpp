#pragma once
/// Papers as offices write them, for the tests of PDF and DOCX.
#include <chrono>
#include <string>
#include <vector>

#include "server/documents/paper.hpp"

namespace badge::documents {

inline constexpr std::chrono::sys_seconds made_at{
    std::chrono::seconds(1'783'997'100)};  // 14/7/2026 02:45 UTC

/// An inspection with everything that minutes can hold; its list of people is longer than a page.
[[nodiscard]] Paper inspection_minutes();

/// A report with a number left to the clerk, a table with a total, and recipients.
[[nodiscard]] Paper report();

/// A notice that is still a draft, to several addressees.
[[nodiscard]] Paper notice();

/// Every text that a paper says, each run and each cell on its own.
[[nodiscard]] std::vector<std::string> texts_of(const Paper& paper);

/// Lists lie across: a wide table, no signatures.
[[nodiscard]] Paper wide_list();

}  // namespace badge::documents
