#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace badge {

/// What a card shows of itself: its UID, 4, 7 or 10 bytes (ISO/IEC 14443-3). A value; never empty.
///
/// A UID may be printed in full only where a person works with cards (import files, unknown badges of an
/// administrator). Logs and messages take `masked()`.
class Credential {
 public:
  static constexpr std::size_t bytes_max = 10;  // triple-size UID, the longest that the standard has

  /// From raw bytes; nothing unless there are 4, 7 or 10 of them.
  [[nodiscard]] static std::optional<Credential> from_bytes(std::span<const std::uint8_t> bytes);

  /// From hexadecimal text, upper or lower case, where ':', '-' and ' ' between bytes are ignored.
  [[nodiscard]] static std::optional<Credential> parse(std::string_view hex);

  [[nodiscard]] std::span<const std::uint8_t> bytes() const { return {bytes_.data(), size_}; }

  /// Upper-case hexadecimal without separators: "04A1B2C3D4E5F6".
  [[nodiscard]] std::string hex() const;

  /// For logs: only the last two bytes, "…E5F6".
  [[nodiscard]] std::string masked() const;

  /// A 4-byte UID that begins with 08 is drawn anew at every presentation: it identifies nobody.
  [[nodiscard]] bool is_random() const { return size_ == 4 && bytes_[0] == 0x08; }

  friend auto operator<=>(const Credential&, const Credential&) = default;

 private:
  Credential() = default;
  std::array<std::uint8_t, bytes_max>
      bytes_{};  // the tail behind size_ stays zero, so that == may compare it
  std::uint8_t size_ = 0;
};

}  // namespace badge

template <>
struct std::hash<badge::Credential> {
  std::size_t operator()(const badge::Credential& credential) const noexcept {
    const auto bytes = credential.bytes();
    return std::hash<std::string_view>{}({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }
};
