#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace badge::notices {

/// RFC 4648, 4, with '='.
[[nodiscard]] std::string to_base64(std::string_view bytes);
/// Nothing: a letter that is none of the alphabet's, or a wrong length.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace badge::notices
