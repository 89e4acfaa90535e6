#pragma once
#include <string>
#include <string_view>

namespace badge::oidc {

/// For a part of an address or of a form: everything but letters, digits and - . _ becomes %XX (RFC 3986).
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace badge::oidc
