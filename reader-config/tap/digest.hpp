#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace badge {

/// SHA-256 of a stream up to one row: digest(n) = SHA-256(digest(n-1) || the bytes of line n without its line
/// end). The digest before row 1 is all zeros. Two journals that agree on (seq, digest) agree on every row
/// up to it: that is how a cloned or restored journal is found out.
struct Digest {
  std::array<std::uint8_t, 32> bytes{};

  [[nodiscard]] std::string hex() const;  // 64 lower-case digits
  [[nodiscard]] static std::optional<Digest> parse(std::string_view hex);
  friend bool operator==(const Digest&, const Digest&) = default;
};

/// The digest of the row `line` that follows the row with digest `previous`.
[[nodiscard]] Digest chain(const Digest& previous, std::string_view line);

}  // namespace badge
