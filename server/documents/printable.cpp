#include "server/documents/printable.hpp"

#include <utf8proc.h>

namespace badge::documents {

std::optional<std::uint32_t> unprintable_in(std::string_view text) {
  const auto turns_direction = [](utf8proc_int32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  };
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t code = -1;
    const auto size = utf8proc_iterate(at, left, &code);
    if (size <= 0) return std::nullopt;
    const bool no_character = (code & 0xFFFE) == 0xFFFE;
    const bool is_control = utf8proc_category(code) == UTF8PROC_CATEGORY_CC && code != '\n';
    if (is_control || no_character || turns_direction(code)) return static_cast<std::uint32_t>(code);
    at += size;
    left -= size;
  }
  return std::nullopt;
}

}  // namespace badge::documents
