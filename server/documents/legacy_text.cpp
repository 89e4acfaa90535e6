#include "server/documents/legacy_text.hpp"

#include <algorithm>
#include <string>

namespace badge::documents {
namespace {

/// Latin-1 as one byte each, which is what both encodings were; other letters as '?'. Nothing of it where the
/// text holds a letter that only Vietnamese in Unicode has.
std::string latin_bytes(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    const bool is_vietnamese =
        (lead >= 0xC4 && lead <= 0xC6) || (lead == 0xE1 && (next == 0xBA || next == 0xBB));
    if (is_vietnamese) return {};
    if (lead < 0x80) {
      bytes += static_cast<char>(lead);
    } else if (lead == 0xC2 || lead == 0xC3) {
      bytes += static_cast<char>(next | (lead == 0xC3 ? 0x40U : 0U));
      ++i;
    } else if (lead >= 0xC0) {
      bytes += '?';
    }
  }
  return bytes;
}

bool is_ascii_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter(unsigned char c) { return is_ascii_letter(c) || (c >= 0xC0 && c != 0xD7 && c != 0xF7); }

/// Signs that TCVN3 has letters for, and Latin letters that Vietnamese does not use: "¨", "µ", "Ç", "ö".
bool is_no_letter_of_ours(unsigned char c) {
  static constexpr std::string_view signs =
      "\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8\xA9\xAA\xAB\xAC\xAD\xAE\xB5\xB6\xB7\xB8\xB9\xBB\xBC\xBD\xBE";
  static constexpr std::string_view letters =
      "\xC4\xC5\xC6\xC7\xCB\xCE\xCF\xD0\xD1\xD6\xD7\xD8\xDB\xDC\xDE\xDF\xE4\xE5\xE6\xE7\xEB\xEE\xEF\xF0\xF1"
      "\xF6\xF8"
      "\xFB\xFC\xFE\xFF";
  const char byte = static_cast<char>(c);
  return signs.find(byte) != std::string_view::npos || letters.find(byte) != std::string_view::npos;
}

/// "aê", "eã", "oä": VNI writes a mark as a letter behind its vowel, where Vietnamese never has one.
bool is_marked_behind(unsigned char vowel, unsigned char mark) {
  static constexpr std::string_view after_o = "\xC2\xD5\xD9\xE2\xF5\xF9";  // â õ ù
  static constexpr std::string_view after_u = "\xD5\xD9\xF5\xF9";
  switch (vowel) {
    case 'a':
    case 'A':
    case 'e':
    case 'E':
      return mark >= 0xC0;
    case 'o':
    case 'O':
      return after_o.find(static_cast<char>(mark)) != std::string_view::npos;
    case 'u':
    case 'U':
      return after_u.find(static_cast<char>(mark)) != std::string_view::npos;
    default:
      return false;
  }
}

}  // namespace

bool is_legacy_vietnamese(std::string_view text) {
  const auto bytes = latin_bytes(text);
  const auto letter = [&](std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : static_cast<unsigned char>(0);
  };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto before = i > 0 ? letter(i - 1) : static_cast<unsigned char>(0);
    if (is_no_letter_of_ours(letter(i)) && (is_letter(before) || is_letter(letter(i + 1)))) return true;
    if (is_marked_behind(before, letter(i))) return true;
  }
  return false;
}

}  // namespace badge::documents
