#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace badge::oidc {

/// RFC 4648, 5, without '='.
[[nodiscard]] std::string to_base64url(std::string_view bytes);
/// Nothing: a letter that is none of the alphabet's, or bits too many.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

}  // namespace badge::oidc
