#include "reader-config/tap/credential.hpp"

#include <algorithm>
#include <vector>

namespace badge {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

std::optional<std::uint8_t> hex_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
  return std::nullopt;
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const auto byte : bytes) {
    text += hex_digits[byte >> 4];
    text += hex_digits[byte & 0x0F];
  }
  return text;
}

}  // namespace

std::optional<Credential> Credential::from_bytes(std::span<const std::uint8_t> bytes) {
  if (bytes.size() != 4 && bytes.size() != 7 && bytes.size() != 10) return std::nullopt;
  Credential credential;
  std::ranges::copy(bytes, credential.bytes_.begin());
  credential.size_ = static_cast<std::uint8_t>(bytes.size());
  return credential;
}

std::optional<Credential> Credential::parse(std::string_view hex) {
  std::array<std::uint8_t, bytes_max> bytes{};
  std::size_t size = 0;
  for (std::size_t i = 0; i < hex.size();) {
    if (size > 0 && (hex[i] == ':' || hex[i] == '-' || hex[i] == ' ')) {
      ++i;
      continue;
    }
    if (i + 1 >= hex.size() || size == bytes_max) return std::nullopt;
    const auto high = hex_value(hex[i]);
    const auto low = hex_value(hex[i + 1]);
    if (!high || !low) return std::nullopt;
    bytes[size++] = static_cast<std::uint8_t>(*high << 4 | *low);
    i += 2;
  }
  return from_bytes(std::span(bytes).first(size));
}

std::string Credential::hex() const { return to_hex(bytes()); }

std::string Credential::masked() const { return "…" + to_hex(bytes().last(2)); }

}  // namespace badge
