#pragma once
#include <string>
#include <string_view>

#include "server/store/accounts.hpp"

namespace badge::app {

/// SHA-256 of a token: all that is ever stored or compared of it. A token is 256 random bits, so neither salt
/// nor a slow hash would add anything.
using TokenHash = store::TokenHash;

/// 256 bits from the system's random source, as 64 lower-case hexadecimal digits. Shown once, never stored.
[[nodiscard]] std::string make_token();

[[nodiscard]] TokenHash hash_token(std::string_view token);

}  // namespace badge::app
