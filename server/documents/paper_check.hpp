#pragma once
#include <string>
#include <tl/expected.hpp>

#include "server/documents/paper.hpp"

namespace badge::documents {

/// The paper as it is printed: all text in normal form C, tabs as spaces. Refused, with the place and the
/// rule: text that is not UTF-8; control characters other than a line break, and signs that turn the
/// direction of writing (they could make a paper read otherwise than it is); a row whose spans do not add up
/// to the columns of its table; a table without columns or of more than columns_max; a share or a span that
/// is not above 0; more than writing_lines_max lines; a day that is none.
[[nodiscard]] tl::expected<Paper, std::string> checked(const Paper& paper);

}  // namespace badge::documents
