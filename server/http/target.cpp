#include "server/http/target.hpp"

#include <algorithm>
#include <charconv>

namespace badge::http {
namespace {

std::optional<std::string> decode(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      decoded += ' ';
    } else if (text[i] == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      unsigned char byte = 0;
      const char* const end = text.data() + i + 3;
      if (std::from_chars(text.data() + i + 1, end, byte, 16).ptr != end) return std::nullopt;
      decoded += static_cast<char>(byte);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  const bool has_control = std::ranges::any_of(decoded, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
  if (has_control) return std::nullopt;
  return decoded;
}

/// Calls `each` with the parts of `text` between separators; false as soon as one returns false.
template <typename Each>
bool for_each_part(std::string_view text, char separator, Each each) {
  while (true) {
    const auto end = std::min(text.find(separator), text.size());
    if (!each(text.substr(0, end))) return false;
    if (end == text.size()) return true;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  if (!text.starts_with('/')) return std::nullopt;
  text = text.substr(0, text.find('#'));
  const auto question = std::min(text.find('?'), text.size());
  Target target;
  const auto add_segment = [&](std::string_view part) {
    auto segment = decode(part, false);
    if (!segment || *segment == "." || *segment == "..") return false;
    target.path += '/' + *segment;
    target.segments.push_back(*std::move(segment));
    return true;
  };
  if (!for_each_part(text.substr(1, question - 1), '/', add_segment)) return std::nullopt;
  if (question == text.size()) return target;

  const auto add_pair = [&](std::string_view part) {
    if (part.empty()) return true;
    const auto equals = std::min(part.find('='), part.size());
    auto key = decode(part.substr(0, equals), true);
    auto value = decode(part.substr(std::min(equals + 1, part.size())), true);
    if (!key || !value) return false;
    target.query.emplace(*std::move(key), *std::move(value));
    return true;
  };
  if (!for_each_part(text.substr(question + 1), '&', add_pair)) return std::nullopt;
  return target;
}

}  // namespace badge::http
