#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "reader-config/tap/credential.hpp"

namespace badge::store {

/// By what a tap is known: the card that was shown, or, in history from another system that names people and
/// no cards, the staff code. Who it was is decided when read, by the dated badge facts; the key never
/// changes. A value, ordered; its bytes are the form in which it is stored: 'U' and the UID's bytes, or 'S'
/// and the code.
class TapKey {
 public:
  [[nodiscard]] static TapKey card(const Credential& credential);
  [[nodiscard]] static TapKey staff(std::string_view staff_code);
  /// Nothing where the bytes are no key.
  [[nodiscard]] static std::optional<TapKey> from_bytes(std::string_view bytes);

  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] bool is_card() const { return bytes_.front() == 'U'; }
  [[nodiscard]] std::optional<Credential> credential() const;  // of a card
  [[nodiscard]] std::string_view staff_code() const;           // of a person; empty for a card

  friend auto operator<=>(const TapKey&, const TapKey&) = default;

 private:
  explicit TapKey(std::string bytes) : bytes_(std::move(bytes)) {}
  std::string bytes_;  // never empty; 11 bytes for the longest UID, so cards need no allocation
};

}  // namespace badge::store

template <>
struct std::hash<badge::store::TapKey> {
  std::size_t operator()(const badge::store::TapKey& key) const noexcept {
    return std::hash<std::string_view>{}(key.bytes());
  }
};
