#include "server/app/header_words.hpp"

#include <algorithm>

#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// `folded` is without upper-case letters.
std::string one_space_between(std::string_view folded) {
  std::string words;
  bool gap = false;
  for (const char c : folded) {
    if (!is_word_byte(c)) {
      gap = true;
      continue;
    }
    if (gap && !words.empty()) words += ' ';
    gap = false;
    words += c;
  }
  return words;
}

/// Spreadsheets leave no-break spaces behind.
std::string with_plain_spaces(std::string_view text) {
  constexpr std::string_view no_break = "\xC2\xA0";
  std::string plain(text);
  for (auto at = plain.find(no_break); at != std::string::npos; at = plain.find(no_break, at))
    plain.replace(at, no_break.size(), 1, ' ');
  return plain;
}

}  // namespace

std::string plain_words(std::string_view text) {
  return one_space_between(documents::without_marks(with_plain_spaces(text)));
}

std::string folded_words(std::string_view text) {
  return one_space_between(documents::fold_case(with_plain_spaces(text)));
}

std::string_view column_of(std::span<const Heading> headings, std::string_view header) {
  const auto words = plain_words(header);
  const auto found = std::ranges::find(headings, words, &Heading::words);
  return found == headings.end() ? std::string_view() : found->column;
}

}  // namespace badge::app
