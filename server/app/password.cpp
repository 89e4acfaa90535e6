#include "server/app/password.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <new>
#include <set>

#include "server/app/easy_password.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {

namespace {

constexpr auto memory_bytes = crypto_pwhash_MEMLIMIT_INTERACTIVE;  // 64 MiB
constexpr auto passes = crypto_pwhash_OPSLIMIT_INTERACTIVE;        // 2; OWASP asks for 19 MiB and 2

/// Many sign-ins at 07:30 must not take 64 MiB each.
std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

/// A hash of nothing that anybody knows, to spend the same time on.
const std::string& nobodys_hash() {
  static const std::string hash = [] {
    std::array<char, 32> unknown{};
    randombytes_buf(unknown.data(), unknown.size());
    return hash_password({unknown.data(), unknown.size()});
  }();
  return hash;
}

std::size_t letters_of(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::string normal_password(std::string_view typed) {
  if (typed.size() > password_bytes_max) return {};
  if (std::ranges::any_of(typed, [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; }))
    return {};
  return documents::to_nfc(typed).value_or(std::string());
}

std::optional<std::string> password_problem(std::string_view normal, std::string_view login,
                                            Language language) {
  const bool is_vi = language == Language::vi;
  if (letters_of(normal) < password_letters_min || letters_of(normal) > password_letters_max) {
    return fmt::format(
        fmt::runtime(is_vi ? "Mật khẩu phải có từ {} đến {} ký tự" : "A password needs {} to {} letters"),
        password_letters_min, password_letters_max);
  }
  if (std::set<char>(normal.begin(), normal.end()).size() < password_kinds_min) {
    return is_vi ? "Mật khẩu lặp lại quá ít ký tự, dễ đoán" : "The password repeats too few letters";
  }
  if (is_easily_guessed(normal)) {
    return is_vi ? "Mật khẩu này có trong danh sách mật khẩu hay dùng hoặc theo thứ tự bàn phím, dễ đoán"
                 : "Many people use this password, or it follows the keyboard: it is easily guessed";
  }
  if (!login.empty() && normal.find(login) != std::string_view::npos) {
    return is_vi ? "Mật khẩu không được chứa tên đăng nhập" : "The password must not contain the login name";
  }
  return std::nullopt;
}

std::string hash_password(std::string_view normal) {
  if (sodium_init() < 0) throw std::bad_alloc();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const std::lock_guard lock(one_at_a_time());
  if (crypto_pwhash_str_alg(text.data(), normal.data(), normal.size(), passes, memory_bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();
  }
  return text.data();
}

bool is_password(std::string_view normal, const std::string& hash) {
  if (sodium_init() < 0) return false;
  const auto& compared = hash.empty() ? nobodys_hash() : hash;
  const std::lock_guard lock(one_at_a_time());
  return crypto_pwhash_str_verify(compared.c_str(), normal.data(), normal.size()) == 0 && !hash.empty();
}

}  // namespace badge::app
