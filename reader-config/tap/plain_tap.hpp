#pragma once
#include <optional>
#include <string_view>

#include "reader-config/tap/tap.hpp"

namespace badge {

/// Reads the row of a tap that stands byte for byte as bridges write it (`encode`), its texts in plain ASCII.
/// Nearly every row is one, and reading it so costs a fraction of reading JSON. Nothing for any other line,
/// which is no verdict: the general reader has it. What is read here, the general reader reads as the same.
[[nodiscard]] std::optional<Entry> read_plain_tap(std::string_view line);

}  // namespace badge
