#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "server/app/language.hpp"

namespace badge::app {

inline constexpr std::size_t password_letters_min = 12;   // OWASP ASVS 4.0, 2.1.1
inline constexpr std::size_t password_letters_max = 128;  // 2.1.2: 64 must be taken, more than 128 must not
inline constexpr std::size_t password_bytes_max = 4 * password_letters_max;  // of UTF-8
inline constexpr std::size_t password_kinds_min = 5;  // different letters; "aaaaaaaaaaaa" has one

/// As it is hashed and compared: two ways of typing one Vietnamese letter are the same password. Empty where
/// the text is not UTF-8, too long, or holds control characters.
[[nodiscard]] std::string normal_password(std::string_view typed);

/// What is wrong with a new password for this login, as a sentence; nothing: it may be used. Only length and
/// what is easily guessed counts; no kinds of letters are demanded (ASVS 2.1.9).
[[nodiscard]] std::optional<std::string> password_problem(std::string_view normal, std::string_view login,
                                                          Language language);

/// Argon2id with its parameters and a new salt, as libsodium writes it. Takes 64 MiB and about 0.1 s on
/// purpose; one at a time in the whole program. Throws std::bad_alloc.
[[nodiscard]] std::string hash_password(std::string_view normal);

/// Takes as long where `hash` is empty (nobody of that name, no password yet), and is false.
[[nodiscard]] bool is_password(std::string_view normal, const std::string& hash);

}  // namespace badge::app
