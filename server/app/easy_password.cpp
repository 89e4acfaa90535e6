#include "server/app/easy_password.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace badge::app {
namespace {

constexpr std::size_t piece_max = 6;        // letters of "abcabcabcabc"'s piece
constexpr std::size_t in_row_percent = 70;  // of neighbouring letters: "qwertyuiop12" has two rows and a step

/// Words alone are too short to be a password here; these are what people make long by repeating or by
/// digits.
constexpr std::array<std::string_view, 64> words = {
    "abc",       "admin",     "administrator", "anhyeuem",  "baomat",        "bimat",    "cantho",
    "changeme",  "chuyencan", "coquan",        "congchuc",  "danang",        "default",  "dragon",
    "emyeuanh",  "fuckyou",   "giadinh",       "guest",     "haiphong",      "hanoi",    "hello",
    "hochiminh", "hoilamgi",  "iloveyou",      "khongbiet", "khongco",       "letmein",  "login",
    "master",    "matkhau",   "matkhaumoi",    "mật khẩu",  "monkey",        "nhanvien", "noivu",
    "p@ssw0rd",  "pass",      "passw0rd",      "password",  "princess",      "qazwsx",   "qazwsxedc",
    "quantri",   "qwe",       "qwer",          "qwerty",    "qwertyuiop",    "root",     "saigon",
    "secret",    "server",    "sunshine",      "superman",  "system",        "taikhoan", "tathich",
    "test",      "thanhpho",  "user",          "vietnam",   "vietnamvodich", "welcome",  "xinchao",
    "yeuem"};

constexpr std::array<std::string_view, 12> rows = {"abcdefghijklmnopqrstuvwxyz",
                                                   "01234567890",
                                                   "qwertyuiop[]",
                                                   "asdfghjkl;'",
                                                   "zxcvbnm,./",
                                                   "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
                                                   "q1w2e3r4t5y6u7i8o9p0",
                                                   "1q2w3e4r5t6y7u8i9o0p",
                                                   "!@#$%^&*()",
                                                   "qazwsxedcrfvtgbyhnujmikolp",
                                                   "a1b2c3d4e5f6g7h8",
                                                   "11223344556677889900"};

/// Small letters without blanks.
std::string folded(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (c != ' ') letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return letters;
}

bool repeats_a_piece(std::string_view text) {
  for (std::size_t piece = 1; piece <= piece_max && 2 * piece <= text.size(); ++piece) {
    if (std::equal(text.begin() + static_cast<std::ptrdiff_t>(piece), text.end(), text.begin())) return true;
  }
  return false;
}

bool are_neighbours(char a, char b) {
  return std::ranges::any_of(rows, [&](std::string_view row) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      if ((row[i] == a && row[i + 1] == b) || (row[i] == b && row[i + 1] == a)) return true;
    }
    return false;
  });
}

bool follows_rows(std::string_view text) {
  std::size_t steps = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (are_neighbours(text[i], text[i + 1])) ++steps;
  }
  return steps * 100 >= (text.size() - 1) * in_row_percent;
}

bool is_word(std::string_view text) {
  return std::ranges::any_of(words, [&](std::string_view word) { return folded(word) == text; });
}

/// The words of the list one after the other, and nothing else.
bool is_made_of_words(std::string_view text) {
  if (text.empty()) return true;
  for (std::size_t size = text.size(); size > 0; --size) {
    if (is_word(text.substr(0, size)) && is_made_of_words(text.substr(size))) return true;
  }
  return false;
}

/// Without digits and signs: what is left of "Password@2026" is "password".
std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U) letters += c;
  }
  return letters;
}

}  // namespace

bool is_easily_guessed(std::string_view normal) {
  const auto text = folded(normal);
  const auto letters = letters_of(text);
  return repeats_a_piece(text) || follows_rows(text) || is_made_of_words(text) ||
         (!letters.empty() && is_made_of_words(letters));
}

}  // namespace badge::app
