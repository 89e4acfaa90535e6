#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace badge::app {

/// The server's own key: 32 random bytes in a file beside the store, which no backup of the store holds. Who
/// has a copy of the store without it reads none of the secrets in it. Any thread.
class SecretKey {
 public:
  /// Makes the file (mode 0600) where there is none. Throws std::runtime_error with a sentence where it
  /// cannot be read or made, has another size, or others than its owner may read it.
  [[nodiscard]] static SecretKey load_or_make(const std::filesystem::path& file);

  /// Encrypted and authenticated (XSalsa20-Poly1305), another text each time.
  [[nodiscard]] std::string seal(std::string_view plain) const;
  /// Nothing: sealed with another key, or changed since.
  [[nodiscard]] std::optional<std::string> open(std::string_view sealed) const;

  using Mark = std::array<std::uint8_t, 32>;
  /// A keyed hash: tells whether two texts are the same, and cannot be guessed without the key.
  [[nodiscard]] Mark mark(std::string_view text) const;

 private:
  using Bytes = std::array<unsigned char, 32>;
  explicit SecretKey(const Bytes& master);
  Bytes sealing_{}, marking_{};
};

}  // namespace badge::app
