#include "server/documents/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace badge::documents {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const utf8proc_uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

std::optional<std::string> mapped(std::string_view text, int options) {
  utf8proc_uint8_t* raw = nullptr;
  const auto size = utf8proc_map(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &raw,
                                 static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(raw, &std::free);
  if (size < 0) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(raw), static_cast<std::size_t>(size));
}

/// One character from the front of `text`: its code point (-1: an invalid byte) and its length in bytes.
struct Character {
  utf8proc_int32_t code = -1;
  std::size_t bytes = 1;
};

Character first_character(std::string_view text) {
  Character character;
  const auto size =
      utf8proc_iterate(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &character.code);
  character.bytes = size > 0 ? static_cast<std::size_t>(size) : 1;
  return character;
}

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view white = " \t\r\n";

}  // namespace

std::optional<std::string> to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);  // most fields: codes, dates, numbers
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold_case(std::string_view text) {
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD).value_or("");
}

std::string without_marks(std::string_view text) {
  auto plain = mapped(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  constexpr std::string_view barred = "đ";  // a letter of its own, not a d with a mark
  for (auto at = std::string::npos; plain && (at = plain->find(barred)) != std::string::npos;) {
    plain->replace(at, barred.size(), 1, 'd');
  }
  return std::move(plain).value_or("");
}

std::string capitalized(std::string_view text) {
  const auto first = first_character(text);
  if (text.empty() || first.code < 0) return std::string(text);
  std::array<utf8proc_uint8_t, 4> upper{};
  const auto size = utf8proc_encode_char(utf8proc_toupper(first.code), upper.data());
  std::string result(reinterpret_cast<const char*>(upper.data()), static_cast<std::size_t>(size));
  return result.append(text.substr(first.bytes));
}

std::string in_capitals(std::string_view text) {
  std::string result;
  for (; !text.empty(); text.remove_prefix(first_character(text).bytes)) {
    result += capitalized(text.substr(0, first_character(text).bytes));
  }
  return result;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const auto character = first_character(text);
    width +=
        character.code < 0 ? 1 : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(character.code)));
    text.remove_prefix(character.bytes);
  }
  return width;
}

std::string_view trimmed(std::string_view text) {
  for (;;) {
    if (!text.empty() && white.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else if (!text.empty() && white.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(no_break_space.size());
    } else {
      return text;
    }
  }
}

std::string shortened(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return std::string(text);
  std::size_t kept = 0;
  while (kept < text.size()) {
    const auto next = first_character(text.substr(kept)).bytes;
    if (kept + next > bytes_max) break;
    kept += next;
  }
  return std::string(text.substr(0, kept)) + "…";
}

}  // namespace badge::documents
