#pragma once
#include <chrono>
#include <string>
#include <tl/expected.hpp>

#include "server/documents/paper.hpp"

namespace badge::documents {

/// The paper as a DOCX for offices to edit, in Times New Roman, its looks as named styles. The same paper
/// made at the same time gives the same bytes. An error names the place and the rule: what `checked` refuses.
/// Any thread.
[[nodiscard]] tl::expected<std::string, std::string> docx_of(const Paper& paper,
                                                             std::chrono::sys_seconds made_at);

}  // namespace badge::documents
