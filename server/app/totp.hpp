#pragma once
/// Codes of six digits that an authenticator app shows (RFC 6238: SHA-1, 30 s, the only kind that all apps
/// know). Pure: values in, values out.
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "reader-config/tap/tap.hpp"

namespace badge::app {

inline constexpr std::chrono::seconds totp_step_length{30};
inline constexpr std::size_t totp_secret_bytes = 20;  // RFC 4226, 4: 160 bits
inline constexpr std::size_t totp_digits = 6;
inline constexpr std::int64_t totp_steps_off = 1;  // a phone's clock may be this many steps fast or slow

/// The number of the step that `at` lies in.
[[nodiscard]] std::int64_t totp_step(Instant at);

/// What the app shows in that step. Throws std::runtime_error where OpenSSL has no SHA-1.
[[nodiscard]] std::string totp_code(std::string_view secret, std::int64_t step);

/// The step, after `last_step` and near `now`, whose code this is; nothing: of none. Compares every step,
/// each in constant time.
[[nodiscard]] std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code,
                                                       std::int64_t now, std::int64_t last_step);

/// RFC 4648, upper case, without '='.
[[nodiscard]] std::string base32(std::string_view bytes);

/// What the square picture says: otpauth://totp/… with issuer, login and secret.
[[nodiscard]] std::string totp_uri(std::string_view issuer, std::string_view login, std::string_view secret);

}  // namespace badge::app
