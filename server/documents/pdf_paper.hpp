#pragma once
#include <chrono>
#include <string>
#include <tl/expected.hpp>

#include "server/documents/paper.hpp"

namespace badge::documents {

/// The paper as a PDF, A4, its fonts embedded. The same paper made at the same time gives the same bytes.
/// An error names the place and the rule: what `checked` refuses, a head or a block of signatures that is
/// higher than a page, or that the font of papers is not installed. Any thread.
[[nodiscard]] tl::expected<std::string, std::string> pdf_of(const Paper& paper,
                                                            std::chrono::sys_seconds made_at);

}  // namespace badge::documents
