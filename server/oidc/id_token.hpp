#pragma once
#include <boost/json/object.hpp>
#include <chrono>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/oidc/key_set.hpp"

namespace badge::oidc {

inline constexpr std::chrono::seconds clock_tolerance{60};  // between two servers that both ask NTP
inline constexpr std::size_t id_token_bytes_max = 16 * 1024;

/// What an ID token must be about.
struct Expected {
  std::string issuer, client_id, nonce;
  std::chrono::sys_seconds now;
};

struct Fault {
  enum class Kind : unsigned char { refused, unknown_key };  // unknown_key: the keys may have been changed
  Kind kind = Kind::refused;
  std::string why;  // for the log; holds nothing of the token but names of algorithms and claims
};

/// The claims of an ID token, where all of it holds (OpenID Connect Core, 3.1.3.7): signed by one of `keys`
/// with RS256 or ES256 and no other algorithm, issued by this issuer, for this client alone or in the first
/// place, for this sign-in, and in force. Pure.
[[nodiscard]] tl::expected<boost::json::object, Fault> check_id_token(std::string_view token,
                                                                      const KeySet& keys,
                                                                      const Expected& expected);

/// The text under a claim; empty where it is not there or no text.
[[nodiscard]] std::string text_claim(const boost::json::object& claims, std::string_view name);

}  // namespace badge::oidc
