#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace badge::documents {

/// The first character that may stand on no paper: controls but for line feeds, no characters, and those that
/// turn the direction of writing, with which a text could read otherwise than it is. Nothing: none does.
/// `text` is valid UTF-8. Pure.
[[nodiscard]] std::optional<std::uint32_t> unprintable_in(std::string_view text);

}  // namespace badge::documents
